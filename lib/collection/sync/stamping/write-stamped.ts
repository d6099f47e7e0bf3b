import type { DBCoreMutateResponse } from 'dexie';
import { isSynced } from '../../../sync/model/synced-tables.ts';
import type { RunningClock } from './device-clock.ts';
import { hearStamps } from './hear-stamps.ts';
import { type StampStores, stampWrite, type WriteAtHand } from './stamp-write.ts';

/** A write that the clock is asked about: of a synced table, or of what is known of who changed rows. The clock is null while the collection does not sync. */
export interface AnyWrite extends Omit<WriteAtHand, 'name' | 'clock'> {
  readonly name: string;
  readonly clock: RunningClock | null;
}

/** Does a write, and what goes with it while the collection syncs. */
export function writeStamped(stores: StampStores, at: AnyWrite): Promise<DBCoreMutateResponse> {
  const { name, clock, table, request } = at;
  if (clock === null || !isSynced(name)) return hearStamps(stores.facts(), table, request, clock);
  return stampWrite(stores, { ...at, name, clock });
}
