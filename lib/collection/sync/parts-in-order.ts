import { Dexie, type Table } from 'dexie';
import type { PlainRow } from '../../sync/model/fields-of.ts';
import { ownerOf } from '../../sync/model/synced-act.ts';
import type { Collection } from '../collection.ts';
import { askWithin } from '../read-at-once.ts';
import { partIndexes } from './essay-parts.ts';
import { textOfKey } from './log-keys.ts';

/** A table of parts. */
export type PartTable = Exclude<keyof typeof partIndexes, 'highlights'>;

/** A part by the keys that it is found by: that of the index by essays, and its own. */
export type PlaceOfPart = readonly [key: IDBValidKey, primaryKey: IDBValidKey];

/** A part of an essay, as the log names it. */
export interface PlacedPart {
  readonly key: string;
  readonly owner: string;
  readonly place: PlaceOfPart;
}

/** The index by essays; of images it is the table itself. */
const byEssays = (store: IDBObjectStore, name: PartTable): IDBIndex | IDBObjectStore =>
  store.indexNames.contains(partIndexes[name]) ? store.index(partIndexes[name]) : store;

/**
 * The next parts of a table in the order of their essays, of which keys alone are read. In that order they are sent, and who reads them finds what it
 * knows of their essays row by row. `from`: the place of the last one; null for the first. Within a transaction of Dexie's over the table.
 */
export function partsInOrder(name: PartTable, from: PlaceOfPart | null, most: number): Promise<readonly PlacedPart[]> {
  const { idbtrans } = Dexie.currentTransaction as unknown as { readonly idbtrans: IDBTransaction };
  return new Dexie.Promise<readonly PlacedPart[]>((resolve, reject) => {
    const parts: PlacedPart[] = [];
    const store = idbtrans.objectStore(name);
    const index = byEssays(store, name);
    const request = index.openKeyCursor(from === null ? null : IDBKeyRange.lowerBound(from[0]));
    request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) {
        resolve(parts);
        return;
      }
      const { key, primaryKey } = cursor;
      const order = from === null ? 1 : indexedDB.cmp([key, primaryKey], [...from]);
      if (order < 0 && index !== store) {
        cursor.continuePrimaryKey(...(from as PlaceOfPart));
        return;
      }
      if (order > 0) {
        const owner = Array.isArray(key) ? key[0] : key;
        parts.push({ key: textOfKey(primaryKey), owner: String(owner), place: [key, primaryKey] });
      }
      if (parts.length < most) cursor.continue();
      else resolve(parts);
    };
  }) as unknown as Promise<readonly PlacedPart[]>;
}

/**
 * Parts that the index by essays lacks, as one whose moment is damaged: they belong to their essays all the same. All at once, since they are few;
 * where the table and its index hold as many, no key is read. Within a transaction of Dexie's over the table.
 */
export async function partsOutsideIndex(
  collection: Collection,
  name: PartTable,
): Promise<readonly Pick<PlacedPart, 'key' | 'owner'>[]> {
  const table: Table<PlainRow, IDBValidKey> = collection.table(name);
  const [all, indexed] = await askWithin((store) => [store(table).count(), byEssays(store(table), name).count()]);
  if (all === indexed) return [];
  const [keys, found] = await askWithin((store) => [
    store(table).getAllKeys(),
    byEssays(store(table), name).getAllKeys() as IDBRequest<IDBValidKey[]>,
  ]);
  const inIndex = new Set(found.map(textOfKey));
  const outside = keys.filter((key) => !inIndex.has(textOfKey(key)));
  const rows = await table.bulkGet(outside);
  // Of one that names no essay nobody could tell where it belongs.
  return outside.flatMap((key, at) => {
    const { owner } = ownerOf(name, rows[at]);
    return owner === undefined ? [] : [{ key: textOfKey(key), owner }];
  });
}
