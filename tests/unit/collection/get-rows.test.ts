import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';

it('gives rows in the order asked for, and null for those that are gone or damaged', async () => {
  const collection = emptyCollection();
  await collection.essays.bulkAdd(essayRows(['a', 'b', 'c']));
  await collection.essays.update('c', { title: 7 as unknown as string });
  const rows = await getRows(collection, ['b', 'gone', 'c', 'a']);
  expect(rows.map((row) => row?.id ?? null)).toEqual(['b', null, null, 'a']);
});
