import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Done } from '../../../lib/collection/actions/change-rows.ts';
import { editFields, unedit } from '../../../lib/collection/actions/edit-fields.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { deleteTag, listTags, mergeTags, renameTag, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getBody, getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A collection of so many essays, with their ids. */
async function withEssays(count: number): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  return { collection, ids };
}

const rowOf = async (collection: Collection, id: string) => {
  const row = expectValue(await getEssay(collection, id));
  if (row === null) throw new Error('no such essay');
  return row;
};

/** The names of the tags of each essay. */
async function tagNames(collection: Collection, ids: readonly string[]): Promise<string[][]> {
  const names = new Map(expectValue(await listTags(collection)).map(({ id, name }) => [id, name]));
  const rows = await Promise.all(ids.map((id) => rowOf(collection, id)));
  return rows.map(({ tags }) => tags.map((tag) => names.get(tag) ?? `lost ${tag}`).toSorted());
}

const takeBack = async ({ undo }: Done) => expectValue(await undo());

describe('tags', () => {
  it('are put on essays by name, one of a name, and taken back', async () => {
    const { collection, ids } = await withEssays(3);
    const [first = '', second = ''] = ids;
    const done = expectValue(await tagEssays(collection, [first, second], { add: ['党史', ' 县域 ', 'ＷＴＯ'] }));
    expect(done.count).toBe(2);
    expect(expectValue(await tagEssays(collection, [first], { add: ['wto', '党史'] })).count).toBe(0);
    expect(await tagNames(collection, ids)).toEqual([
      ['ＷＴＯ', '党史', '县域'].toSorted(),
      ['ＷＴＯ', '党史', '县域'].toSorted(),
      [],
    ]);
    await takeBack(done);
    expect(await tagNames(collection, ids)).toEqual([[], [], []]);
    expect(expectValue(await listTags(collection))).toEqual([]);
  });

  it('are taken off, and an act that was taken back leaves what others did since', async () => {
    const { collection, ids } = await withEssays(1);
    expectValue(await tagEssays(collection, ids, { add: ['甲', '乙'] }));
    const [one] = expectValue(await listTags(collection)).filter(({ name }) => name === '甲');
    const off = expectValue(await tagEssays(collection, ids, { remove: [one?.id ?? ''] }));
    expect(await tagNames(collection, ids)).toEqual([['乙']]);
    expectValue(await setNote(collection, ids[0] ?? '', '重读'));
    await takeBack(off);
    expect(await tagNames(collection, ids)).toEqual([['乙', '甲'].toSorted()]);
    expect((await rowOf(collection, ids[0] ?? '')).note).toBe('重读');
  });

  it('that were given since stay when an act is taken back, the one that it made among them', async () => {
    const { collection, ids } = await withEssays(2);
    const [first = '', second = ''] = ids;
    const done = expectValue(await tagEssays(collection, [first], { add: ['甲', '丙'] }));
    expectValue(await tagEssays(collection, [second], { add: ['甲'] }));
    expectValue(await tagEssays(collection, [first], { add: ['乙'] }));
    await takeBack(done);
    expect(await tagNames(collection, ids)).toEqual([['乙'], ['甲']]);
    expect(expectValue(await listTags(collection)).map(({ name }) => name)).toEqual(['乙', '甲']);
  });

  it('are renamed, and merge when the name is another’s', async () => {
    const { collection, ids } = await withEssays(2);
    expectValue(await tagEssays(collection, [ids[0] ?? ''], { add: ['农村'] }));
    expectValue(await tagEssays(collection, [ids[1] ?? ''], { add: ['三农'] }));
    const idOf = async (name: string) =>
      expectValue(await listTags(collection)).find((tag) => tag.name === name)?.id ?? '';
    expectValue(await renameTag(collection, await idOf('农村'), '乡村'));
    expect(await tagNames(collection, ids)).toEqual([['乡村'], ['三农']]);
    const merged = expectValue(await renameTag(collection, await idOf('乡村'), '三农'));
    expect(await tagNames(collection, ids)).toEqual([['三农'], ['三农']]);
    await takeBack(merged);
    expect(await tagNames(collection, ids)).toEqual([['乡村'], ['三农']]);
  });

  it('are merged and deleted on every essay, and come back', async () => {
    const { collection, ids } = await withEssays(2);
    expectValue(await tagEssays(collection, ids, { add: ['甲', '乙'] }));
    const [a, b] = expectValue(await listTags(collection));
    expectValue(await mergeTags(collection, [a?.id ?? '', b?.id ?? ''], b?.id ?? ''));
    expect(await tagNames(collection, ids)).toEqual([[b?.name], [b?.name]]);
    const gone = expectValue(await deleteTag(collection, b?.id ?? ''));
    expect(await tagNames(collection, ids)).toEqual([[], []]);
    await takeBack(gone);
    expect(await tagNames(collection, ids)).toEqual([[b?.name], [b?.name]]);
  });

  it('stay on an essay in the trash', async () => {
    const { collection, ids } = await withEssays(1);
    expectValue(await tagEssays(collection, ids, { add: ['甲'] }));
    expectValue(await moveToTrash(collection, ids));
    expect(await tagNames(collection, ids)).toEqual([['甲']]);
  });
});

describe('fields set by hand', () => {
  it('show in the row, leave the record as it was found, and go back one by one', async () => {
    const { collection, ids } = await withEssays(1);
    const id = ids[0] ?? '';
    const found = await rowOf(collection, id);
    expectValue(await editFields(collection, id, { title: '改题', authors: ['张三'] }));
    const edited = await rowOf(collection, id);
    expect(edited).toMatchObject({ title: '改题', authors: ['张三'], unit: found.unit });
    expect(expectValue(await getBody(collection, found.captureId))?.title).toBe(found.title);
    expect(edited.doc).not.toBe(found.doc);
    expectValue(await unedit(collection, id, 'title'));
    expect(await rowOf(collection, id)).toMatchObject({ title: found.title, authors: ['张三'] });
  });

  it('outlive another capture', async () => {
    const { collection, ids } = await withEssays(1);
    expectValue(await editFields(collection, ids[0] ?? '', { source: '学习时报' }));
    const again = numberedKeeping(1, { text: '新的正文。', html: '<p>新的正文。</p>', source: '本站' });
    expect(expectValue(await keepEssay(collection, again)).change).toBe('recaptured');
    expect((await rowOf(collection, ids[0] ?? '')).source).toBe('学习时报');
  });

  it('are taken back', async () => {
    const { collection, ids } = await withEssays(1);
    const before = await rowOf(collection, ids[0] ?? '');
    const done = expectValue(await editFields(collection, before.id, { title: '改题' }));
    await takeBack(done);
    expect(await rowOf(collection, before.id)).toEqual({ ...before, doc: expect.any(Number) });
  });
});
