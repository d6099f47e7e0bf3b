/** A database written down as JSON: its structure as the browser holds it, and its rows, bytes as base64. */
export interface SchemaDump {
  /** Version as the browser counts: Dexie's times ten. */
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
  readonly rows: readonly unknown[];
}

/** Writes down an open database. */
export async function dumpDatabase(database: IDBDatabase): Promise<SchemaDump> {
  const stores: StoreDump[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const indexes = Array.from(store.indexNames, (index) => ({ name: index, keyPath: store.index(index).keyPath }));
    const rows = (await settled(store.getAll())).map((row) => mapBytes(row, bytesToText));
    stores.push({ name, keyPath: store.keyPath ?? '', indexes, rows });
  }
  return { version: database.version, stores };
}

/** Makes the database of a dump, without Dexie: as an older release of the extension would have left it. */
export async function restoreDatabase(name: string, dump: SchemaDump): Promise<void> {
  const opening = indexedDB.open(name, dump.version);
  opening.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, indexes, rows } of dump.stores) {
      const store = opening.result.createObjectStore(storeName, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
      for (const row of rows) store.add(mapBytes(row, textToBytes));
    }
  };
  const database = await settled(opening);
  database.close();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const bytesToText = (value: object): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : null;

const textToBytes = (value: object): unknown =>
  'base64' in value ? Uint8Array.from(Buffer.from(String(value.base64), 'base64')) : null;

/** A row with each object in it, however deep, in its other form where `change` gives one. */
function mapBytes(value: unknown, change: (value: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const changed = change(value);
  if (changed !== null) return changed;
  if (Array.isArray(value)) return value.map((entry) => mapBytes(entry, change));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapBytes(entry, change)]));
}
