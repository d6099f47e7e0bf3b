import * as v from 'valibot';
import type { Unlocked } from '../../sync/lock/vault-lock.ts';
import type { ClockState } from '../../sync/model/clock.ts';
import { type LogStream, logStreams } from '../../sync/model/synced-tables.ts';
import type { SyncState } from '../../sync/run/sync-state.ts';
import type { SyncTrouble } from '../sync-store/sync-status.ts';
import type { SyncStore } from '../sync-store/sync-store.ts';

const KEY = 'publication';

/** What the reader lets colleagues read. Tags, collections, read states, the trash and older versions never are. */
export interface PublicationWish {
  /** The collection of the reader's whose essays are published; '' for all. */
  readonly shelf: string;
  /** Whether what the reader wrote and marked goes along. */
  readonly notes: boolean;
  readonly marks: boolean;
  readonly wanted: readonly LogStream[];
}

/** What this computer publishes, and how it went. Moments are milliseconds since 1970, 0 for never. */
export interface Publication {
  readonly wish: PublicationWish;
  readonly state: SyncState;
  /** What the files are encrypted by; nothing where they are not. The passphrase itself is stored nowhere. */
  readonly locked?: Unlocked;
  readonly clock: ClockState;
  /** How many heads were written when the list of heads was. */
  readonly indexed: number;
  readonly triedAt: number;
  readonly doneAt: number;
  readonly problem: { readonly code: SyncTrouble; readonly detail: string } | null;
  /** True while it is being sent. Where nobody sends, it was cut off. */
  readonly running?: boolean;
  /** True where nothing was sent since the library lacks essays that the browser lost. */
  readonly waits?: boolean;
  /** Essays that are published. */
  readonly essays: number;
}

const shape = v.looseObject({
  wish: v.looseObject({
    shelf: v.string(),
    notes: v.boolean(),
    marks: v.boolean(),
    wanted: v.array(v.picklist(logStreams)),
  }),
  state: v.looseObject({ device: v.string() }),
});

/** What is published; null for nothing. Rejects when the database fails. */
export async function readPublication({ facts }: SyncStore): Promise<Publication | null> {
  const value = (await facts.get(KEY))?.value;
  return v.is(shape, value) ? (value as unknown as Publication) : null;
}

/** Remembers it; null forgets it, and what was published. Rejects when the database fails. */
export async function writePublication(store: SyncStore, publication: Publication | null): Promise<void> {
  const { facts, published } = store;
  await store.transaction('rw', [facts, published], async () => {
    if (publication !== null) await facts.put({ key: KEY, value: publication });
    else {
      await facts.delete(KEY);
      await published.clear();
    }
  });
}

/** Changes some of it; nothing where nothing is published any more. Rejects when the database fails. */
export async function changePublication(store: SyncStore, change: Partial<Publication>): Promise<void> {
  await store.transaction('rw', [store.facts, store.published], async () => {
    const before = await readPublication(store);
    if (before !== null) await writePublication(store, { ...before, ...change });
  });
}
