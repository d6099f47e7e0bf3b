import { Dexie } from 'dexie';
import type { Collection } from '../collection.ts';

/** Calls back whenever rows of some tables were written, in this page or any other. Gives the function that stops it. */
export function onChange({ name }: Collection, tables: readonly string[], changed: () => void): () => void {
  const starts = tables.map((table) => `idb://${name}/${table}/`);
  const listener = (parts: object): void => {
    if (Object.keys(parts).some((part) => starts.some((start) => part.startsWith(start)))) changed();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
