import * as v from 'valibot';
import type { PeerNotice } from '../../sync/run/pull.ts';
import type { SyncProgress } from '../../sync/run/watched-storage.ts';
import type { SyncProblem } from '../../sync/storage.ts';
import type { StorageProblem } from '../guard/trouble.ts';
import type { SyncStore } from './sync-store.ts';

const KEY = 'status';

/** Why a sync did not come to its end: the storage, what stands there, or the collection of this computer. */
export type SyncTrouble = SyncProblem | StorageProblem;

/** How the syncs of this computer went. Moments are milliseconds since 1970. */
export interface SyncStatus {
  /** When one was last begun, and when one last came to its end; 0 for never. */
  readonly triedAt: number;
  readonly doneAt: number;
  /** Syncs in a row that failed, and that were cut off with their worker. */
  readonly failures: number;
  readonly interrupted: number;
  /** Why the last one failed; null when it did not. */
  readonly problem: { readonly code: SyncTrouble; readonly detail: string } | null;
  /** What the last whole one found about other devices. */
  readonly notices: readonly PeerNotice[];
  /** How far the one is that runs; null while none does. Before the first, rows get their first stamps: so many are, of how many. */
  readonly running: (SyncProgress & { readonly stamped?: readonly [done: number, of: number] }) | null;
  /** Ids of the essays that other devices deleted, while the reader is to be asked about them. */
  readonly gone: readonly string[];
}

/** Of a computer that never synced. */
export const neverSynced: SyncStatus = {
  triedAt: 0,
  doneAt: 0,
  failures: 0,
  interrupted: 0,
  problem: null,
  notices: [],
  running: null,
  gone: [],
};

/** How syncs went; as if there were none where it cannot be read. Rejects when the database fails. */
export async function readStatus({ facts }: SyncStore): Promise<SyncStatus> {
  const value = (await facts.get(KEY))?.value;
  return v.is(v.looseObject({ triedAt: v.number() }), value) ? { ...neverSynced, ...value } : neverSynced;
}

/** Remembers how a sync goes or went. Rejects when the database fails. */
export async function writeStatus({ facts }: SyncStore, status: SyncStatus): Promise<void> {
  await facts.put({ key: KEY, value: status });
}

/** Changes some of it and leaves the rest. Rejects when the database fails. */
export async function changeStatus(store: SyncStore, change: Partial<SyncStatus>): Promise<void> {
  await store.transaction('rw', store.facts, async () => {
    await writeStatus(store, { ...(await readStatus(store)), ...change });
  });
}
