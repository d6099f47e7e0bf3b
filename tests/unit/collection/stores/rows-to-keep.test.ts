import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
  AT_A_TIME,
  type Rows,
  rowsOfEssays,
  rowsOfIds,
  rowsOfOrphans,
  rowsShared,
} from '../../../../lib/collection/backup/rows-to-keep.ts';
import { essayTables, sharedTables, tableOf } from '../../../../lib/collection/backup/tables.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

/** A collection with a row of each table, of the essays e1 and e2 each; those of shared tables once. */
async function collectionOfRows(): Promise<Collection> {
  const collection = emptyCollection();
  for (const name of sharedTables) await tableOf(collection, name).put(wholeRows[name]);
  for (const name of essayTables)
    for (const essayId of ['e1', 'e2']) {
      const row = wholeRows[name];
      const own = {
        ...row,
        ...('essayId' in row && { essayId }),
        ...('captureId' in row && { captureId: `c-${essayId}` }),
      };
      const id = name === 'essays' ? essayId : name === 'captures' ? `c-${essayId}` : `${name}-${essayId}`;
      await tableOf(collection, name).put('id' in row ? { ...own, id } : own);
    }
  return collection;
}
/** How many rows of each table there are, and of which essays. */
const inShort = (rows: Rows): string =>
  [...rows]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name} ${list.map((row) => row['essayId'] ?? row['id']).join(',')}`)
    .join(' | ');
const all = (ids: string): string => essayTables.map((name) => `${name} ${ids}`).join(' | ');

it('essays have all that belongs to them, in order, some at a time', async () => {
  const collection = await collectionOfRows();
  const { rows, last } = await rowsOfEssays(collection, '');
  expect([inShort(rows), last]).toEqual([all('e1,e2'), 'e2']);
  const next = await rowsOfEssays(collection, 'e1');
  expect([inShort(next.rows), next.last]).toEqual([all('e2'), 'e2']);
  expect((await rowsOfEssays(collection, 'e2')).last).toBeNull();
  // The number in the index is of this collection alone.
  expect(rows.get('essays')?.[0]).toEqual({ ...wholeRows.essays, captureId: 'c-e1', doc: undefined });
  expect(Object.hasOwn(rows.get('essays')?.[0] ?? {}, 'doc')).toBe(false);
  for (let n = 0; n < AT_A_TIME; n += 1)
    await tableOf(collection, 'essays').put({ ...wholeRows.essays, id: `d${String(n).padStart(2, '0')}` });
  const many = await rowsOfEssays(collection, '');
  expect([AT_A_TIME, many.rows.get('essays')?.length, many.last]).toEqual([25, 25, 'd24']);
});

it('essays of some ids have the same, and those that are none are passed over', async () => {
  const collection = await collectionOfRows();
  expect(inShort(await rowsOfIds(collection, ['e2', 'e9']))).toBe(all('e2'));
  expect(inShort(await rowsOfIds(collection, []))).toBe('');
});

it('of essays whose rows are lost there is what is left, with rows made anew where there is a text', async () => {
  const collection = await collectionOfRows();
  await collection.essays.clear();
  const rows = await rowsOfOrphans(collection, ['e1']);
  expect(inShort(rows)).toBe(
    essayTables
      .filter((name) => name !== 'fingerprints')
      .map((name) => `${name} e1`)
      .join(' | '),
  );
  expect(rows.get('essays')?.[0]).toMatchObject({ id: 'e1', title: '论塘', captureId: 'c-e1', authors: ['林有禾'] });
  expect(Object.hasOwn(rows.get('essays')?.[0] ?? {}, 'doc')).toBe(false);
  await collection.bodies.clear();
  const left = await rowsOfOrphans(collection, ['e2']);
  expect(inShort(left)).toBe('captures e2 | originals e2 | images e2 | highlights e2 | sent e2');
});

it('small tables are there as a whole', async () => {
  const rows = await rowsShared(await collectionOfRows());
  expect(inShort(rows)).toBe('tags t1 | shelves s1 | searches q1 | clusters k1 | apart e1 e2');
});
