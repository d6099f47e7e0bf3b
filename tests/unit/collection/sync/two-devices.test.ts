import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { editFields } from '../../../../lib/collection/actions/edit-fields.ts';
import { setGivenCopy } from '../../../../lib/collection/actions/given-copy.ts';
import { addHighlight, removeHighlight } from '../../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { createShelf, putOnShelf } from '../../../../lib/collection/actions/shelves.ts';
import { listTags, renameTag, tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { getBody, getEssay, getOriginal } from '../../../../lib/collection/get-essay.ts';
import { listFindings } from '../../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { STATE } from '../../../../lib/collection/sync/sync-rows.ts';
import { waitingCount } from '../../../../lib/collection/sync/unsent.ts';
import { syncOnce } from '../../../../lib/sync/run/sync-once.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { type CollectionDevice, collectionDevice } from '../../../support/sync/collection-device.ts';
import { memoryStorage } from '../../../support/sync/memory-storage.ts';
import { randomOf } from '../../../support/sync/random.ts';

/** Two devices and a server. */
async function world() {
  const [one, other] = [await collectionDevice('aaaa'), await collectionDevice('bbbb')];
  const storage = memoryStorage(randomOf(1), ['aaaa', 'bbbb'], 0);
  const sync = async (...devices: readonly CollectionDevice[]) => {
    for (const { replica, device } of devices)
      expect(await syncOnce(replica, storage.seenBy(device), { now: Date.now })).toMatchObject({ ok: true });
  };
  const keep = async ({ collection }: CollectionDevice, n: number) =>
    expectValue(await keepEssay(collection, numberedKeeping(n))).id;
  const row = async ({ collection }: CollectionDevice, id: string) => expectValue(await getEssay(collection, id));
  return { one, other, storage, sync, keep, row };
}

describe('a device that takes texts alone', () => {
  it('misses no original that another keeps, and is told of one of its own that is lost', async () => {
    const { one, other, sync, keep } = await world();
    await other.collection.sync
      .where('key')
      .equals(STATE)
      .modify((fact) => {
        (fact.value as { wanted: readonly string[] }).wanted = ['acts'];
      });
    await keep(one, 1);
    const own = await keep(other, 2);
    await sync(one, other);
    expect(await other.collection.originals.count()).toBe(1);
    const open = async () => {
      await checkCollection(other.collection);
      return expectValue(await listFindings(other.collection, 99)).open;
    };
    expect(await open()).toEqual([]);
    await other.collection.originals.where('essayId').equals(own).delete();
    expect(await open()).toMatchObject([{ table: 'originals', reason: 'missing', essayId: own }]);
  });
});

describe('two collections', () => {
  it('have the same essays, with their texts, originals, tags, shelves, marks and notes', async () => {
    const { one, other, sync, keep, row } = await world();
    const id = await keep(one, 1);
    await tagEssays(one.collection, [id], { add: ['经济'] });
    const shelf = expectValue(await createShelf(one.collection, '课题')).id;
    await putOnShelf(one.collection, [id], shelf);
    await setNote(one.collection, id, '要再读');
    await editFields(one.collection, id, { title: '论县域' });
    const quote = { exact: '县域', prefix: '', suffix: '' };
    const mark = { essayId: id, colour: 'green', note: '引', quote, position: { start: 0, end: 2 } } as const;
    await addHighlight(one.collection, mark);
    await sync(one, other);

    const there = await row(other, id);
    expect(there).toMatchObject({ title: '论县域', note: '要再读', shelves: [shelf], tags: ['tag 经济'] });
    expect(expectValue(await getBody(other.collection, there?.captureId ?? ''))?.text).toContain('县域');
    expect(expectValue(await getOriginal(other.collection, there?.captureId ?? ''))).not.toBeNull();
    expect(expectValue(await listTags(other.collection)).map(({ name }) => name)).toEqual(['经济']);
    expect(await other.collection.highlights.count()).toBe(1);
    const [first, second] = [await one.look(), await other.look()];
    for (const table of ['essays', 'captures', 'bodies', 'originals', 'shelves', 'highlights', 'tags'] as const)
      expect([...second.rows(table)]).toEqual([...first.rows(table)]);
    await checkCollection(other.collection);
    expect(expectValue(await listFindings(other.collection, 99))).toMatchObject({ open: [], past: [] });
    expect([await waitingCount(one.collection), await waitingCount(other.collection)]).toEqual([0, 0]);
  });

  it('have the archived copy that stands for an essay kept from its living site, also after it is undone', async () => {
    const { one, other, sync, keep, row } = await world();
    const id = await keep(one, 1);
    await sync(one, other);
    const copy = {
      archive: 'wayback',
      url: 'https://web.archive.org/web/20260402093000/http://www.example.cn/1.htm',
      capturedAt: '2026-04-02T09:30:00Z',
    } as const;
    const given = expectValue(await setGivenCopy(one.collection, id, copy));
    await sync(one, other);
    expect((await row(one, id))?.givenCopy).toEqual(copy);
    expect((await row(other, id))?.givenCopy).toEqual(copy);
    await setNote(other.collection, id, '要再读');
    await sync(other, one);
    expect(await row(one, id)).toMatchObject({ givenCopy: copy, note: '要再读' });
    await given.undo();
    await sync(one, other);
    expect((await row(other, id))?.givenCopy).toBeUndefined();
  });

  it('have one tag of a name that both made, also renamed', async () => {
    const { one, other, sync, keep } = await world();
    const [first, second] = [await keep(one, 1), await keep(other, 2)];
    await tagEssays(one.collection, [first], { add: ['经济'] });
    await tagEssays(other.collection, [second], { add: ['经济'] });
    await sync(one, other, one);
    const names = async ({ collection }: CollectionDevice) =>
      expectValue(await listTags(collection)).map(({ name, id }) => [name, id]);
    expect(await names(one)).toEqual([['经济', 'tag 经济']]);
    const done = expectValue(await renameTag(one.collection, 'tag 经济', '农村'));
    await sync(one, other);
    expect(await names(other)).toEqual([['农村', 'tag 农村']]);
    expect(await other.collection.essays.where('tags').equals('tag 农村').count()).toBe(2);
    expect(expectValue(await done.undo())).toBe(1);
    await sync(one, other);
    expect(await names(other)).toEqual([['经济', 'tag 经济']]);
  });

  it('show both notes that were written at the same time, and what is written then stands for both', async () => {
    const { one, other, sync, keep, row } = await world();
    const id = await keep(one, 1);
    await sync(one, other);
    await setNote(one.collection, id, '甲说');
    await setNote(other.collection, id, '乙说');
    await sync(one, other, one);
    const [first, second] = [(await row(one, id))?.note, (await row(other, id))?.note];
    expect(first).toBe(second);
    expect(first?.split('\n\n').toSorted()).toEqual(['乙说', '甲说'].toSorted());
    await setNote(one.collection, id, '甲乙说');
    await sync(one, other);
    expect((await row(other, id))?.note).toBe('甲乙说');
  });

  it('delete for good what one deleted, with all that belongs to it, and keep what the other changed meanwhile', async () => {
    const { one, other, sync, keep, row } = await world();
    const [gone, stays] = [await keep(one, 1), await keep(one, 2)];
    const quote = { exact: '县域', prefix: '', suffix: '' };
    const mark = { colour: 'green', note: '', quote, position: { start: 0, end: 2 } } as const;
    for (const essayId of [gone, stays]) await addHighlight(one.collection, { ...mark, essayId });
    await sync(one, other);
    await moveToTrash(one.collection, [gone, stays]);
    expectValue(await emptyTrash(one.collection));
    await setNote(other.collection, stays, '还要');
    await sync(one, other, one);
    expect([await row(other, gone), await row(one, gone)]).toEqual([null, null]);
    expect([(await row(other, stays))?.note, (await row(one, stays))?.note]).toEqual(['还要', '还要']);
    for (const { collection } of [one, other])
      expect([
        await collection.highlights.count(),
        await collection.bodies.count(),
        await collection.originals.count(),
      ]).toEqual([1, 1, 1]);
  });

  it('let a mark go that one took away', async () => {
    const { one, other, sync, keep } = await world();
    const essayId = await keep(one, 1);
    const quote = { exact: '县域', prefix: '', suffix: '' };
    const mark = { essayId, colour: 'green', note: '', quote, position: { start: 0, end: 2 } } as const;
    const { id } = expectValue(await addHighlight(one.collection, mark));
    await sync(one, other);
    await removeHighlight(other.collection, id);
    await sync(other, one);
    expect(await one.collection.highlights.count()).toBe(0);
  });
});
