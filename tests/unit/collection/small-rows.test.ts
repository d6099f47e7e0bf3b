import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { listSearches } from '../../../lib/collection/actions/saved-searches.ts';
import { rowGiven } from '../../../lib/collection/backup/handed/handed-row.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';

it.each([
  ['tags', { id: 't1', name: '水利', folded: '水利' }],
  ['shelves', { id: 's1', name: '课题', parent: 's0', order: 2 }],
] as const)('a colleague is given all of a row of %s', (table, row) => {
  expect(rowGiven(table, row, { own: false })).toEqual(row);
});

it('saved searches are listed by when they were made, whatever their keys', async () => {
  const collection = emptyCollection();
  const made = ['2026-03-02', '2026-01-02', '2026-02-02'].map((day, at) => ({
    id: `search-${at}`,
    name: day,
    query: 'q=梯田',
    madeAt: `${day}T09:30:00.000Z`,
  }));
  await collection.searches.bulkPut(made);
  expect(expectValue(await listSearches(collection)).map(({ name }) => name)).toEqual([
    '2026-01-02',
    '2026-02-02',
    '2026-03-02',
  ]);
  collection.close();
});
