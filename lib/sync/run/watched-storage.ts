import { type ReadingStorage, SyncRefusal, type SyncStorage } from '../storage.ts';

/** How far a sync is: requests that were answered, and bytes that came and went. */
export interface SyncProgress {
  readonly requests: number;
  readonly received: number;
  readonly sent: number;
}

/** Nothing was asked yet. */
export const noProgress: SyncProgress = { requests: 0, received: 0, sent: 0 };

/** Runs requests, and tells after each how far it is: bytes that came by it, and `sent`. */
type Watch = <T>(work: () => Promise<T>, sent?: number) => Promise<T>;

function watching(isStopped: () => boolean, tell: (progress: SyncProgress) => void): Watch {
  const held = { progress: noProgress };
  return async (work, sent = 0) => {
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
}

const readingBy = ({ getOthers, ...storage }: ReadingStorage, watch: Watch): ReadingStorage => ({
  list: (folder) => watch(() => storage.list(folder)),
  get: (path) => watch(() => storage.get(path)),
  ...(getOthers !== undefined && { getOthers: (path) => watch(() => getOthers(path)) }),
});

/** What is read of a storage, which tells after each request how far reading is. */
export const watchedReading = (storage: ReadingStorage, tell: (progress: SyncProgress) => void): ReadingStorage =>
  readingBy(
    storage,
    watching(() => false, tell),
  );

/** A storage that tells after each request how far a sync is. `isStopped` is asked before each, and rejects it with `stopped`. */
export function watchedStorage(
  storage: SyncStorage,
  isStopped: () => boolean,
  tell: (progress: SyncProgress) => void,
): SyncStorage {
  const watch = watching(isStopped, tell);
  return {
    ...readingBy(storage, watch),
    put: (path, bytes) => watch(() => storage.put(path, bytes), bytes.byteLength),
    makeFolder: (path) => watch(() => storage.makeFolder(path)),
    remove: (path) => watch(() => storage.remove(path)),
  };
}
