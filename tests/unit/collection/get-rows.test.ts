import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';

it('gives rows in the order asked for, null for those that are gone, and of a damaged one what can be read', async () => {
  const collection = emptyCollection();
  await collection.essays.bulkAdd(essayRows(['a', 'b', 'c']));
  await collection.essays.update('c', { title: 7 as unknown as string, authors: ['王', null] as never });
  const rows = await getRows(collection, ['b', 'gone', 'c', 'a']);
  expect(rows.map((row) => row?.id ?? null)).toEqual(['b', null, 'c', 'a']);
  expect(rows[2]).toMatchObject({ title: '7', authors: ['王'] });
});
