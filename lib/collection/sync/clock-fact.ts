import { type ClockState, hear, type Stamp, stampOf, tick } from '../../sync/model/clock.ts';
import type { Operation } from '../../sync/model/operation.ts';
import type { SyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { readableClock } from './readable-clock.ts';
import { readableUnsent } from './readable-unsent.ts';
import { countChanged, unsentRowsOf } from './stamping/unsent-rows.ts';
import { CLOCK, type DeviceClock, STATE, type UnsentRow } from './sync-rows.ts';

/** The clock of the device; null while the collection does not sync. Inside a transaction over `sync`, or by itself. */
export const readDeviceClock = async ({ sync }: Pick<Collection, 'sync'>): Promise<DeviceClock | null> =>
  readableClock((await sync.get(CLOCK))?.value);

/**
 * What the device knows of its sync. Rejects where the collection does not sync, to be asked in each transaction that writes this: it may have been turned
 * off since the sync began, or the library be another, of which nothing that the sync knows is true.
 */
export async function storedState({ sync }: Pick<Collection, 'sync'>): Promise<SyncState> {
  const state = (await sync.get(STATE))?.value as SyncState | undefined;
  if (state === undefined) throw new Error('The collection does not sync.');
  return state;
}

/** Changes the clock; nothing while the collection does not sync. Inside a transaction over `sync`. */
async function changeClock(collection: Collection, change: (clock: DeviceClock) => DeviceClock): Promise<void> {
  const clock = await readDeviceClock(collection);
  if (clock !== null) await collection.sync.put({ key: CLOCK, value: change(clock) });
}

/** All rows that were there before have their stamps. Inside a transaction over `sync`. */
export const markBased = (collection: Collection): Promise<void> =>
  changeClock(collection, (clock) => ({ ...clock, isBased: true }));

/** One more stamp of the device. Inside a transaction over `sync`; throws while the collection does not sync. */
export async function nextStamp(collection: Collection): Promise<Stamp> {
  const clock = await readDeviceClock(collection);
  if (clock === null) throw new Error('The collection does not sync.');
  const ticked: ClockState = tick(clock, collection.now());
  await collection.sync.put({ key: CLOCK, value: { ...clock, ...ticked } });
  return stampOf(ticked, clock.device);
}

/** The clock never falls behind what other devices did. Inside a transaction over `sync`. */
export const hearOperations = (collection: Collection, operations: readonly Operation[]): Promise<void> =>
  changeClock(collection, (clock) => {
    // The order of stamps as texts is that of time.
    let last: Stamp = '';
    for (const { stamp } of operations) if (stamp > last) last = stamp;
    return last === '' ? clock : { ...clock, ...hear(clock, last) };
  });

/** Puts operations among those that wait to be sent. Inside a transaction over `unsent` and `sync`. */
export async function sendOperations(collection: Collection, operations: readonly Operation[]): Promise<void> {
  const rows = unsentRowsOf(operations);
  await collection.unsent.bulkAdd([...rows]);
  await changeWaiting(collection, rows, 1);
}

/** Takes away what was sent, by its numbers. Inside a transaction over `unsent` and `sync`. */
export async function dropSent(collection: Collection, marks: readonly number[]): Promise<void> {
  const rows = await collection.unsent.bulkGet([...marks]);
  await changeWaiting(
    collection,
    rows.flatMap((row) => (row === undefined ? [] : [readableUnsent(row)])),
    -1,
  );
  await collection.unsent.bulkDelete([...marks]);
}

function changeWaiting(collection: Collection, rows: readonly UnsentRow[], by: 1 | -1): Promise<void> {
  const { waiting, waitingParts } = countChanged(rows);
  return changeClock(collection, (clock) => ({
    ...clock,
    waiting: Math.max(0, clock.waiting + by * waiting),
    waitingParts: Math.max(0, clock.waitingParts + by * waitingParts),
  }));
}
