import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { listHighlights } from '../../../lib/collection/actions/highlights.ts';
import { listSearches } from '../../../lib/collection/actions/saved-searches.ts';
import { listShelves } from '../../../lib/collection/actions/shelves.ts';
import { listTags, tagEssays } from '../../../lib/collection/actions/tags.ts';
import { openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import type { FindCopies } from '../../../lib/collection/copy/find-copies.ts';
import { getBody, getEssay } from '../../../lib/collection/get-essay.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { listImages } from '../../../lib/collection/images/images.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { getJob, listJobItems, listJobs } from '../../../lib/collection/jobs.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listEssays } from '../../../lib/collection/list-essays.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import type { Engine } from '../../../lib/search/engine.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import {
  type Damage,
  ESSAYS,
  everywhere,
  makeVictim,
  searchOf,
  type Victim,
  wordOf,
} from '../../support/damage/damaged-collection.ts';
import { damages } from '../../support/damage/damages.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** Ids of what a search finds, all of them. */
async function found(engine: Engine, query: string): Promise<readonly string[]> {
  const { result, total } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {} });
  return engine.ids(result, 0, total);
}

/** All that was found. */
async function findingsOf(collection: Collection) {
  const { open, past } = expectValue(await listFindings(collection, 99));
  return [...open, ...past];
}

/** Numbers of the essays that a damage leaves whole. */
const healthy = ({ harms }: Damage): readonly number[] =>
  Array.from({ length: ESSAYS }, (_, n) => n).filter((n) => n !== harms);

async function expectRestUsable(collection: Collection, { ids }: Victim, damage: Damage): Promise<void> {
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
async function expectBackedUp(collection: Collection, { ids }: Victim, damage: Damage): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
  const other = emptyCollection();
  expectValue(await restoreBackup(other, expectValue(await openBackup(new Blob(parts))), 'replace'));
  const engine = searchOf(other);
  for (const n of healthy(damage)) expect(await found(engine, wordOf(n)), `restored essay ${n}`).toEqual([ids[n]]);
  other.close();
}

describe('a damaged record', () => {
  it.each(damages)('harms itself alone: $name', async (damage) => {
    const victim = await makeVictim();
    await damage.run(victim);
    // A part of the extension that starts afterwards.
    victim.collection.close();
    const collection = openCollection(victim.collection.name);
    await expectRestUsable(collection, victim, damage);
    await expectBackedUp(collection, victim, damage);
    collection.close();
  });

  it.each(damages)('is named, and put right where that can be: $name', async (damage) => {
    const victim = await makeVictim();
    const before = await victim.collection.essays.toArray();
    await damage.run(victim);
    const { collection } = victim;
    await checkCollection(collection);
    const found = await findingsOf(collection);
    const told = found.filter(({ table }) => table === damage.told);
    expect(told.length, JSON.stringify(found)).toBeGreaterThan(0);
    const ofEssays = ['essays', 'bodies', 'captures', 'originals'].includes(damage.told) && damage.harms !== null;
    if (ofEssays) expect(told.map(({ essayId }) => essayId)).toEqual([victim.ids[damage.harms ?? -1]]);
    for (const row of before) {
      const { doc: _doc, ...after } = (await collection.essays.get(row.id)) ?? { doc: -1 };
      const lost = row.id === victim.ids[damage.harms ?? -1] ? damage.lost : [];
      const wanted = Object.entries(row).filter(([name]) => name !== 'doc' && !lost.includes(name));
      expect(after, row.title).toMatchObject(Object.fromEntries(wanted));
    }
    await checkCollection(collection);
    const again = await findingsOf(collection);
    expect(again.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
    await expectRestUsable(collection, victim, damage);
    collection.close();
  });

  it('comes back whole from a second copy, with all that the reader made of it', async () => {
    const victim = await makeVictim();
    const { collection } = victim;
    const tables = ['essays', 'captures', 'bodies', 'originals', 'images', 'highlights', 'tags', 'shelves'] as const;
    const stored = new Map<string, Readonly<Record<string, unknown>>>();
    for (const name of tables) {
      const keys = await collection.table(name).toCollection().primaryKeys();
      const rows = await collection.table(name).bulkGet(keys);
      for (const [at, key] of keys.entries()) stored.set(`${name} ${JSON.stringify(key)}`, rows[at]);
    }
    const copies: FindCopies = async (table, keys) =>
      new Map(
        keys.flatMap((key) => {
          const row = stored.get(`${table} ${JSON.stringify(key)}`);
          return row === undefined ? [] : [[JSON.stringify(key), row] as const];
        }),
      );
    const wanted = [
      'tags null',
      'the id alone',
      'row missing',
      'text cut off',
      'body: missing',
      'original: other',
      'capture: keys',
      'quote null',
      'bytes a text',
      'image: one bit',
      'name null',
      'original: missing',
    ];
    for (const damage of damages.filter(
      ({ name }) => wanted.some((one) => name.includes(one)) && !name.startsWith('search'),
    )) {
      await damage.run(victim);
      await checkCollection(collection, { copies });
      for (const name of tables) {
        for (const key of await collection.table(name).toCollection().primaryKeys()) {
          const { doc: _doc, ...row } = await collection.table(name).get(key);
          const { doc: _was, ...was } = stored.get(`${name} ${JSON.stringify(key)}`) ?? {};
          expect(row, `${damage.name}: ${name}`).toEqual(was);
        }
      }
      expect(expectValue(await listFindings(collection, 99)).open, damage.name).toEqual([]);
    }
  });
});
