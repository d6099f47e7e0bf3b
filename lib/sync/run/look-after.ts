import type { VaultLock } from '../lock/vault-lock.ts';
import { LOG_VERSION } from '../log/head.ts';
import { formatFile, segmentsFolder } from '../log/paths.ts';
import { encodeVaultFormat, readVaultFormat } from '../log/vault-format.ts';
import { logStreams } from '../model/synced-tables.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import type { SyncState } from './sync-state.ts';

/** Milliseconds between two looks. */
const EVERY = 86_400_000;

/** True where it is to be looked whether the storage still has what this device wrote; `now`: milliseconds since 1970. */
export const isLookDue = ({ lookedAt = 0 }: SyncState, now: number): boolean => Math.abs(now - lookedAt) >= EVERY;

/**
 * Looks whether the storage has all segments that this device's head names: servers are known that say yes to a file and do not have it. Rejects with
 * `own-missing` where one is gone, torn or not there yet. A file that says whose the folder is, and is gone, is put back. Two requests.
 */
export async function lookAfter(
  storage: SyncStorage,
  state: SyncState,
  lock: VaultLock | null,
  now: number,
): Promise<SyncState> {
  const { device, streams, vault } = state;
  if (logStreams.some((stream) => streams[stream].length > 0)) {
    const there = new Map(
      (await storage.list(segmentsFolder(device))).map(({ name, size }) => [name.toLowerCase(), size]),
    );
    // A server that tells no sizes has 0 of all.
    const hasSizes = [...there.values()].some((size) => size > 0);
    const isThere = ({ name, size }: { readonly name: string; readonly size: number }): boolean =>
      hasSizes ? there.get(name) === size : there.has(name);
    if (!logStreams.every((stream) => streams[stream].every(isThere))) throw new SyncRefusal('own-missing');
  }
  const format = await readVaultFormat(storage);
  if (format === null && vault !== null)
    await storage.put(formatFile, encodeVaultFormat({ vault, lock, version: LOG_VERSION }));
  return { ...state, lookedAt: now };
}
