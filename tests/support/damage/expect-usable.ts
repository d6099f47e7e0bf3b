import { expect } from 'vitest';
import { listHighlights } from '../../../lib/collection/actions/highlights.ts';
import { listSearches } from '../../../lib/collection/actions/saved-searches.ts';
import { listShelves } from '../../../lib/collection/actions/shelves.ts';
import { listTags, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { fillCopy } from '../../../lib/collection/copy/fill-copy.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { getBody, getEssay } from '../../../lib/collection/get-essay.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { listImages } from '../../../lib/collection/images/images.ts';
import { getJob, listJobItems, listJobs } from '../../../lib/collection/jobs.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listEssays } from '../../../lib/collection/list-essays.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import type { Engine } from '../../../lib/search/engine.ts';
import { emptyCollection, expectValue } from '../collections.ts';
import { numberedKeeping } from '../keepings.ts';
import { memoryFolder } from '../memory-folder.ts';
import { type Damage, ESSAYS, everywhere, searchOf, type Victim, wordOf } from './damaged-collection.ts';

/** Ids of what a search finds, all of them. */
async function found(engine: Engine, query: string): Promise<readonly string[]> {
  const { result, total } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {} });
  return engine.ids(result, 0, total);
}

/** Numbers of the essays that a damage leaves whole. */
const healthy = ({ harms }: Damage): readonly number[] =>
  Array.from({ length: ESSAYS }, (_, n) => n).filter((n) => n !== harms);

/** All essays but the damaged one can be found, read, acted on and exported, and a new one is kept. */
export async function expectRestUsable(collection: Collection, { ids }: Victim, damage: Damage): Promise<void> {
  const rest = healthy(damage);
  const restIds = rest.map((n) => ids[n] ?? '');
  expectValue(await listEssays(collection, { limit: 99 }));
  const engine = searchOf(collection);
  expect(await found(engine, '')).toEqual(expect.arrayContaining(restIds));
  expect(await found(engine, everywhere)).toEqual(expect.arrayContaining(restIds));
  for (const n of rest) expect(await found(engine, wordOf(n)), `search of essay ${n}`).toEqual([ids[n]]);
  const all = await found(engine, '');
  expect(all.length).toBeLessThanOrEqual(ESSAYS);
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain('');
  await getRows(collection, all);
  await engine.snippets(all, [everywhere]);
  for (const id of restIds) {
    const row = expectValue(await getEssay(collection, id));
    expect(expectValue(await getBody(collection, row?.captureId ?? ''))?.text).toContain(everywhere);
  }
  // An act on all that the list shows, the damaged one among them.
  expect(expectValue(await tagEssays(collection, all, { add: ['新标签'] })).count).toBeGreaterThanOrEqual(rest.length);
  expectValue(await keepEssay(collection, numberedKeeping(77, { text: `新的一篇，说${everywhere}。` })));
  expect(await found(engine, '新的一篇')).toHaveLength(1);
  expect(await found(engine, everywhere)).toEqual(expect.arrayContaining(restIds));
  for (const id of ids) {
    expectValue(await listHighlights(collection, id)).map(({ position, quote }) => [
      position.start,
      quote.exact.length,
    ]);
    expectValue(await listImages(collection, id)).map(({ bytes }) => bytes?.byteLength);
  }
  expectValue(await listTags(collection)).map(({ name }) => name.length);
  expectValue(await listShelves(collection)).map(({ name }) => name.length);
  expectValue(await listSearches(collection)).map(({ name }) => name.length);
  for (const { row } of expectValue(await listJobs(collection))) {
    expectValue(await listJobItems(collection, row.id)).map(({ address, title }) => [address.length, title.length]);
    const stored = expectValue(await getJob(collection, row.id));
    expect(stored?.job.items.every((item, at) => item.number === at && typeof item.address === 'string')).toBe(true);
  }
  const exported: string[] = [];
  for await (const record of recordsOf(collection, ids)) exported.push(record.id);
  expect(exported).toEqual(expect.arrayContaining(restIds));
}

/** Every healthy essay with its text comes back from a backup. */
export async function expectBackedUp(collection: Collection, { ids }: Victim, damage: Damage): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
  const other = emptyCollection();
  expectValue(await restoreBackup(other, expectValue(await openBackup(new Blob(parts))), 'replace'));
  const engine = searchOf(other);
  for (const n of healthy(damage)) expect(await found(engine, wordOf(n)), `restored essay ${n}`).toEqual([ids[n]]);
  other.close();
}

/** Every healthy essay is in the second copy, and comes back from it. */
export async function expectCopied(collection: Collection, { ids }: Victim, damage: Damage): Promise<void> {
  const folder = memoryFolder();
  expect(await fillCopy(collection, folder)).toBe(true);
  expect(await collection.uncopied.count()).toBe(0);
  const other = emptyCollection();
  await rebuildFromCopy(other, folder);
  const engine = searchOf(other);
  for (const n of healthy(damage)) expect(await found(engine, wordOf(n)), `copied essay ${n}`).toEqual([ids[n]]);
  other.close();
}
