import { formatFile } from '../log/paths.ts';
import type { ReadingStorage, SyncStorage } from '../storage.ts';
import { openSealed, SEAL_BYTES, seal } from './seal.ts';

/** What is read of a storage whose files are encrypted, all but the one that tells by what. What cannot be opened is an empty file, which counts as torn. */
export const openedStorage = ({ getOthers, ...storage }: ReadingStorage, key: CryptoKey): ReadingStorage => ({
  list: async (folder) =>
    (await storage.list(folder)).map((file) => ({ ...file, size: Math.max(0, file.size - SEAL_BYTES) })),
  get: async (path) => {
    const bytes = await storage.get(path);
    if (bytes === null || path === formatFile) return bytes;
    return (await openSealed(key, path, bytes)) ?? new Uint8Array();
  },
  ...(getOthers !== undefined && {
    getOthers: async (path) => {
      const opened: Uint8Array<ArrayBuffer>[] = [];
      for (const bytes of await getOthers(path)) opened.push((await openSealed(key, path, bytes)) ?? new Uint8Array());
      return opened;
    },
  }),
});

/**
 * A storage whose files are encrypted. Names and sizes of files stay in sight, and so how many devices there are and how much they
 * write.
 */
export const lockedStorage = (storage: SyncStorage, key: CryptoKey): SyncStorage => ({
  ...storage,
  ...openedStorage(storage, key),
  put: async (path, bytes) => storage.put(path, path === formatFile ? bytes : await seal(key, path, bytes)),
});
