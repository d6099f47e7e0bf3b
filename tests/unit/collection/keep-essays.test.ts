import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay, keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import type { Keeping } from '../../../lib/collection/keep/keep-request.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A text of its own for each number, long enough to have a fingerprint. */
const textOf = (seed: number): string =>
  Array.from({ length: 600 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((Math.imul(at * 7919 + seed * 104729 + 1, 0x9e3779b1) >>> 0) % 3000)),
  ).join('');

/** Everything that is stored, with the names that chance gave replaced by where they come first. */
async function written(collection: Collection): Promise<unknown> {
  const { essays, captures, bodies, originals, clusters, fingerprints } = collection;
  const rows = await essays.orderBy('id').toArray();
  const names = new Map<string, string>();
  for (const { id, captureId, cluster } of rows) {
    names.set(captureId, `capture of ${id}`);
    if (cluster !== '' && !names.has(cluster)) names.set(cluster, `cluster of ${id}`);
  }
  for (const { id, essayId, takenAt } of await captures.toArray()) {
    if (!names.has(id)) names.set(id, `capture of ${essayId} at ${takenAt}`);
  }
  const all = await Promise.all(
    [essays, captures, bodies, originals, clusters, fingerprints].map((table) => table.toArray()),
  );
  const named = JSON.stringify(all, (name, value) =>
    // Of the names too.
    name === 'digest'
      ? ''
      : value instanceof Uint8Array
        ? [...value]
        : typeof value === 'string'
          ? (names.get(value) ?? value)
          : value,
  );
  return (JSON.parse(named) as unknown[][]).map((table) => table.map((row) => JSON.stringify(row)).toSorted());
}

describe('keeping many essays', () => {
  it('is the same as keeping one after another', async () => {
    const again = { ...numberedKeeping(2, { text: textOf(9) }), original: new TextEncoder().encode('<p>anders</p>') };
    const keepings: Keeping[] = [
      numberedKeeping(1, { text: textOf(1) }),
      numberedKeeping(2, { text: textOf(2) }),
      numberedKeeping(3, { text: textOf(1) }),
      again,
      numberedKeeping(2, { text: textOf(2) }),
      numberedKeeping(4, { text: textOf(7) }),
      numberedKeeping(5, { text: textOf(1) }),
      numberedKeeping(6, { text: '短' }),
      numberedKeeping(7, { text: textOf(7) }),
    ];
    const [together, apart] = [emptyCollection(), emptyCollection()];
    for (const collection of [together, apart]) {
      expectValue(await keepEssay(collection, numberedKeeping(4, { text: textOf(3) })));
      const { id } = expectValue(await keepEssay(collection, numberedKeeping(8, { text: textOf(2) })));
      await moveToTrash(collection, [id], '2026-05-01T00:00:00.000Z');
    }
    const changes = (await keepEssays(together, keepings)).map((outcome) => expectValue(outcome).change);
    const changesApart: string[] = [];
    for (const keeping of keepings) changesApart.push(expectValue(await keepEssay(apart, keeping)).change);
    expect(changes).toEqual(changesApart);
    expect(await together.clusters.count()).toBe(3);
    const withoutDoc = (all: unknown) => JSON.stringify(all).replaceAll(/\\"doc\\":\d+/g, '');
    expect(withoutDoc(await written(together))).toEqual(withoutDoc(await written(apart)));
  });

  it('takes one transaction and writes the ledger once', async () => {
    const collection = emptyCollection();
    await collection.open();
    const transactions = vi.spyOn(collection, 'transaction');
    const outcomes = await keepEssays(
      collection,
      [1, 2, 3, 4].map((n) => numberedKeeping(n, { text: textOf(n) })),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(transactions).toHaveBeenCalledTimes(1);
    expect((await readState(collection.meta)).version).toBe(1);
  });

  it('keeps the others when one cannot be stored, and says which', async () => {
    const collection = emptyCollection();
    await collection.open();
    collection.bodies.hook('creating', (_, { title }) => {
      if (title === '第2篇') throw new Error('it cannot be cloned');
    });
    const outcomes = await keepEssays(
      collection,
      [1, 2, 3].map((n) => numberedKeeping(n)),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? 'kept' : outcome.problem.code))).toEqual([
      'kept',
      'storage-failed',
      'kept',
    ]);
    for (const table of [collection.essays, collection.captures, collection.bodies, collection.originals])
      expect(await table.count()).toBe(2);
  });

  it('keeps nothing of none', async () => {
    expect(await keepEssays(emptyCollection(), [])).toEqual([]);
  });
});
