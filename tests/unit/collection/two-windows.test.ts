import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { editFields } from '../../../lib/collection/actions/edit-fields.ts';
import { addHighlight, changeHighlight, removeHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { createShelf, deleteShelf, renameShelf } from '../../../lib/collection/actions/shelves.ts';
import { listTags, renameTag, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** Two windows over one collection, with so many essays. */
async function twoWindows(count = 1): Promise<{ one: Collection; other: Collection; ids: readonly string[] }> {
  const one = emptyCollection();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(expectValue(await keepEssay(one, numberedKeeping(n))).id);
  return { one, other: openCollection(one.name), ids };
}

const noteOf = async (collection: Collection, id: string) => expectValue(await getEssay(collection, id))?.note;

describe('two windows', () => {
  it('that write on one note keep both texts', async () => {
    const { one, other, ids } = await twoWindows();
    const [id = ''] = ids;
    expect(expectValue(await setNote(one, id, '甲说', ''))).toMatchObject({ joined: false });
    const second = expectValue(await setNote(other, id, '乙说', ''));
    expect(second).toMatchObject({ joined: true, note: '甲说\n\n乙说' });
    expect(await noteOf(one, id)).toBe('甲说\n\n乙说');
    expect(expectValue(await second.undo())).toBe(1);
    expect(await noteOf(one, id)).toBe('甲说');
  });

  it('of which one takes a note away keep what the other wrote meanwhile', async () => {
    const { one, other, ids } = await twoWindows();
    const [id = ''] = ids;
    await setNote(one, id, '旧', '');
    await setNote(other, id, '旧而新', '旧');
    await setNote(one, id, '', '旧');
    expect(await noteOf(one, id)).toBe('旧而新');
  });

  it('tell that a field was set elsewhere meanwhile, and undoing gives that back', async () => {
    const { one, other, ids } = await twoWindows();
    const [id = ''] = ids;
    const seen = expectValue(await getEssay(one, id)) ?? undefined;
    await editFields(other, id, { title: '乙题', unit: '乙处' }, seen);
    const done = expectValue(await editFields(one, id, { title: '甲题' }, seen));
    expect(done.overwrote).toEqual(['title']);
    expect(expectValue(await getEssay(one, id))).toMatchObject({ title: '甲题', unit: '乙处' });
    expect(expectValue(await done.undo())).toBe(1);
    expect(expectValue(await getEssay(one, id))).toMatchObject({
      title: '乙题',
      edited: { title: '乙题', unit: '乙处' },
    });
  });

  it('take nothing back of what the other changed since', async () => {
    const { one, other, ids } = await twoWindows();
    const [id = ''] = ids;
    const title = expectValue(await editFields(one, id, { title: '甲题' }));
    await editFields(other, id, { title: '乙题' });
    expect(expectValue(await title.undo())).toBe(0);
    expect(expectValue(await getEssay(one, id))).toMatchObject({ title: '乙题', edited: { title: '乙题' } });
    const unit = expectValue(await editFields(one, id, { unit: '甲处' }));
    await editFields(other, id, { source: '乙报' });
    expect(expectValue(await unit.undo())).toBe(1);
    expect(expectValue(await getEssay(one, id))).toMatchObject({ edited: { title: '乙题', source: '乙报' } });
  });

  it('are told that an act cannot be taken back, in part or at all', async () => {
    const { one, other, ids } = await twoWindows(3);
    const trashed = expectValue(await moveToTrash(one, ids.slice(0, 1)));
    expectValue(await emptyTrash(other));
    expect(expectValue(await trashed.undo())).toBe(0);

    const tagged = expectValue(await tagEssays(one, ids.slice(1), { add: ['待读'] }));
    await moveToTrash(other, ids.slice(1, 2));
    expectValue(await emptyTrash(other));
    expect(tagged.count).toBe(2);
    expect(expectValue(await tagged.undo())).toBe(1);
  });

  it('bring nothing back by undoing that the other took away', async () => {
    const { one, other, ids } = await twoWindows();
    const [essayId = ''] = ids;
    await tagEssays(one, ids, { add: ['甲'] });
    const [tag] = expectValue(await listTags(one));
    const renamed = expectValue(await renameTag(one, tag?.id ?? '', '乙'));
    await renameTag(other, tag?.id ?? '', '丙');
    expect(expectValue(await renamed.undo())).toBe(0);
    expect(expectValue(await listTags(one)).map(({ name }) => name)).toEqual(['丙']);

    const { id } = expectValue(await createShelf(one, '集'));
    const shelf = expectValue(await renameShelf(one, id, '新集'));
    await deleteShelf(other, id);
    expect(expectValue(await shelf.undo())).toBe(0);
    expect(await one.shelves.count()).toBe(0);

    const quote = { exact: '县域', prefix: '', suffix: '' };
    const made = { essayId, colour: 'green', note: '', quote, position: { start: 0, end: 2 } } as const;
    const mark = expectValue(await addHighlight(one, made));
    const coloured = expectValue(await changeHighlight(one, mark.id, { colour: 'blue' }));
    await changeHighlight(other, mark.id, { note: '乙注' }, '');
    expect(expectValue(await coloured.undo())).toBe(1);
    expect(await one.highlights.get(mark.id)).toMatchObject({ colour: 'green', note: '乙注' });
    await changeHighlight(one, mark.id, { note: '甲注' }, '');
    expect(await one.highlights.get(mark.id)).toMatchObject({ note: '乙注\n\n甲注' });
    await removeHighlight(other, mark.id);
    expect(expectValue(await coloured.undo())).toBe(0);
    expect(await one.highlights.count()).toBe(0);
  });
});
