import { expectSameLock, type VaultLock } from '../lock/vault-lock.ts';
import { LOG_VERSION } from '../log/head.ts';
import { foldersOf, formatFile } from '../log/paths.ts';
import { encodeVaultFormat } from '../log/vault-format.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import { findVault } from './find-vault.ts';
import type { Replica } from './replica.ts';
import type { SyncState } from './sync-state.ts';

/**
 * Makes the device's folders, and finds out which collection the storage holds; the first device gives it an `id`, and the lock of the
 * reader's passphrase where there is one.
 */
export async function prepare(
  replica: Replica,
  storage: SyncStorage,
  state: SyncState,
  lock: VaultLock | null = null,
  id: string = crypto.randomUUID(),
): Promise<SyncState> {
  if (state.isPrepared) return state;
  const found = await findVault(storage);
  if (state.vault !== null && found?.vault !== state.vault)
    throw new SyncRefusal(found === null ? 'emptied' : 'other-vault');
  if (found !== null) expectSameLock(found.lock, lock);
  for (const folder of foldersOf(state.device)) await storage.makeFolder(folder);
  const vault = found?.vault ?? id;
  if (found === null || found.isLost)
    await storage.put(formatFile, encodeVaultFormat({ vault, lock, version: LOG_VERSION }));
  const prepared = { ...state, vault, isPrepared: true };
  await replica.writeState(prepared);
  return prepared;
}
