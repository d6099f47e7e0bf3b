import type { browser } from 'wxt/browser';

/** The browser's own name for the API, inside functions that are sent to the extension. */
declare const chrome: typeof browser;

/** A database written down as JSON, as `tests/fixtures/schema-v*.json` are: its stores and rows, bytes as base64. */
export interface DumpedDatabase {
  /** Version as the browser counts: Dexie's times ten. */
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly autoIncrement?: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly unique?: boolean;
      readonly multiEntry?: boolean;
    }[];
    readonly rows: readonly unknown[];
  }[];
}

/**
 * Puts a database of a dump in the place of the collection, as another version of the extension would have left it. Self-contained:
 * it is sent to a page of the extension as text. Connections that are open hold it up until they are closed.
 */
export async function putDatabase(dump: DumpedDatabase): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const withBytes = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withBytes);
    if (typeof value !== 'object' || value === null) return value;
    if ('base64' in value) {
      const { base64, kind } = value as { readonly base64: string; readonly kind?: string };
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const kinds: Readonly<Record<string, new (buffer: ArrayBuffer) => unknown>> = {
        Uint16Array,
        Uint32Array,
        Float64Array,
      };
      const Kind = kind === undefined ? undefined : kinds[kind];
      return Kind === undefined ? bytes : new Kind(bytes.buffer);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
  };
  // No alarm wakes the background meanwhile: it would open a database of its own.
  await chrome.alarms.clearAll();
  // Nobody has seen the collection, and there is no second copy of it.
  await chrome.storage.local.clear();
  const files = await navigator.storage.getDirectory();
  await files.removeEntry('copy', { recursive: true }).catch(() => undefined);
  // A worker that the cleared storage wakes may open a database of its own between the two: then once more.
  for (let put = false; !put; ) {
    await settled(indexedDB.deleteDatabase('wencun'));
    const opening = indexedDB.open('wencun', dump.version);
    opening.onupgradeneeded = () => {
      put = true;
      for (const { name, keyPath, autoIncrement = false, indexes, rows } of dump.stores) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows) store.add(withBytes(row));
      }
    };
    (await settled(opening)).close();
  }
}

/** The version of the collection's database, and the names of its stores. Self-contained. */
export async function seeDatabase(): Promise<{ readonly version: number; readonly stores: readonly string[] }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const seen = { version: database.version, stores: [...database.objectStoreNames] };
  database.close();
  return seen;
}
