import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import {
  clustersFor,
  duplicateTables,
  type Joining,
  lookBeside,
  pairOf,
  storeFingerprints,
} from '../../../../lib/collection/duplicates/cluster-for.ts';
import { forgetDuplicates } from '../../../../lib/collection/duplicates/forget-duplicates.ts';
import { isAnyWaiting, noteWaiting, readWaiting } from '../../../../lib/collection/duplicates/join-kept.ts';
import type { Fingerprint } from '../../../../lib/collection/duplicates/minhash.ts';
import { nearEssays, sharingBands } from '../../../../lib/collection/duplicates/near-essays.ts';
import { firstKept, settleClusters } from '../../../../lib/collection/duplicates/settle-clusters.ts';
import { putRows } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { writingRows } from '../../../../lib/collection/write-rows.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';

const held: { collection: Collection } = { collection: emptyCollection() };
const { collection } = held;
const within = <T>(work: () => Promise<T>): PromiseLike<T> =>
  writingRows(collection, duplicateTables(collection), work);
const write = (changes: Parameters<typeof putRows>[1]): PromiseLike<void> =>
  within(async () => putRows(collection, changes));
beforeEach(async () => {
  const { essays, fingerprints, clusters, apart } = collection;
  await write((await essays.toArray()).map((before) => ({ before, after: undefined })));
  await Promise.all([fingerprints, clusters, apart].map((table) => table.clear()));
});
afterAll(() => collection.close());

/** A fingerprint that has so many of its 64 minima in common with any other of the same text, and these bands. */
const print = (common: number, own: number, ...bands: readonly string[]): Fingerprint => ({
  bands,
  minhash: Array.from({ length: 64 }, (_, at) => (at < common ? at : own * 1000 + at)),
});
const whole = (...bands: readonly string[]): Fingerprint => print(64, 0, ...bands);
const stored = async (prints: Readonly<Record<string, Fingerprint>>): Promise<void> => {
  await collection.fingerprints.bulkPut(Object.entries(prints).map(([essayId, one]) => ({ essayId, ...one })));
};
/** Rows with these clusters, the first kept first. */
const kept = async (clusters: Readonly<Record<string, string>>): Promise<void> => {
  const rows = essayRows(Object.keys(clusters)).map((row, at) => ({
    ...row,
    cluster: clusters[row.id] ?? '',
    keptAt: `2026-01-0${at + 1}T00:00:00.000Z`,
  }));
  await write(rows.map((after) => ({ before: undefined, after })));
};
describe('what is near', () => {
  /** What is near to essays, where these are written with them. */
  const near = (essays: Readonly<Record<string, Fingerprint>>, written: readonly Joining[] = []) =>
    within(async () => {
      const given = Object.entries(essays).map(([id, fingerprint]) => ({ id, fingerprint }));
      return nearEssays(collection, given, await sharingBands(collection, Object.values(essays)), written);
    });

  it('has forty-five of sixty-four minima in common, the most alike first', async () => {
    await stored({
      a: print(45, 1, 'x'),
      b: print(44, 2, 'x'),
      c: print(60, 3, 'x'),
      d: whole('y'),
      e: print(50, 4, 'x'),
    });
    expect(await near({ me: whole('x') })).toEqual([['c', 'e', 'a']]);
    expect(await near({ me: whole('x', 'y'), other: print(44, 5, 'y') })).toEqual([['d', 'c', 'e', 'a'], []]);
  });

  it('is never itself, and counts by what is being written', async () => {
    await stored({ me: whole('x'), old: whole('x'), far: print(10, 1, 'x') });
    const joining = (id: string, fingerprint: Fingerprint | null): Joining => ({ id, fingerprint, cluster: '' });
    expect(await near({ me: whole('x') }, [joining('me', whole('x'))])).toEqual([['old']]);
    expect(
      await near({ me: whole('x') }, [
        joining('old', print(1, 2, 'x')),
        joining('far', whole('x')),
        joining('none', null),
      ]),
    ).toEqual([['far']]);
    // It shares no band any more.
    expect(await near({ me: whole('x') }, [joining('old', whole('z'))])).toEqual([[]]);
    expect(await near({})).toEqual([]);
  });

  it('is looked for among twenty-four that share the most bands', async () => {
    const many = Array.from({ length: 24 }, (_, n): [string, Fingerprint] => [`a${n}`, print(1, n + 1, 'x', 'y')]);
    await stored(Object.fromEntries([...many, ['z', whole('x')]]));
    expect(await near({ me: whole('x', 'y') })).toEqual([[]]);
    await collection.fingerprints.delete('a0');
    expect(await near({ me: whole('x', 'y') })).toEqual([['z']]);
  });

  it('is looked for among sixty-four of a band', async () => {
    const many = Array.from({ length: 64 }, (_, n): [string, Fingerprint] => [
      `a${String(n).padStart(2, '0')}`,
      print(1, n + 1, 'x'),
    ]);
    await stored(Object.fromEntries([...many.slice(0, 63), ['z', whole('x', 'y', 'w')]]));
    expect(await near({ me: whole('x', 'y') })).toEqual([['z']]);
    await stored(Object.fromEntries([...many]));
    const [sharing] = await within(async () => sharingBands(collection, [whole('x', 'q'), null]));
    expect(sharing?.map((ids) => [ids.length, ids.includes('z')])).toEqual([
      [64, false],
      [0, false],
    ]);
    const written = Array.from(
      { length: 65 },
      (_, n): Joining => ({
        id: `b${String(n).padStart(2, '0')}`,
        fingerprint: n === 64 ? whole('v') : print(1, n + 1, 'v'),
        cluster: '',
      }),
    );
    expect(await near({ me: whole('v') }, written)).toEqual([[]]);
    // In the order of their ids, however they came.
    const renamed = written.map((one, n): Joining => ({ ...one, id: n === 64 ? 'a00' : one.id }));
    expect(await near({ me: whole('v') }, renamed)).toEqual([['a00']]);
  });
});

describe('essays that are kept', () => {
  const join = async (...joining: readonly (readonly [string, Fingerprint | null, string?])[]) => {
    const given = joining.map(([id, fingerprint, cluster = '']): Joining => ({ id, fingerprint, cluster }));
    const { clusters, made } = await within(async () =>
      clustersFor(collection, given, await lookBeside(collection, given)),
    );
    const named = (cluster: string): string => (made.includes(cluster) ? `new${made.indexOf(cluster)}` : cluster);
    const mains = await collection.clusters.bulkGet([...made]);
    return [
      [...clusters].map(([id, cluster]) => `${id}:${named(cluster)}`).join(' '),
      ...mains.map((row) => row?.mainId),
    ];
  };

  it('join the cluster of the nearest, or make one with it', async () => {
    await stored({ a: print(60, 1, 'x'), b: print(62, 2, 'x'), lost: whole('x') });
    await kept({ a: 'k', b: '' });
    expect(await join(['me', whole('x')])).toEqual(['b:new0 me:new0', 'b']);
    await collection.essays.update('b', { cluster: 'k2' });
    expect(await join(['me', whole('x')])).toEqual(['me:k2']);
    expect(await join(['me', whole('x'), 'own'], ['short', null], ['far', whole('q')])).toEqual(['me:own short: far:']);
  });

  it('join each other, the first for all', async () => {
    expect(await join(['a', whole('x')], ['b', whole('x')], ['c', whole('y')], ['d', whole('x')])).toEqual([
      'a:new0 b:new0 c: d:new0',
      'a',
    ]);
    // One that is in a cluster by now takes the others in, also where it comes after them.
    expect(await join(['a', whole('x')], ['b', whole('x'), 'k'])).toEqual(['a:k b:k']);
  });

  it('stay apart from one that they were set apart from, and from all of its cluster', async () => {
    await stored({ a: print(63, 1, 'x'), b: print(60, 2, 'x') });
    await kept({ a: 'k', b: '', c: 'k', d: 'k' });
    await collection.apart.put({ id: pairOf('me', 'a') });
    expect(await join(['me', whole('x')])).toEqual(['b:new0 me:new0', 'b']);
    await collection.apart.clear();
    await collection.apart.put({ id: pairOf('me', 'd') });
    expect(await join(['me', whole('x')])).toEqual(['b:new0 me:new0', 'b']);
    await collection.apart.put({ id: pairOf('me', 'b') });
    expect(await join(['me', whole('x')])).toEqual(['me:']);
    await collection.apart.clear();
    await collection.apart.put({ id: pairOf('other', 'a') });
    expect(await join(['me', whole('x')])).toEqual(['me:k']);
  });

  it('stay apart from one that comes into a cluster with them', async () => {
    await collection.apart.put({ id: pairOf('a', 'c') });
    expect(await join(['a', whole('x')], ['b', whole('x')], ['c', whole('x')])).toEqual(['a:new0 b:new0 c:', 'a']);
    // Of two that are in none yet, only the pair itself counts.
    await collection.apart.put({ id: pairOf('c', 'z') });
    expect(await join(['z', whole('q')], ['b', whole('x')], ['c', whole('x')])).toEqual(['z: b:new0 c:new0', 'b']);
  });

  it('wait for being joined in the order in which they were kept, each once', async () => {
    const joining = (...ids: readonly string[]) => ids.map((id) => ({ id }));
    await collection.meta.clear();
    expect([noteWaiting(collection, ['a'], []), await isAnyWaiting(collection)]).toEqual([[], false]);
    await Promise.all(noteWaiting(collection, ['b'], joining('a', 'b', 'c')));
    expect((await collection.meta.get('to-join'))?.value).toEqual(['b', 'a', 'c']);
    expect(await isAnyWaiting(collection)).toBe(true);
    await collection.meta.put({ key: 'to-join', value: ['a', 7, null] });
    expect(await collection.transaction('r', collection.meta, async () => readWaiting(collection))).toEqual(['a']);
    await collection.meta.clear();
  });

  it('have their fingerprints stored, and lose them where the text is too short now', async () => {
    await stored({ a: whole('x'), b: whole('x') });
    await Promise.all(
      storeFingerprints(collection, [
        { id: 'a', fingerprint: null },
        { id: 'c', fingerprint: whole('y') },
      ]),
    );
    expect((await collection.fingerprints.toArray()).map(({ essayId, bands }) => [essayId, ...bands])).toEqual([
      ['b', 'x'],
      ['c', 'y'],
    ]);
    expect([
      storeFingerprints(collection, []).length,
      storeFingerprints(collection, [{ id: 'a', fingerprint: null }]).length,
    ]).toEqual([0, 1]);
  });
});

describe('clusters that essays left', () => {
  const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(24)) as [string, string, string, string];
  const settle = async (...ids: readonly string[]) => {
    const { changed, before } = await within(async () => settleClusters(collection, ids));
    const mains = (await collection.clusters.toArray()).map(({ id, mainId }) => `${id}:${mainId[0]}`);
    const rows = (await collection.essays.toArray()).map(({ cluster }) => cluster || '-');
    return [mains.join(' '), rows.join(' '), changed.length, before.map(({ id }) => id).join(' ')];
  };

  it('keep their main essay, or have the one that was kept first; one of a single essay is none', async () => {
    await kept({ [B]: 'k', [A]: 'k', [C]: 'k', [D]: 'solo' });
    await collection.clusters.bulkPut([
      { id: 'k', mainId: C },
      { id: 'solo', mainId: D },
      { id: 'empty', mainId: 'x' },
    ]);
    expect(await settle('k', 'k', 'unknown')).toEqual(['empty:x k:c solo:d', 'k k k solo', 0, 'k']);
    await collection.clusters.update('k', { mainId: 'gone' });
    expect(await settle('k', 'solo', 'empty')).toEqual(['k:b', 'k k k -', 1, 'k solo empty']);
  });

  it('of essays that were deleted for good are put right, and what they were set apart from is forgotten', async () => {
    await kept({ [A]: 'k', [B]: 'k', [C]: '', [D]: '' });
    await collection.clusters.put({ id: 'k', mainId: A });
    await stored({ [A]: whole(), [B]: whole(), [C]: whole(), [D]: whole() });
    await collection.apart.bulkPut([pairOf(A, D), pairOf(D, B), pairOf(C, A)].map((id) => ({ id })));
    const gone = (await collection.essays.bulkGet([A, C])).filter((row) => row !== undefined);
    await write(gone.map((before) => ({ before, after: undefined })));
    await within(async () => forgetDuplicates(collection, gone));
    expect([
      await collection.apart.toCollection().primaryKeys(),
      await collection.fingerprints.toCollection().primaryKeys(),
      await collection.clusters.count(),
      (await collection.essays.get(B))?.cluster,
    ]).toEqual([[`${B} ${D}`], [B, D], 0, '']);
  });

  it('have a first essay by when it was kept, whatever their order', () => {
    const rows = ['c', 'a', 'b'].map((id) => ({ id, keptAt: id }) as EssayRow);
    expect([firstKept(rows)?.id, firstKept(rows.toReversed())?.id, firstKept([])]).toEqual(['a', 'a', undefined]);
  });
});
