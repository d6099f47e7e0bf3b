import type { Collection } from '../collection/collection.ts';
import { troubleOf } from '../collection/guard/trouble.ts';
import { openSubscribed } from '../collection/subscriptions/open-subscribed.ts';
import { beginSubscribed, deleteSubscribed } from '../collection/subscriptions/subscribed-collection.ts';
import { subscribedReplica } from '../collection/subscriptions/subscribed-replica.ts';
import { changeSubscription, listSubscriptions } from '../collection/subscriptions/subscription.ts';
import type { SubscriptionRow } from '../collection/subscriptions/subscription-row.ts';
import { STATE } from '../collection/sync/sync-rows.ts';
import type { SyncTrouble } from '../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../collection/sync-store/sync-store.ts';
import { isServerUsed } from '../collection/sync-store/used-hosts.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { openedStorage } from '../sync/lock/locked-storage.ts';
import { type Pulled, pull } from '../sync/run/pull.ts';
import { readAgain } from '../sync/run/sync-once.ts';
import { noProgress, watchedReading } from '../sync/run/watched-storage.ts';
import { type ReadingStorage, SyncRefusal } from '../sync/storage.ts';
import { momentOfLater } from './next-sync.ts';

/** Milliseconds between two updates, and after the first, second, … failure in a row; the last holds from then on. */
const EVERY = 6 * 3_600_000;
const PAUSES = [900_000, 3_600_000, EVERY] as const;
/** Milliseconds that the reader may think better of unsubscribing in. */
const GRACE = 60_000;
/** Milliseconds until the next look at the soonest. */
const SOONEST = 60_000;
/** Milliseconds between two notes of how far an update is. */
const NOTE = 500;

/** What a subscriber needs of the browser. */
export interface SubscriberParts {
  readonly store: SyncStore;
  readonly storageOf: (row: SubscriptionRow) => ReadingStorage;
  readonly isAllowed: (row: SubscriptionRow) => Promise<boolean>;
  /** Told of a server that was read and is not asked any more, unless something else of sync is on it. Never rejects. */
  readonly letGo: (address: string) => Promise<void>;
  readonly online: () => boolean;
  readonly now: () => number;
  /** Runs what nobody else runs meanwhile, and keeps the worker awake for it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Told when to wake the subscriber, milliseconds since 1970; endless where nothing is to be done. */
  readonly arrange: (time: number) => void;
}

/** Keeps what is read of others up to date. None of its functions rejects. */
export interface Subscriber {
  /** Updates what is due, and deletes what is not wanted any more. */
  readonly wake: () => Promise<void>;
  /** Updates one in any case, by its id; all where it is ''. */
  readonly update: (id: string) => Promise<void>;
}

/** When the next update of one is due, milliseconds since 1970. A clock that was put back does not wait for years. */
export const nextUpdate = ({ triedAt, doneAt, failures, problem }: SubscriptionRow, now: number): number => {
  if (doneAt === 0 && failures === 0) return now;
  const later = momentOfLater({ problem, triedAt }, now);
  if (later !== null) return later;
  const pause = failures === 0 ? EVERY : (PAUSES[Math.min(failures, PAUSES.length) - 1] ?? EVERY);
  return Math.min(triedAt, now) + pause;
};

/** Gives the subscriber of this browser. All that it remembers stands in the store. */
export function createSubscriber(parts: SubscriberParts): Subscriber {
  const { store, now, alone } = parts;

  async function removeGone(): Promise<void> {
    const gone = (await store.subscriptions.toArray()).filter(({ goneAt }) => goneAt > 0 && goneAt + GRACE <= now());
    for (const { id, place } of gone) {
      await deleteSubscribed(id);
      await store.subscriptions.delete(id);
      if (!(await isServerUsed(store, place.address))) await parts.letGo(place.address);
    }
  }

  async function run(isWanted: (row: SubscriptionRow) => boolean): Promise<void> {
    await removeGone();
    for (const row of await listSubscriptions(store)) if (isWanted(row)) await updateOne(parts, row);
  }

  async function arrange(): Promise<void> {
    const rows = await store.subscriptions.toArray();
    const times = rows.map((row) => (row.goneAt > 0 ? row.goneAt + GRACE : nextUpdate(row, now())));
    // What is due and cannot be done now, as without a network, is looked at again a little later.
    parts.arrange(Math.max(now() + SOONEST, Math.min(...times, Number.POSITIVE_INFINITY)));
  }

  const tolerant = async (work: () => Promise<void>): Promise<void> => {
    await alone(work).catch(() => undefined);
    await arrange().catch(() => undefined);
  };

  return {
    wake: () => tolerant(() => run((row) => parts.online() && nextUpdate(row, now()) <= now())),
    update: (id) => tolerant(() => run((row) => id === '' || row.id === id)),
  };
}

async function updateOne(parts: SubscriberParts, row: SubscriptionRow): Promise<void> {
  const { store, now } = parts;
  await changeSubscription(store, row.id, { triedAt: now(), running: noProgress });
  const collection = openSubscribed(row.id);
  const pulled = await read(parts, row, collection).catch((error: unknown) => fail(troubleOf(error), String(error)));
  const essays = await collection.essays.count().catch(() => row.essays);
  collection.close();
  const counts = { essays, most: Math.max(row.most ?? row.essays, essays) };
  await changeSubscription(
    store,
    row.id,
    pulled.ok
      ? { doneAt: now(), failures: 0, problem: null, notices: pulled.value.notices, running: null, ...counts }
      : {
          failures: row.failures + 1,
          problem: { code: pulled.problem.code, detail: pulled.problem.detail ?? '' },
          running: null,
          ...counts,
        },
  );
}

async function read(
  { store, storageOf, isAllowed, now }: SubscriberParts,
  row: SubscriptionRow,
  collection: Collection,
): Promise<Outcome<Pulled, SyncTrouble>> {
  if (!(await isAllowed(row))) return fail('not-allowed');
  if ((await collection.sync.get(STATE)) === undefined) await beginSubscribed(collection, row);
  const plain = storageOf(row);
  const noted = { at: now() };
  const storage = watchedReading(row.key === null ? plain : openedStorage(plain, row.key), (running) => {
    if (now() - noted.at < NOTE) return;
    noted.at = now();
    void changeSubscription(store, row.id, { running }).catch(() => undefined);
  });
  const replica = subscribedReplica(collection);
  try {
    return succeed(await pull(replica, storage, readAgain(await replica.readState()), true));
  } catch (error) {
    // A share that was withdrawn is told as what it was a link to.
    if (error instanceof SyncRefusal) return fail(error.code === 'no-folder' ? 'no-log' : error.code, error.detail);
    throw error;
  }
}
