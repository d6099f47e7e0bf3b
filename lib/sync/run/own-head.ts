import { decodeHead, type Head } from '../log/head.ts';
import type { LogSegment } from '../log/log-segment.ts';
import { headFile } from '../log/paths.ts';
import { logStreams } from '../model/synced-tables.ts';
import { type ReadingStorage, type StoredFile, SyncRefusal } from '../storage.ts';
import { findVault } from './find-vault.ts';
import { endOf, type SyncState } from './sync-state.ts';

/**
 * Looks whether the storage still has what this device wrote. Where the own head is missing the folder was emptied, or is another one, or has the
 * library and not yet what is of this device, as a server that others are copied to: nothing is done then, since what is missing must never count as
 * deleted. One that is not as it was written is
 * written anew, unless it tells of what this device never wrote: then another browser writes as this device, and each would undo the other's.
 */
export async function checkOwnHead(
  storage: ReadingStorage,
  state: SyncState,
  files: readonly StoredFile[],
): Promise<SyncState> {
  const own = files.find(({ name }) => headFile(state.device).endsWith(`/${name.toLowerCase()}`));
  if (own === undefined) {
    if (state.headSize === 0) return state;
    const found = await findVault(storage);
    if (found === null) throw new SyncRefusal('emptied');
    throw new SyncRefusal(found.vault === state.vault ? 'own-missing' : 'other-vault');
  }
  if (own.size === state.headSize) return state;
  const bytes = await storage.get(headFile(state.device));
  const head = bytes === null ? 'half' : await decodeHead(bytes);
  if (head === 'newer') throw new SyncRefusal('newer-format');
  if (head === 'half') return { ...state, isHeadOld: true };
  if (head.vault !== state.vault) throw new SyncRefusal('other-vault');
  if (logStreams.some((stream) => isForeign(head.streams[stream], state.streams[stream])))
    throw new SyncRefusal('twin');
  // A server that tells no sizes has it as it was written.
  return isSame(head, state) && head.name === state.name ? state : { ...state, isHeadOld: true };
}

/**
 * True for segments that are not of this log. They end where it does or before; and since folding only joins neighbours, each place where one of the
 * log's own ends is one where an older one ended, and what has the same places has the same name.
 */
function isForeign(there: readonly LogSegment[], own: readonly LogSegment[]): boolean {
  if (endOf(there) > endOf(own)) return true;
  return there.some(({ from, to, name }) =>
    own.some((one) => {
      const isApart = to <= one.from || from >= one.to;
      const isWithin = (from >= one.from && to <= one.to) || (from <= one.from && to >= one.to);
      return !isApart && (!isWithin || (from === one.from && to === one.to && name !== one.name));
    }),
  );
}

const isSame = ({ streams }: Head, state: SyncState): boolean =>
  logStreams.every(
    (stream) => streams[stream].map(({ name }) => name).join() === state.streams[stream].map(({ name }) => name).join(),
  );
