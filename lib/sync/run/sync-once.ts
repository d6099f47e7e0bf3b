import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { VaultLock } from '../lock/vault-lock.ts';
import { type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';
import { isLookDue, lookAfter } from './look-after.ts';
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
  /** The reader asked for it: it is looked whether all of this device's log is there, which else is done once a day. */
  readonly isAsked?: boolean;
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
    const { now, lock = null, mayDelete = false, isAsked = false } = options;
    const start = readAgain(await replica.readState());
    const prepared = await prepare(replica, storage, start, lock);
    const state = start.isPrepared ? prepared : { ...prepared, lookedAt: now() };
    const pulled = await pull(replica, storage, state, mayDelete);
    const pushed = await push(replica, storage, pulled.state, options);
    if (isAsked || isLookDue(pushed.state, now()))
      await replica.writeState(await lookAfter(storage, pushed.state, lock, now()));
    return succeed({
      got: pulled.operations,
      sent: pushed.operations,
      notices: [...pulled.notices, ...clocksAhead(pushed.state, now())],
    });
  } catch (error) {
    if (!(error instanceof SyncRefusal)) throw error;
    if (error.code === 'no-folder') await prepareAgain(replica);
    return fail(error.code, error.detail);
  }
}

/** Milliseconds that the clocks of two devices may differ by without a word. */
const DAY = 86_400_000;

/** Devices that wrote later than it is here: one of the two clocks is wrong. Stamps follow each other all the same. */
const clocksAhead = ({ peers }: SyncState, now: number): readonly PeerNotice[] =>
  Object.entries(peers).flatMap(([device, { name, at }]) =>
    Date.parse(at) > now + DAY ? [{ device, name, notice: 'clock' as const }] : [],
  );

/** A device that nobody knows yet has its folders made once more: a server may have said that one is there, and have none. */
async function prepareAgain(replica: Replica): Promise<void> {
  const state = await replica.readState();
  if (!state.isPrepared || state.headSize > 0) return;
  await replica.writeState({ ...state, isPrepared: false });
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
