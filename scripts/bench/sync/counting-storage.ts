import type { SyncStorage } from '../../../lib/sync/storage.ts';

/** A folder in memory that counts what is asked of it, and the bytes that go either way. */
export interface CountingStorage extends SyncStorage {
  readonly count: () => { readonly requests: number; readonly bytes: number };
  /** All files, with what tells one version from another; and the other way round: they stand in the place of those that were there. */
  readonly files: () => readonly CarriedFile[];
  readonly hold: (files: readonly CarriedFile[]) => void;
}

/** A file that is carried from one such folder to another. */
export interface CarriedFile {
  readonly path: string;
  readonly tag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function countingStorage(): CountingStorage {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const counts = { requests: 0, bytes: 0 };
  const tags = new Map<string, string>();
  const ask = <T>(answer: T, bytes = 0): Promise<T> => {
    counts.requests += 1;
    counts.bytes += bytes;
    return Promise.resolve(answer);
  };
  return {
    count: () => ({ ...counts }),
    files: () => [...files].map(([path, bytes]) => ({ path, bytes, tag: tags.get(path) ?? '' })),
    hold: (all) => {
      files.clear();
      for (const { path, tag, bytes } of all) {
        files.set(path, bytes);
        tags.set(path, tag);
      }
    },
    list: (folder) =>
      ask(
        [...files].flatMap(([path, { byteLength }]) =>
          path.startsWith(`${folder}/`)
            ? [{ name: path.slice(folder.length + 1), tag: tags.get(path) ?? '', size: byteLength }]
            : [],
        ),
      ),
    get: (path) => {
      const found = files.get(path) ?? null;
      return ask(found?.slice() ?? null, found?.byteLength);
    },
    put: (path, bytes) => {
      files.set(path, bytes.slice());
      // None that another such folder gave.
      tags.set(path, crypto.randomUUID());
      return ask(undefined, bytes.byteLength);
    },
    makeFolder: () => ask(undefined),
    remove: (path) => {
      files.delete(path);
      return ask(undefined);
    },
  };
}
