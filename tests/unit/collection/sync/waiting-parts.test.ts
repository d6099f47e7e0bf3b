import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dropSent, readDeviceClock, sendOperations } from '../../../../lib/collection/sync/clock-fact.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { CLOCK } from '../../../../lib/collection/sync/sync-rows.ts';
import { waitingCount } from '../../../../lib/collection/sync/unsent.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import type { Unsent } from '../../../../lib/sync/run/replica.ts';
import {
  applied,
  deletion,
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  shownOperation,
  stampAt,
  useSyncingCollection,
} from '../../../support/sync/syncing-collection.ts';

const ours = useSyncingCollection();

const shelf = (id: string, name = 'a') => ({ id, name, parent: '', order: 0 });
const replica = () => collectionReplica(ours());
/** All that one segment of a stream takes. */
async function all(stream: 'acts' | 'originals' | 'images'): Promise<Unsent> {
  const first = await replica().unsent(stream);
  const [operations, marks] = [[...first.operations], [...first.marks]];
  if (first.more !== undefined)
    for await (const next of first.more) {
      operations.push(...next.operations);
      marks.push(...next.marks);
    }
  return { operations, marks };
}
const keysOf = ({ operations, marks }: Unsent) => [
  operations.map(({ table, key }) => `${table} ${key}`).join(', '),
  marks.length,
];

describe('what waits is taken', () => {
  it('acts before parts, which come with their rows as they are now, less those that are gone', async () => {
    const { captures, bodies, shelves } = ours();
    await captures.put(partOf('captures', 1) as never);
    await shelves.put(shelf('s1'));
    await bodies.bulkPut([1, 2, 3].map((n) => partOf('bodies', n)) as never);
    await ours().images.put(partOf('images', 1) as never);
    expect([await waitingCount(ours()), await readDeviceClock(ours())]).toMatchObject([
      1,
      { waiting: 1, waitingParts: 5 },
    ]);
    const acts = await all('acts');
    expect(acts.operations.map(shownOperation)).toEqual([
      'shelves s1 name="a" @aaaa 0',
      'shelves s1 parent="" @aaaa 0',
      'shelves s1 order=0 @aaaa 0',
    ]);
    const state = await replica().readState();
    await replica().markSent(acts, { ...state, heads: 4 });
    expect([(await replica().readState()).heads, await waitingCount(ours())]).toEqual([4, 5]);
    await bodies.delete('c2');
    const parts = await all('acts');
    expect(parts.operations.map(({ value }) => value)).toEqual([
      partOf('captures', 1),
      partOf('bodies', 1),
      partOf('bodies', 3),
    ]);
    expect(parts.marks.length).toBe(2);
    await replica().markSent(parts, state);
    expect([keysOf(await all('acts')), keysOf(await all('originals'))]).toEqual([
      ['', 0],
      ['', 0],
    ]);
    expect(keysOf(await all('images'))).toEqual([`images ${essayIdOf(1)} http://dx.example/1.gif`, 1]);
    expect(await waitingCount(ours())).toBe(1);
    await ours().sync.delete(CLOCK);
    expect(await waitingCount(ours())).toBe(0);
  });

  it('of parts that are all gone their marks alone, and those that follow at once', async () => {
    await ours().originals.put(partOf('originals', 1) as never);
    await ours().originals.put(partOf('originals', 2) as never);
    await ours().originals.delete('c1');
    const first = await replica().unsent('originals');
    expect([keysOf(first), first.more === undefined]).toEqual([['originals c2', 2], false]);
    await ours().originals.delete('c2');
    const none = await replica().unsent('originals');
    expect([keysOf(none), none.more]).toEqual([['', 2], undefined]);
  });

  it('some megabytes of parts for a segment, one at the least, and what follows in order', async () => {
    const original = (n: number, bytes: number) => partOf('originals', n, { gzip: new Uint8Array(bytes) });
    for (const [n, bytes] of [
      [1, 5_000_000],
      [2, 10],
      [3, 3_799_000],
      [4, 2000],
      [5, 10],
    ] as const)
      await ours().originals.put(original(n, bytes) as never);
    const state = await replica().readState();
    const taken: unknown[] = [];
    for (let segment = await all('originals'); segment.marks.length > 0; segment = await all('originals')) {
      taken.push(keysOf(segment)[0]);
      await replica().markSent(segment, state);
    }
    expect(taken).toEqual(['originals c1', 'originals c2, originals c3', 'originals c4, originals c5']);
  });

  it('twenty-five thousand operations of fields for a segment', async () => {
    const operation = (n: number): Operation => ({
      table: 'shelves',
      key: `s${n}`,
      field: 'name',
      stamp: stampAt(0, 'aaaa'),
      value: 'x',
    });
    const rows = Array.from({ length: 51 }, (_, row) => ({
      stream: 'acts' as const,
      operations: Array.from({ length: 500 }, (_o, n) => operation(row * 500 + n)),
    }));
    await ours().unsent.bulkAdd(rows);
    const segment = await replica().unsent('acts');
    expect([segment.marks.length, segment.operations.length, segment.operations.at(-1)?.key]).toEqual([
      50,
      25_000,
      's24999',
    ]);
  });

  it('row by row to the last, however many', async () => {
    for (let n = 0; n < 90; n += 1)
      await ours().unsent.add({ stream: 'acts', operations: fieldOperations('shelves', `s${n}`, { name: 'x' }) });
    const segment = await replica().unsent('acts');
    expect(segment.operations.map(({ key }) => key)).toEqual(Array.from({ length: 90 }, (_, n) => `s${n}`));
  });

  it('and what was counted goes with it, never below nothing', async () => {
    const { unsent, sync } = ours();
    await ours().transaction('rw', [unsent, sync], () =>
      sendOperations(ours(), [
        ...fieldOperations('shelves', 's1', { name: 'x', order: 1 }),
        partOperation('images', partOf('images', 1)),
      ]),
    );
    expect(await readDeviceClock(ours())).toMatchObject({ waiting: 1, waitingParts: 1 });
    const marks = (await unsent.toArray()).map(({ n = 0 }) => n);
    await ours().transaction('rw', [unsent, sync], async () => dropSent(ours(), marks.slice(0, 1)));
    expect([await readDeviceClock(ours()), await unsent.count()]).toMatchObject([{ waiting: 0, waitingParts: 1 }, 1]);
    await sync.put({ key: CLOCK, value: { ...(await readDeviceClock(ours())), waitingParts: 0 } });
    await ours().transaction('rw', [unsent, sync], async () => dropSent(ours(), [...marks, 999]));
    expect([await readDeviceClock(ours()), await unsent.count()]).toMatchObject([{ waiting: 0, waitingParts: 0 }, 0]);
  });
});

describe('the collection as a sync sees it', () => {
  it('tells how many essays others would delete of those that are here', async () => {
    const ids = [1, 2, 3].map(essayIdOf);
    const made = ids.slice(0, 2).flatMap((id, at) => [
      ...fieldOperations('essays', id, {
        captureId: `c${at + 1}`,
        keptAt: '2026-03-01T09:30:00.000Z',
        trashedAt: '',
      }),
      partOperation('bodies', partOf('bodies', at + 1)),
    ]);
    // The third is known of, and not shown yet.
    await applied(
      ours(),
      ...made,
      ...fieldOperations('essays', ids[2] ?? '', { keptAt: 'x' }),
      ...fieldOperations('searches', 'q1', { name: 'x' }),
    );
    const known = [stampAt(-500)];
    const count = (...operations: readonly Operation[]) => replica().countDeleted(operations);
    expect(await count()).toEqual({ all: 2, deleted: [] });
    expect(await count(...ids.map((id) => deletion('essays', id, known)), deletion('searches', 'q1', known))).toEqual({
      all: 2,
      deleted: ids.slice(0, 2),
    });
    expect(
      await count(deletion('essays', ids[0] ?? '', [], stampAt(-100, 'cccc')), deletion('essays', 'unknown', known)),
    ).toEqual({
      all: 2,
      deleted: [],
    });
    // What the reader did meanwhile counts.
    await ours().essays.update(ids[0] ?? '', { note: '记' });
    expect(await count(deletion('essays', ids[0] ?? '', known))).toEqual({ all: 2, deleted: [] });
  });

  it('tells which parts need no place in the log', async () => {
    const [kept, gone] = [essayIdOf(1), essayIdOf(2)];
    await applied(
      ours(),
      ...fieldOperations('essays', kept, { keptAt: 'x' }),
      ...fieldOperations('essays', gone, { keptAt: 'x' }),
    );
    await applied(ours(), deletion('essays', gone, [stampAt(-500)]));
    const parts = [1, 2, 3].map((n) => partOperation('bodies', partOf('bodies', n)));
    const acts = [
      ...fieldOperations('essays', gone, { note: '' }),
      ...fieldOperations('highlights', 'h1', { note: '' }, stampAt(-500), { owner: gone }),
    ];
    expect([...(await replica().voidParts([...parts, ...acts]))]).toEqual([parts[1]]);
  });

  it('is nothing once sync is off', async () => {
    const state = await replica().readState();
    await replica().writeState({ ...state, heads: 9 });
    expect((await replica().readState()).heads).toBe(9);
    await ours().sync.clear();
    await expect(replica().readState()).rejects.toThrow('The collection does not sync.');
    await expect(replica().writeState(state)).rejects.toThrow('The collection does not sync.');
    expect(await ours().sync.count()).toBe(0);
  });
});
