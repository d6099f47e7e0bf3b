import { formatFile } from '../log/paths.ts';
import type { SyncStorage } from '../storage.ts';
import { openSealed, SEAL_BYTES, seal } from './seal.ts';

/**
 * A storage whose files are encrypted, all but the one that tells by what. Names and sizes of files stay in sight, and so how many devices there
 * are and how much they write. What cannot be opened is given as an empty file, which counts as torn.
 */
export const lockedStorage = (storage: SyncStorage, key: CryptoKey): SyncStorage => ({
  ...storage,
  list: async (folder) =>
    (await storage.list(folder)).map((file) => ({ ...file, size: Math.max(0, file.size - SEAL_BYTES) })),
  get: async (path) => {
    const bytes = await storage.get(path);
    if (bytes === null || path === formatFile) return bytes;
    return (await openSealed(key, path, bytes)) ?? new Uint8Array();
  },
  put: async (path, bytes) => storage.put(path, path === formatFile ? bytes : await seal(key, path, bytes)),
});
