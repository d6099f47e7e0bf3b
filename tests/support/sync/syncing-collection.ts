import { afterEach, beforeEach } from 'vitest';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { deviceOf, type Stamp, stampOf, timeOf } from '../../../lib/sync/model/clock.ts';
import type { Operation } from '../../../lib/sync/model/operation.ts';
import { expectValue } from '../collections.ts';
import { wholeRows } from '../whole-rows.ts';

/** The moment at which everything here is done by the device at hand, `aaaa`. */
export const MOMENT = Date.UTC(2026, 10, 27);

/** A collection that syncs as the device `aaaa`, of which nothing waits; its clock stands at `MOMENT`. */
export async function syncingCollection(): Promise<Collection> {
  const collection = openCollection(`aaaa-${crypto.randomUUID()}`, 'strict', () => MOMENT);
  expectValue(await turnSyncOn(collection, 'aaaa', '甲机'));
  return collection;
}

/** One for each test of a file, closed after it. To be asked for within a test. */
export function useSyncingCollection(): () => Collection {
  const held: { collection: Collection | null } = { collection: null };
  const ours = (): Collection => {
    if (held.collection === null) throw new Error('Not opened yet.');
    return held.collection;
  };
  beforeEach(async () => {
    held.collection = await syncingCollection();
  });
  afterEach(() => ours().close());
  return ours;
}

/** The stamp of another device, so many milliseconds before `MOMENT`, or after it. */
export const stampAt = (offset: number, device = 'bbbb'): Stamp => stampOf({ time: MOMENT + offset, count: 0 }, device);

/** The id of the essay with a number. */
export const essayIdOf = (n: number): string => n.toString(16).padStart(24, '0');

/** A row of a table as a whole one, of an essay and its capture. */
export function partOf(
  table: 'captures' | 'bodies' | 'originals' | 'images',
  n: number,
  facts: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const own = table === 'captures' ? { id: `c${n}` } : table === 'images' ? {} : { captureId: `c${n}` };
  return { ...wholeRows[table], ...own, essayId: essayIdOf(n), ...facts };
}

/** The operation that brings a part. */
export function partOperation(
  table: 'captures' | 'bodies' | 'originals' | 'images',
  row: Readonly<Record<string, unknown>>,
  stamp = stampAt(-500),
): Operation {
  const { id, captureId, essayId, address } = row as Readonly<Record<string, string>>;
  const key = table === 'captures' ? id : table === 'images' ? `${essayId} ${address}` : captureId;
  return { table, key: String(key), field: '', stamp, owner: String(essayId), value: row };
}

/** Operations that set fields of a row; those without a value are taken away. */
export const fieldOperations = (
  table: string,
  key: string,
  fields: Readonly<Record<string, unknown>>,
  stamp = stampAt(-500),
  of: Partial<Operation> = {},
): readonly Operation[] =>
  Object.entries(fields).map(([field, value]) => ({
    ...of,
    table,
    key,
    field,
    stamp,
    ...(value !== undefined && { value }),
  }));

/** The operation that deletes a row, by one who knew of what these stamps tell. */
export const deletion = (table: string, key: string, known: readonly Stamp[], stamp = stampAt(-100)): Operation => ({
  table,
  key,
  field: '',
  stamp,
  over: Object.fromEntries([...known, stamp].map((one) => [deviceOf(one), one])),
});

/** Joins operations in, as a sync does; the state stays as it is. */
export async function applied(collection: Collection, ...operations: readonly Operation[]): Promise<void> {
  const replica = collectionReplica(collection);
  const state = await replica.readState();
  await replica.apply(operations, () => state);
}

/** A stamp by its device and how many milliseconds it is from `MOMENT`; `base` for one that tells of no time. */
const shownStamp = (stamp: Stamp): string =>
  timeOf(stamp) === 0
    ? `${deviceOf(stamp)} base${stamp.slice(10, 14)}`
    : `${deviceOf(stamp)} ${timeOf(stamp) - MOMENT}`;

/** An operation as a short text. */
export const shownOperation = ({ table, key, field, value, stamp, over, owner }: Operation): string =>
  [
    `${table} ${key} ${field}${value === undefined ? '' : `=${JSON.stringify(value)}`} @${shownStamp(stamp)}`,
    ...(over === undefined ? [] : [`over ${Object.values(over).map(shownStamp).join(', ')}`]),
    ...(owner === undefined ? [] : [`of ${owner}`]),
  ].join(' ');
