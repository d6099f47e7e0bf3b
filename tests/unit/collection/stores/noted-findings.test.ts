import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { findingId, noteFindings, settleFindings } from '../../../../lib/collection/integrity/findings.ts';
import { emptyCollection } from '../../../support/collections.ts';

it('what was put aside first, and when, stays until it is settled', async () => {
  const collection = emptyCollection();
  const note = (row: object | null) =>
    noteFindings(collection, [{ table: 'essays', key: 'e1', reason: 'mended', row: row as never }]);
  const id = findingId('essays', 'e1');
  await note({ first: 1 });
  await collection.quarantine.update(id, { foundAt: '2026-01-01T00:00:00.000Z' });
  await note({ second: 2 });
  expect(await collection.quarantine.get(id)).toMatchObject({
    row: { first: 1 },
    foundAt: '2026-01-01T00:00:00.000Z',
    settled: false,
  });
  await settleFindings(collection, [id]);
  await note({ third: 3 });
  const again = await collection.quarantine.get(id);
  expect([again?.row, again?.settled, again?.foundAt === '2026-01-01T00:00:00.000Z']).toEqual([
    { third: 3 },
    false,
    false,
  ]);
});
