import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { clusterOf, setApart, setMain } from '../../../lib/collection/duplicates/clusters.ts';
import { fingerprintOf, likeness } from '../../../lib/collection/duplicates/minhash.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A text of so many characters that no other seed gives. */
function textOf(seed: number, length = 1200): string {
  return Array.from({ length }, (_, at) => {
    const hash = Math.imul(at * 7919 + seed * 104729 + 1, 0x9e3779b1) >>> 0;
    return String.fromCharCode(0x4e00 + (hash % 3000)) + (at % 40 === 39 ? '。\n' : '');
  }).join('');
}

/** The text with every so-and-so-many-th character another. */
const altered = (text: string, every: number): string =>
  [...text].map((letter, at) => (at % every === every - 1 ? '甲' : letter)).join('');

const keep = async (collection: Collection, n: number, text: string) =>
  expectValue(await keepEssay(collection, numberedKeeping(n, { text }))).id;

/** The ids of the cluster of an essay, its main first. */
const clusterIds = async (collection: Collection, id: string) =>
  expectValue(await clusterOf(collection, id))?.essays.map((row) => row.id) ?? null;

const alike = async (one: string, other: string): Promise<number> =>
  likeness((await fingerprintOf(one))?.minhash ?? [], (await fingerprintOf(other))?.minhash ?? []);

describe('a fingerprint', () => {
  it('is the same for a text of other width, case, spaces and marks', async () => {
    const text = `${textOf(1)}GDP 100`;
    const other = `　　${text.replaceAll('。', '．　').replace('GDP 100', 'ｇｄｐ１００')}`;
    expect(await fingerprintOf(other)).toEqual(await fingerprintOf(text));
  });

  it('is near for a text with few changes and far for another text', async () => {
    expect(await alike(textOf(1), altered(textOf(1), 100))).toBeGreaterThan(0.8);
    expect(await alike(textOf(1), altered(textOf(1), 10))).toBeLessThan(0.6);
    expect(await alike(textOf(1), textOf(2))).toBeLessThan(0.1);
  });

  it('is near its true share of shingles', async () => {
    // Three quarters of one text, and one quarter that is its own: 900 of 1500 shingles are common.
    const [start, one, other] = [textOf(1, 900), textOf(2, 300), textOf(3, 300)];
    expect(Math.abs((await alike(start + one, start + other)) - 0.6)).toBeLessThan(0.18);
  });

  it('is not given to a short text', async () => {
    expect(await fingerprintOf(textOf(1, 60))).toBeNull();
  });

  it('is always what was stored', async () => {
    const { bands, minhash } = (await fingerprintOf('春耕夏耘秋收冬藏'.repeat(20))) ?? { bands: [], minhash: [] };
    expect([minhash.slice(0, 2), bands[0], bands.length, minhash.length]).toMatchInlineSnapshot(`
      [
        [
          222238048,
          439611968,
        ],
        "0.1qx73jd",
        16,
        64,
      ]
    `);
  });
});

describe('essays that are nearly the same', () => {
  it('stand in a cluster, the first for all, and nothing of them is merged', async () => {
    const collection = emptyCollection();
    const text = textOf(1);
    const first = await keep(collection, 1, text);
    expect(await clusterIds(collection, first)).toBeNull();
    const second = await keep(collection, 2, altered(text, 100));
    const stranger = await keep(collection, 3, textOf(2));
    const third = await keep(collection, 4, `${text}转自别处。`);
    for (const id of [first, second, third]) expect(await clusterIds(collection, id)).toEqual([first, second, third]);
    expect(await clusterIds(collection, stranger)).toBeNull();
    expect(await collection.clusters.count()).toBe(1);
    expect(await collection.bodies.count()).toBe(4);
  });

  it('must share more than a band: half of a text does not make them one', async () => {
    const collection = emptyCollection();
    const [text, other] = [textOf(1), altered(textOf(1), 20)];
    const bands = new Set((await fingerprintOf(text))?.bands);
    expect((await fingerprintOf(other))?.bands.some((band) => bands.has(band))).toBe(true);
    const first = await keep(collection, 1, text);
    const second = await keep(collection, 2, other);
    expect(await clusterIds(collection, first)).toBeNull();
    expect(await clusterIds(collection, second)).toBeNull();
  });

  it('stay together when one is captured again', async () => {
    const collection = emptyCollection();
    const first = await keep(collection, 1, textOf(1));
    const second = await keep(collection, 2, textOf(1));
    await keep(collection, 2, altered(textOf(1), 50));
    expect(await clusterIds(collection, first)).toEqual([first, second]);
    expect(await collection.fingerprints.count()).toBe(2);
  });

  it('have another main when the reader says so, until that is taken back', async () => {
    const collection = emptyCollection();
    const first = await keep(collection, 1, textOf(1));
    const second = await keep(collection, 2, textOf(1));
    const done = expectValue(await setMain(collection, second));
    expect(done.count).toBe(1);
    expect(await clusterIds(collection, first)).toEqual([second, first]);
    expect(expectValue(await setMain(collection, second)).count).toBe(0);
    await done.undo();
    expect(await clusterIds(collection, first)).toEqual([first, second]);
  });

  it('are set apart for good, and back again', async () => {
    const collection = emptyCollection();
    const text = textOf(1);
    const first = await keep(collection, 1, text);
    const second = await keep(collection, 2, text);
    const third = await keep(collection, 3, text);
    const done = expectValue(await setApart(collection, first));
    expect(await clusterIds(collection, first)).toBeNull();
    expect(await clusterIds(collection, third)).toEqual([second, third]);
    // Captured again it is still as near, and still apart.
    await keep(collection, 1, altered(text, 100));
    expect(await clusterIds(collection, first)).toBeNull();
    expect(expectValue(await done.undo())).toBe(1);
    expect(await clusterIds(collection, third)).toEqual([first, second, third]);
    expect(await collection.apart.count()).toBe(0);
  });

  it('are found under a preface that hundreds of others have, and no more than a few are looked at', async () => {
    const collection = emptyCollection();
    const own = (await fingerprintOf(textOf(1))) ?? { bands: [], minhash: [] };
    const [common = ''] = own.bands;
    await collection.fingerprints.bulkPut(
      Array.from({ length: 500 }, (_, n) => ({ essayId: `0${n}`, bands: [common, `own ${n}`], minhash: [n] })),
    );
    const first = await keep(collection, 1, textOf(1));
    const read = vi.spyOn(collection.fingerprints, 'bulkGet');
    const second = await keep(collection, 2, textOf(1));
    expect(read.mock.calls.flat(2).length).toBeLessThan(50);
    expect(await clusterIds(collection, first)).toEqual([first, second]);
  });

  it('are no cluster once only one is left', async () => {
    const collection = emptyCollection();
    const first = await keep(collection, 1, textOf(1));
    const second = await keep(collection, 2, textOf(1));
    const done = expectValue(await setApart(collection, second));
    expect(await collection.clusters.count()).toBe(0);
    expect((await collection.essays.toArray()).map(({ cluster }) => cluster)).toEqual(['', '']);
    await done.undo();
    expect(await clusterIds(collection, second)).toEqual([first, second]);
  });

  it('are not shown from the trash, and come back from it', async () => {
    const collection = emptyCollection();
    const [first, second, third] = [
      await keep(collection, 1, textOf(1)),
      await keep(collection, 2, textOf(1)),
      await keep(collection, 3, textOf(1)),
    ];
    await moveToTrash(collection, [first]);
    expect(await clusterIds(collection, second)).toEqual([second, third]);
    await moveToTrash(collection, [third]);
    expect(await clusterIds(collection, second)).toBeNull();
    await restoreFromTrash(collection, [first, third]);
    expect(await clusterIds(collection, second)).toEqual([first, second, third]);
  });

  it('leave nothing behind when the trash is emptied', async () => {
    const collection = emptyCollection();
    const [first, second, third] = [
      await keep(collection, 1, textOf(1)),
      await keep(collection, 2, textOf(1)),
      await keep(collection, 3, textOf(1)),
    ];
    await moveToTrash(collection, [first]);
    await emptyTrash(collection);
    expect(await clusterIds(collection, second)).toEqual([second, third]);
    expect((await collection.clusters.toArray()).map(({ mainId }) => mainId)).toEqual([second]);
    await setApart(collection, third);
    await moveToTrash(collection, [second, third]);
    await emptyTrash(collection);
    const { clusters, fingerprints, apart } = collection;
    for (const table of [clusters, fingerprints, apart]) expect(await table.count()).toBe(0);
  });

  it('are not made whole when one is not stored: all or nothing', async () => {
    const collection = emptyCollection();
    const first = await keep(collection, 1, textOf(1));
    collection.captures.hook('creating', () => {
      throw new Error('no room');
    });
    expect((await keepEssay(collection, numberedKeeping(2, { text: textOf(1) }))).ok).toBe(false);
    expect(await collection.fingerprints.count()).toBe(1);
    expect(await clusterIds(collection, first)).toBeNull();
  });
});
