import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { VaultLock } from '../lock/vault-lock.ts';
import { type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';
import { prepare } from './prepare.ts';
import { type PeerNotice, pull } from './pull.ts';
import { type PushOptions, push } from './push.ts';
import type { Replica } from './replica.ts';
import { SYNC_MODEL, type SyncState } from './sync-state.ts';

/** What a sync came to. */
export interface SyncReport {
  /** Operations that were read, and sent. */
  readonly got: number;
  readonly sent: number;
  readonly notices: readonly PeerNotice[];
}

/** What a sync needs besides the replica and the storage. */
export interface SyncOptions extends PushOptions {
  /** The reader was asked, and allows that many essays are deleted. */
  readonly mayDelete?: boolean;
  /** What the storage's files are encrypted by, where they are: the storage itself encrypts them. */
  readonly lock?: VaultLock | null;
}

/**
 * Syncs once: reads what others wrote, then writes what is new here. It may be cut off at any request: what was done stays, and the
 * next one goes on from there. Fails with what the reader is to be told. One at a time.
 */
export async function syncOnce(
  replica: Replica,
  storage: SyncStorage,
  options: SyncOptions,
): Promise<Outcome<SyncReport, SyncProblem>> {
  try {
    const state = await prepare(replica, storage, readAgain(await replica.readState()), options.lock);
    const pulled = await pull(replica, storage, state, options.mayDelete ?? false);
    const pushed = await push(replica, storage, pulled.state, options);
    return succeed({ got: pulled.operations, sent: pushed.operations, notices: pulled.notices });
  } catch (error) {
    if (error instanceof SyncRefusal) return fail(error.code, error.detail);
    throw error;
  }
}

/** After the program learnt new tables or fields, logs that had some are read again from their beginning: nothing of it is lost. */
export function readAgain(state: SyncState): SyncState {
  if (state.model >= SYNC_MODEL) return state;
  const again = { acts: 0, originals: 0, images: 0 };
  const peers = Object.entries(state.peers).map(([device, peer]): [string, SyncState['peers'][string]] => [
    device,
    peer.newer ? { ...peer, done: again, tag: '', newer: false } : peer,
  ]);
  return { ...state, model: SYNC_MODEL, peers: Object.fromEntries(peers) };
}
