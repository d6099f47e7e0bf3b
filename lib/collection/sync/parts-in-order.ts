import { Dexie } from 'dexie';
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

/**
 * The next parts of a table in the order of their essays, of which keys alone are read. In that order they are sent, and who reads them finds what it
 * knows of their essays row by row. `from`: the place of the last one; null for the first. Within a transaction of Dexie's over the table.
 */
export function partsInOrder(name: PartTable, from: PlaceOfPart | null, most: number): Promise<readonly PlacedPart[]> {
  const { idbtrans } = Dexie.currentTransaction as unknown as { readonly idbtrans: IDBTransaction };
  return new Dexie.Promise<readonly PlacedPart[]>((resolve, reject) => {
    const parts: PlacedPart[] = [];
    const store = idbtrans.objectStore(name);
    const index = store.indexNames.contains(partIndexes[name]) ? store.index(partIndexes[name]) : store;
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
