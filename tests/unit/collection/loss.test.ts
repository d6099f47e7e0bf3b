import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { forgetLoss, type Loss, missingOf, putLoss, readLoss } from '../../../lib/collection/loss/loss.ts';
import {
  countRows,
  isToldLately,
  standingOfWitness,
  type Witness,
  type WitnessedCounts,
} from '../../../lib/collection/loss/witness.ts';
import type { BodyRow } from '../../../lib/collection/rows.ts';
import { emptyCollection } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const counts = (essays: number, bodies = essays): WitnessedCounts => ({
  essays,
  captures: essays,
  bodies,
  originals: essays,
});
const witness: Witness = { collection: 'a', counts: counts(40), seenAt: '2026-03-01T08:00:00.000Z' };

it.each([
  ['a new collection on a new computer', null, counts(0), null, 'first'],
  ['one that was emptied and is seen again', 'b', counts(0), { ...witness, counts: counts(0) }, 'first'],
  ['the collection that was there', 'a', counts(40), witness, 'same'],
  ['one that grew since', 'a', counts(90), witness, 'same'],
  ['one that was not counted', 'a', null, witness, 'same'],
  ['an empty database in its place', null, counts(0), witness, 'lost'],
  ['a database with a keep in its place', 'b', counts(1), witness, 'lost'],
  ['one without its texts', 'a', counts(40, 12), witness, 'thinner'],
] as const)('knows %s', (_, id, now, seen, standing) => {
  expect(standingOfWitness(id, now, seen)).toBe(standing);
});

it('counts the rows of a collection', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, numberedKeeping(1));
  expect(await countRows(collection)).toEqual(counts(1));
});

it('counts many rows in slices, so that nobody waits for all of them, and brings the last key of a slice alone', async () => {
  const collection = emptyCollection();
  const rows = Array.from({ length: 2507 }, (_, at) => ({ captureId: `${at}` }) as BodyRow);
  await collection.bodies.bulkAdd(rows);
  const asked = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys');
  const counted = vi.spyOn(IDBObjectStore.prototype, 'count');
  const skipped = vi.spyOn(IDBCursor.prototype, 'advance');
  const passed = vi.spyOn(IDBCursor.prototype, 'continue');
  const rests: number[] = [];
  expect((await countRows(collection, async (took) => void rests.push(took))).bodies).toBe(2507);
  expect(rests).toHaveLength(5);
  const answers = asked.mock.results.map(({ value }) => (value as IDBRequest<unknown[]>).result.length);
  expect(answers.filter((length) => length > 0)).toEqual([7]);
  expect(skipped.mock.calls.filter(([by]) => by > 499)).toEqual([]);
  expect(skipped.mock.calls.filter(([by]) => by === 499).length).toBeGreaterThanOrEqual(5);
  expect(passed).not.toHaveBeenCalled();
  expect(counted).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

it.each([
  ['of a small collection at each rest', 10, 1000, false],
  ['of a large one not again and again', 100_000, 60_000, true],
  ['of a large one after a while', 100_000, 3_600_000, false],
  ['by a clock that was put back', 100_000, -60_000, false],
] as const)('counts the rows %s', (_, essays, age, lately) => {
  const told = { ...witness, counts: counts(essays) };
  expect(isToldLately(told, 'a', Date.parse(witness.seenAt) + age)).toBe(lately);
  expect(isToldLately(told, 'b', Date.parse(witness.seenAt) + age)).toBe(false);
});

it('remembers a loss until it was seen, and how much is still missing', async () => {
  const collection = emptyCollection();
  const loss: Loss = { at: 'x', seenAt: 'y', before: 40, found: 1, restored: null, state: 'ended' };
  await putLoss(collection, loss);
  expect(await readLoss(collection)).toEqual(loss);
  expect(missingOf(loss)).toBe(39);
  expect(missingOf({ ...loss, restored: { essays: 39, rows: 200, damaged: 0 } })).toBe(0);
  await forgetLoss(collection);
  expect(await readLoss(collection)).toBeNull();
  await collection.meta.put({ key: 'loss', value: { before: 'many' } });
  expect(await readLoss(collection)).toBeNull();
});
