import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import type { Folder } from '../../../lib/collection/files/folder.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { settleWithin, settleWrites } from '../../../lib/collection/sync/settle-writes.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import type { SegmentBounds } from '../../../lib/collection/sync/unsent.ts';
import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import type { StampedRow } from '../../../lib/sync/model/stamped-row.ts';
import { type SyncedTable, syncedTables } from '../../../lib/sync/model/synced-tables.ts';
import type { Replica } from '../../../lib/sync/run/replica.ts';
import { expectValue } from '../collections.ts';
import { memoryFolder } from '../memory-folder.ts';
import type { SeenDevice } from './seen-device.ts';

/** A device whose collection is the product's, in a database of its own. */
export interface CollectionDevice {
  readonly device: string;
  readonly collection: Collection;
  readonly replica: Replica;
  /** What a segment of it takes; as usual where it is not said. */
  readonly bounds?: SegmentBounds;
  /** Its second copy. */
  readonly folder: Folder;
  /** What it holds at this moment. */
  readonly look: () => Promise<SeenDevice>;
}

/** A device that syncs, with an empty collection; `now` is its clock, milliseconds since 1970. */
export async function collectionDevice(
  device: string,
  now: () => number = Date.now,
  bounds?: SegmentBounds,
): Promise<CollectionDevice> {
  const collection = openCollection(`${device}-${crypto.randomUUID()}`, 'strict', now);
  expectValue(await turnSyncOn(collection, device, device));
  return deviceOf({ device, folder: memoryFolder(), ...(bounds !== undefined && { bounds }) }, collection);
}

/** The browser is closed and opened again. */
export function reopened({ collection, ...device }: CollectionDevice): CollectionDevice {
  collection.close();
  return deviceOf(device, openCollection(collection.name, 'strict', collection.now));
}

/** The browser deleted all that it held: the collection is made anew of its second copy, and syncs as another device. */
export async function rebuilt(
  { collection: lost, folder, ...before }: CollectionDevice,
  device: string,
): Promise<CollectionDevice> {
  // A deletion that was done and not yet told in the stamps would be known to nobody then, and what it deleted be back: not looked at here.
  await settleWrites(lost);
  await copyChanges(lost, folder);
  lost.close();
  const collection = openCollection(`${device}-${crypto.randomUUID()}`, 'strict', lost.now);
  await rebuildFromCopy(collection, folder);
  expectValue(await turnSyncOn(collection, device, device));
  return deviceOf({ ...before, device, folder }, collection);
}

const deviceOf = (
  { device, folder, bounds }: Pick<CollectionDevice, 'device' | 'folder' | 'bounds'>,
  collection: Collection,
): CollectionDevice => ({
  device,
  collection,
  folder,
  ...(bounds !== undefined && { bounds }),
  replica: collectionReplica(collection, bounds),
  look: () => lookAt(device, collection),
});

/** What a collection holds at this moment. */
export async function lookAt(device: string, collection: Collection): Promise<SeenDevice> {
  const tables = new Map<string, ReadonlyMap<string, PlainRow>>();
  for (const name of Object.keys(syncedTables)) {
    const rows: readonly PlainRow[] = await collection.table(name).toArray();
    const keys = await collection.table<unknown, unknown>(name).toCollection().primaryKeys();
    const own = rows.map((row, at): [string, PlainRow] => [keyOf(keys[at]), name === 'essays' ? shared(row) : row]);
    tables.set(name, new Map(own));
  }
  const stamps = new Map((await settledStamps(collection)).map((row): [string, StampedRow] => [row.id, row]));
  return { device, stamps, rows: (table: SyncedTable) => tables.get(table) ?? new Map() };
}

/** The stamps as they are once what was written is settled, which stays as it is. */
async function settledStamps(collection: Collection): Promise<readonly StampedRow[]> {
  const held: { rows: readonly StampedRow[] } = { rows: [] };
  const { stamps, unsent, sync } = collection;
  await collection
    .transaction('rw', [stamps, unsent, sync], async (transaction) => {
      await settleWithin(collection);
      held.rows = await stamps.toArray();
      transaction.abort();
    })
    .catch(() => undefined);
  return held.rows;
}

const keyOf = (key: unknown): string => (Array.isArray(key) ? key.join(' ') : String(key));

/** What of an essay's row is the same on all devices: its number and its cluster are of each. */
const shared = ({ doc: _doc, cluster: _cluster, ...row }: PlainRow): PlainRow => row;
