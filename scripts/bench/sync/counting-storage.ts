import type { SyncStorage } from '../../../lib/sync/storage.ts';

/** A folder in memory that counts what is asked of it, and the bytes that go either way. */
export function countingStorage(): SyncStorage & {
  readonly count: () => { readonly requests: number; readonly bytes: number };
} {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const counts = { requests: 0, bytes: 0, writes: 0 };
  const tags = new Map<string, string>();
  const ask = <T>(answer: T, bytes = 0): Promise<T> => {
    counts.requests += 1;
    counts.bytes += bytes;
    return Promise.resolve(answer);
  };
  return {
    count: () => ({ ...counts }),
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
      counts.writes += 1;
      files.set(path, bytes.slice());
      tags.set(path, `t${counts.writes}`);
      return ask(undefined, bytes.byteLength);
    },
    makeFolder: () => ask(undefined),
    remove: (path) => {
      files.delete(path);
      return ask(undefined);
    },
  };
}
