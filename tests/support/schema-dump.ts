/** A database written down as JSON: its structure as the browser holds it, and its rows, bytes as base64. */
export interface SchemaDump {
  /** Version as the browser counts: Dexie's times ten. */
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[];
  /** Written only where it holds. */
  readonly autoIncrement?: boolean;
  readonly indexes: readonly IndexDump[];
  readonly rows: readonly unknown[];
}

/** An index; `unique` and `multiEntry` are written only where they hold. */
interface IndexDump {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique?: boolean;
  readonly multiEntry?: boolean;
}

/** Writes down an open database. */
export async function dumpDatabase(database: IDBDatabase): Promise<SchemaDump> {
  const stores: StoreDump[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const indexes = Array.from(store.indexNames, (index) => describeIndex(store.index(index)));
    const rows = (await settled(store.getAll())).map((row) => mapBytes(row, bytesToText));
    const numbered = store.autoIncrement && { autoIncrement: true };
    stores.push({ name, keyPath: store.keyPath ?? '', ...numbered, indexes, rows });
  }
  return { version: database.version, stores };
}

const describeIndex = ({ name, keyPath, unique, multiEntry }: IDBIndex): IndexDump => ({
  name,
  keyPath,
  ...(unique && { unique }),
  ...(multiEntry && { multiEntry }),
});

/** Makes the database of a dump, without Dexie: as an older release of the extension would have left it. */
export async function restoreDatabase(name: string, dump: SchemaDump): Promise<void> {
  const opening = indexedDB.open(name, dump.version);
  opening.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, autoIncrement = false, indexes, rows } of dump.stores) {
      const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const { name, keyPath, ...options } of indexes) store.createIndex(name, keyPath, options);
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

/** Kinds of number arrays that rows hold, by the name of their class. */
const arrays = { Uint8Array, Uint16Array, Uint32Array, Float64Array };

/** Bytes as base64; an array of larger numbers with its kind. */
function bytesToText(value: object): unknown {
  if (!ArrayBuffer.isView(value)) return null;
  const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  const kind = value.constructor.name;
  return kind === 'Uint8Array' ? { base64 } : { base64, kind };
}

function textToBytes(value: object): unknown {
  if (!('base64' in value)) return null;
  const bytes = Uint8Array.from(Buffer.from(String(value.base64), 'base64'));
  const kind = 'kind' in value ? (value.kind as keyof typeof arrays) : 'Uint8Array';
  return kind === 'Uint8Array' ? bytes : new arrays[kind](bytes.buffer);
}

/** A row with each object in it, however deep, in its other form where `change` gives one. */
function mapBytes(value: unknown, change: (value: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const changed = change(value);
  if (changed !== null) return changed;
  if (Array.isArray(value)) return value.map((entry) => mapBytes(entry, change));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapBytes(entry, change)]));
}
