import 'fake-indexeddb/auto';
import { Dexie, type ObservabilitySet } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay, keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { tellInSpans } from '../../../lib/collection/telling/tell-in-spans.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A text of its own for each number, long enough to have a fingerprint. */
const textOf = (seed: number): string =>
  Array.from({ length: 400 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((Math.imul(at * 7919 + seed * 104729 + 1, 0x9e3779b1) >>> 0) % 3000)),
  ).join('');

const many = (from: number) =>
  Array.from({ length: 32 }, (_, at) => numberedKeeping(from + at, { text: textOf(from + at) }));

const spanning = (): Collection => {
  const collection = emptyCollection();
  tellInSpans(collection);
  return collection;
};

type Tree = { readonly l?: Tree | null; readonly r?: Tree | null; readonly d?: number };
const nodesOf = (tree: Tree | null | undefined): number =>
  tree ? (tree.d === 0 ? 0 : 1) + nodesOf(tree.l) + nodesOf(tree.r) : 0;

/** Ranges that a transaction told of. */
const told: number[] = [];
const listen = (parts: ObservabilitySet): void => {
  told.push(Object.values(parts).reduce((sum, tree) => sum + nodesOf(tree as Tree), 0));
};

afterEach(() => Dexie.on.storagemutated.unsubscribe(listen));

describe('telling of many rows', () => {
  it('takes no more words for thirty essays than a table has indexes', async () => {
    const collection = spanning();
    await collection.open();
    Dexie.on('storagemutated', listen);
    for (const kept of await keepEssays(collection, many(0))) expectValue(kept);
    expect(Math.max(...told)).toBeLessThan(60);
  });

  it('is heard by whoever follows one row, a list by an index, a count, and what is deleted', async () => {
    const collection = spanning();
    for (const kept of await keepEssays(collection, many(0))) expectValue(kept);
    const ids = await collection.essays.toCollection().primaryKeys();
    const [id = ''] = ids;
    const seen = { row: '', trash: 0, count: 0, prints: 0 };
    const stops = [
      observe(
        () => collection.essays.get(id),
        (row) => Object.assign(seen, { row: row?.trashedAt ?? '' }),
      ),
      observe(
        () => collection.essays.where('[trashedAt+keptAt+id]').above(['0', '', '']).count(),
        (trash) => Object.assign(seen, { trash }),
      ),
      observe(
        () => collection.essays.count(),
        (count) => Object.assign(seen, { count }),
      ),
      observe(
        () => collection.fingerprints.toCollection().primaryKeys(),
        (prints) => Object.assign(seen, { prints: prints.length }),
      ),
    ];
    await vi.waitFor(() => expect(seen).toEqual({ row: '', trash: 0, count: 32, prints: 32 }));
    for (const kept of await keepEssays(collection, many(100))) expectValue(kept);
    await vi.waitFor(() => expect(seen).toMatchObject({ count: 64, prints: 64 }));
    await moveToTrash(collection, ids);
    await vi.waitFor(() => expect(seen).toMatchObject({ trash: 32 }));
    expect(seen.row).not.toBe('');
    for (const stop of stops) stop();
  });

  it('leaves the keeping of one essay told row by row', async () => {
    const collection = spanning();
    const [first] = many(0);
    if (first === undefined) throw new Error('There is none.');
    const { id } = expectValue(await keepEssay(collection, first));
    let reads = 0;
    const stop = observe(
      () => collection.essays.get(id),
      () => {
        reads += 1;
      },
    );
    await vi.waitFor(() => expect(reads).toBe(1));
    expectValue(await keepEssay(collection, numberedKeeping(500, { text: textOf(500) })));
    // Whoever follows the count hears of it: by then the one who follows the row would have too.
    const counts: number[] = [];
    const other = observe(
      () => collection.essays.count(),
      (count) => counts.push(count),
    );
    await vi.waitFor(() => expect(counts).toEqual([2]));
    expect(reads).toBe(1);
    stop();
    other();
  });
});
