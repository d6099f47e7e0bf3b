import { decodeHead } from '../log/head.ts';
import { headFile } from '../log/paths.ts';
import { readVaultFormat } from '../log/vault-format.ts';
import { logStreams } from '../model/synced-tables.ts';
import { type ReadingStorage, type StoredFile, SyncRefusal } from '../storage.ts';
import { endOf, type SyncState } from './sync-state.ts';

/**
 * Looks whether the storage still has what this device wrote. An own head that is gone means that the folder was emptied, or is
 * another one: nothing is done then, since what is missing must never count as deleted. One that is not as it was written is
 * written anew, unless it tells of more than this device ever wrote.
 */
export async function checkOwnHead(
  storage: ReadingStorage,
  state: SyncState,
  files: readonly StoredFile[],
): Promise<SyncState> {
  if (state.headSize === 0) return state;
  const own = files.find(({ name }) => headFile(state.device).endsWith(`/${name}`));
  if (own === undefined) {
    const format = await readVaultFormat(storage);
    throw new SyncRefusal(format === null || format.vault === state.vault ? 'emptied' : 'other-vault');
  }
  if (own.size === state.headSize || state.isHeadOld) return state;
  const bytes = await storage.get(headFile(state.device));
  const head = bytes === null ? 'half' : await decodeHead(bytes);
  if (head === 'newer') throw new SyncRefusal('newer-format');
  if (head !== 'half') {
    if (head.vault !== state.vault) throw new SyncRefusal('other-vault');
    const isAhead = logStreams.some((stream) => endOf(head.streams[stream]) > endOf(state.streams[stream]));
    if (isAhead) throw new SyncRefusal('twin');
  }
  return { ...state, isHeadOld: true };
}
