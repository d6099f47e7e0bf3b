import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import type { FindCopies } from '../../../lib/collection/copy/find-copies.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { expectValue } from '../../support/collections.ts';
import { makeVictim } from '../../support/damage/damaged-collection.ts';
import { damages } from '../../support/damage/damages.ts';
import { expectBackedUp, expectRestUsable } from '../../support/damage/expect-usable.ts';

/** All that was found. */
async function findingsOf(collection: Collection) {
  const { open, past } = expectValue(await listFindings(collection, 99));
  return [...open, ...past];
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
