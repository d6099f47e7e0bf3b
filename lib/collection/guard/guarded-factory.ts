import type { Guard } from './guard.ts';
import { NEWER, namedError } from './trouble.ts';

/**
 * The browser's databases, opened at the version that is asked for or not at all. Dexie opens a database of a newer version
 * without naming one, and then adds to it what it misses: rows that a newer extension wrote would be changed by an older one.
 */
export function guardedFactory(known: { readonly version: number; readonly guard?: Guard }): IDBFactory {
  const real = (): IDBFactory => globalThis.indexedDB;
  return {
    open: (name, version) => {
      known.guard?.mayOpen();
      if (version === undefined || version > known.version)
        throw namedError(NEWER, 'A newer version of the extension has written this collection.');
      return real().open(name, version);
    },
    deleteDatabase: (name) => real().deleteDatabase(name),
    databases: () => real().databases(),
    cmp: (one, other) => real().cmp(one, other),
  };
}
