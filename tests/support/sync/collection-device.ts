import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { settleWithin } from '../../../lib/collection/sync/settle-writes.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import type { StampedRow } from '../../../lib/sync/model/stamped-row.ts';
import { type SyncedTable, syncedTables } from '../../../lib/sync/model/synced-tables.ts';
import type { Replica } from '../../../lib/sync/run/replica.ts';
import { expectValue } from '../collections.ts';
import type { SeenDevice } from './seen-device.ts';

/** A device whose collection is the product's, in a database of its own. */
export interface CollectionDevice {
  readonly device: string;
  readonly collection: Collection;
  readonly replica: Replica;
  /** What it holds at this moment. */
  readonly look: () => Promise<SeenDevice>;
}

/** A device that syncs, with an empty collection; `now` is its clock, milliseconds since 1970. */
export async function collectionDevice(device: string, now: () => number = Date.now): Promise<CollectionDevice> {
  const collection = openCollection(`${device}-${crypto.randomUUID()}`, 'strict', now);
  expectValue(await turnSyncOn(collection, device, device));
  return deviceOf(device, collection);
}

/** The browser is closed and opened again. */
export function reopened({ device, collection }: CollectionDevice): CollectionDevice {
  collection.close();
  return deviceOf(device, openCollection(collection.name, 'strict', collection.now));
}

const deviceOf = (device: string, collection: Collection): CollectionDevice => ({
  device,
  collection,
  replica: collectionReplica(collection),
  look: () => lookAt(device, collection),
});

async function lookAt(device: string, collection: Collection): Promise<SeenDevice> {
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
