import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { clusterOf, setApart } from '../../../lib/collection/duplicates/clusters.ts';
import { areFingerprintsFilled, fillFingerprints } from '../../../lib/collection/duplicates/fill-fingerprints.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyLedger, refreshLedger } from '../../../lib/collection/ledger/read-ledger.ts';
import version1 from '../../fixtures/schema-v1.json' with { type: 'json' };
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { restoreDatabase } from '../../support/schema-dump.ts';

/** A text of its own for each number. */
const textOf = (seed: number): string =>
  Array.from({ length: 400 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((Math.imul(at * 7919 + seed * 104729 + 1, 0x9e3779b1) >>> 0) % 3000)),
  ).join('');

/** A collection of essays with these texts, as it came from one that knew nothing of near-duplicates; ids in order. */
async function without(texts: readonly string[]): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const [n, text] of texts.entries())
    ids.push(expectValue(await keepEssay(collection, numberedKeeping(n, { text }))).id);
  await collection.essays.toCollection().modify({ cluster: '' });
  await Promise.all([collection.fingerprints.clear(), collection.clusters.clear()]);
  return { collection, ids };
}

async function fill(collection: Collection): Promise<number> {
  let steps = 1;
  while (await fillFingerprints(collection)) steps += 1;
  return steps;
}

const clusterIds = async (collection: Collection, id: string | undefined) =>
  expectValue(await clusterOf(collection, id ?? ''))?.essays.map((row) => row.id) ?? null;

describe('essays without fingerprints', () => {
  it('get them, and the clusters that they would be in, the first kept for all', async () => {
    const { collection, ids } = await without([textOf(1), textOf(2), textOf(1), '短文', textOf(1)]);
    await fill(collection);
    expect(await collection.fingerprints.count()).toBe(4);
    expect(await clusterIds(collection, ids[4])).toEqual([ids[0], ids[2], ids[4]]);
    expect(await clusterIds(collection, ids[1])).toBeNull();
    expect(await areFingerprintsFilled(collection)).toBe(true);
    expect(await fill(collection)).toBe(1);
    const ledger = emptyLedger();
    await refreshLedger(collection, ledger);
    expect(ledger.columns.cluster.texts).toContain((await collection.essays.get(ids[0] ?? ''))?.cluster);
  });

  it('get them step by step, and another time it goes on where it was', async () => {
    const { collection, ids } = await without(Array.from({ length: 40 }, (_, n) => textOf(n % 39)));
    expect(await fillFingerprints(collection)).toBe(true);
    const some = await collection.fingerprints.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(40);
    collection.close();
    const later = openCollection(collection.name);
    expect(await areFingerprintsFilled(later)).toBe(false);
    await fill(later);
    expect(await later.fingerprints.count()).toBe(40);
    expect(await clusterIds(later, ids[39])).toEqual([ids[0], ids[39]]);
  });

  it('stay as they are where there is nothing to do', async () => {
    const collection = emptyCollection();
    for (const n of [1, 2, 3]) await keepEssay(collection, numberedKeeping(n, { text: textOf(1) }));
    const [, second] = await collection.essays.orderBy('[trashedAt+keptAt+id]').toArray();
    await setApart(collection, second?.id ?? '');
    const before = await collection.essays.toArray();
    await fill(collection);
    expect(await collection.essays.toArray()).toEqual(before);
    expect(await collection.clusters.count()).toBe(1);
  });

  it('are not touched by what was kept again meanwhile', async () => {
    const { collection, ids } = await without([textOf(1), textOf(2)]);
    const step = fillFingerprints(collection);
    await keepEssay(collection, numberedKeeping(1, { text: textOf(1) }));
    await step;
    await fill(collection);
    expect(await clusterIds(collection, ids[1])).toEqual([ids[0], ids[1]]);
    expect((await collection.fingerprints.get(ids[0] ?? ''))?.minhash).toEqual(
      (await collection.fingerprints.get(ids[1] ?? ''))?.minhash,
    );
  });

  it('are found after the upgrade of an old collection', async () => {
    const name = `schema-${crypto.randomUUID()}`;
    await restoreDatabase(name, version1);
    const collection = openCollection(name);
    const rows = await collection.essays.toArray();
    expect(await collection.fingerprints.count()).toBe(0);
    for (const { captureId } of rows.slice(0, 2)) await collection.bodies.update(captureId, { text: textOf(1) });
    await fill(collection);
    expect((await clusterIds(collection, rows[0]?.id))?.toSorted()).toEqual(
      rows
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('are looked for again after a backup was restored', async () => {
    const collection = emptyCollection();
    await fill(collection);
    expect(await areFingerprintsFilled(collection)).toBe(true);
    const zip = await readFile(new URL('../../fixtures/backup-v1.zip', import.meta.url));
    const backup = expectValue(await openBackup(new Blob([new Uint8Array(zip)])));
    expectValue(await restoreBackup(collection, backup, 'merge'));
    expect(await areFingerprintsFilled(collection)).toBe(false);
    await fill(collection);
    expect(await areFingerprintsFilled(collection)).toBe(true);
  });
});
