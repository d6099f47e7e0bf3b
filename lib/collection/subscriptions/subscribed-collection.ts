import { Dexie } from 'dexie';
import { newSyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { newDeviceId } from '../sync/switch.ts';
import { STATE } from '../sync/sync-rows.ts';
import { databaseOf, indexFolderOf } from './open-subscribed.ts';
import type { SubscriptionRow } from './subscription-row.ts';

/** Makes it ready to be read into. Rejects when the database fails. */
export async function beginSubscribed(
  collection: Collection,
  { vault, wanted }: Pick<SubscriptionRow, 'vault' | 'wanted'>,
): Promise<void> {
  const state = { ...newSyncState(newDeviceId(), '', wanted), vault, isPrepared: true };
  await collection.sync.put({ key: STATE, value: state });
}

/** Deletes all of it, with its index. What holds it open is closed by the browser. */
export async function deleteSubscribed(id: string): Promise<void> {
  await Dexie.delete(databaseOf(id));
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(indexFolderOf(id), { recursive: true });
  } catch {
    // There is none, or the browser has no such files.
  }
}
