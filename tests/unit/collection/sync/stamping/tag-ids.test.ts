import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Collection, openCollection } from '../../../../../lib/collection/collection.ts';
import { putRows } from '../../../../../lib/collection/put-rows.ts';
import { areTagIdsSettled, settleTagIds } from '../../../../../lib/collection/sync/settle-tag-ids.ts';
import { readSyncSwitch, turnSyncOn } from '../../../../../lib/collection/sync/switch.ts';
import { writingRows } from '../../../../../lib/collection/write-rows.ts';
import { expectValue } from '../../../../support/collections.ts';
import { essayIdOf, MOMENT } from '../../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../../support/whole-rows.ts';

const held: { collection: Collection | null } = { collection: null };
const ours = (): Collection => {
  if (held.collection === null) throw new Error('Not opened yet.');
  return held.collection;
};
beforeEach(() => {
  held.collection = openCollection(`test-${crypto.randomUUID()}`, 'strict', () => MOMENT);
});
afterEach(() => ours().close());

describe('tags', () => {
  const goOn = async () => true;
  const essays = async () => (await ours().essays.toArray()).map(({ tags }) => tags.join(' '));

  it('get the ids that their names make, in essays and in saved searches, each once', async () => {
    const { tags, searches, sync } = ours();
    await tags.bulkPut([
      { id: 't1', name: '塘', folded: '塘' },
      { id: 'tag 堤', name: '堤', folded: '堤' },
    ]);
    const rows = [['t1', 'tag 堤'], ['tag 塘', 't1'], ['tag 堤'], []].map((own, n) => ({
      ...wholeRows.essays,
      id: essayIdOf(n),
      tags: own,
      shelves: [],
    }));
    await writingRows(ours(), [], async () =>
      putRows(
        ours(),
        rows.map((after) => ({ before: undefined, after: after as never })),
      ),
    );
    await searches.bulkPut([
      { ...wholeRows.searches, id: 'q1', query: 'q=a+b&tag=t1&tag=tag+%E5%A0%A4' },
      { ...wholeRows.searches, id: 'q2', query: 'q=t2&sort=x' },
    ] as never);
    expect(await areTagIdsSettled(ours())).toBe(false);
    expect(await settleTagIds(ours(), async () => false)).toBe(false);
    expect([await areTagIdsSettled(ours()), (await sync.get('tag-ids'))?.value]).toEqual([true, { t1: 'tag 塘' }]);
    expect(await essays()).toEqual(['t1 tag 堤', 'tag 塘 t1', 'tag 堤', '']);
    expect(await settleTagIds(ours(), goOn)).toBe(true);
    expect(await essays()).toEqual(['tag 塘 tag 堤', 'tag 塘', 'tag 堤', '']);
    expect(await tags.toArray()).toEqual(
      [
        { id: 'tag 塘', name: '塘', folded: '塘' },
        { id: 'tag 堤', name: '堤', folded: '堤' },
      ].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect((await searches.toArray()).map(({ query }) => query)).toEqual([
      'q=a+b&tag=tag+%E5%A1%98&tag=tag+%E5%A0%A4',
      'q=t2&sort=x',
    ]);
    expect(await sync.get('tag-ids')).toBeUndefined();
  });

  it('go on fifty essays at a time, and it is asked before each whether to', async () => {
    await ours().tags.put({ id: 't1', name: '塘', folded: '塘' });
    const rows = Array.from({ length: 51 }, (_, n) => ({
      ...wholeRows.essays,
      id: essayIdOf(n),
      tags: ['t1'],
      shelves: [],
    }));
    await writingRows(ours(), [], async () =>
      putRows(
        ours(),
        rows.map((after) => ({ before: undefined, after: after as never })),
      ),
    );
    const left: number[] = [];
    const watching = async () => {
      left.push(await ours().essays.where('tags').equals('t1').count());
      return true;
    };
    expect(await settleTagIds(ours(), watching)).toBe(true);
    expect(left).toEqual([51, 1, 0]);
    expect(await settleTagIds(ours(), watching)).toBe(true);
    expect(left).toHaveLength(3);
  });

  it('are settled again where one is made in the old way while sync is turned on', async () => {
    const { sync, tags } = ours();
    const forget = sync.delete.bind(sync);
    vi.spyOn(sync, 'delete').mockImplementationOnce(((key: string) =>
      forget(key).then(() => tags.put({ id: 'late', name: '堤', folded: '堤' }))) as never);
    expectValue(await turnSyncOn(ours(), 'aaaa', ''));
    vi.restoreAllMocks();
    expect([await tags.toCollection().primaryKeys(), await readSyncSwitch(ours())]).toEqual([['tag 堤'], 'on']);
  });
});
