import { SyncRefusal, type SyncStorage } from '../storage.ts';

/** How far a sync is: requests that were answered, and bytes that came and went. */
export interface SyncProgress {
  readonly requests: number;
  readonly received: number;
  readonly sent: number;
}

/** Nothing was asked yet. */
export const noProgress: SyncProgress = { requests: 0, received: 0, sent: 0 };

/** A storage that tells after each request how far a sync is. `isStopped` is asked before each, and rejects it with `stopped`. */
export function watchedStorage(
  storage: SyncStorage,
  isStopped: () => boolean,
  tell: (progress: SyncProgress) => void,
): SyncStorage {
  const held = { progress: noProgress };
  const watched = async <T>(work: () => Promise<T>, sent = 0): Promise<T> => {
    if (isStopped()) throw new SyncRefusal('stopped');
    const result = await work();
    const received = result instanceof Uint8Array ? result.byteLength : 0;
    const { progress } = held;
    held.progress = {
      requests: progress.requests + 1,
      received: progress.received + received,
      sent: progress.sent + sent,
    };
    tell(held.progress);
    return result;
  };
  return {
    list: (folder) => watched(() => storage.list(folder)),
    get: (path) => watched(() => storage.get(path)),
    put: (path, bytes) => watched(() => storage.put(path, bytes), bytes.byteLength),
    makeFolder: (path) => watched(() => storage.makeFolder(path)),
    remove: (path) => watched(() => storage.remove(path)),
  };
}
