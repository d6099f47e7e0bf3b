import { troubleOf } from '../collection/guard/trouble.ts';
import {
  changeStatus,
  neverSynced,
  readStatus,
  type SyncStatus,
  type SyncTrouble,
  writeStatus,
} from '../collection/sync-store/sync-status.ts';
import type { SyncStore } from '../collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget } from '../collection/sync-store/target.ts';
import { fail, type Outcome } from '../essay/outcome.ts';
import type { Replica } from '../sync/run/replica.ts';
import { type SyncOptions, type SyncReport, syncOnce } from '../sync/run/sync-once.ts';
import { noProgress, watchedStorage } from '../sync/run/watched-storage.ts';
import type { SyncStorage } from '../sync/storage.ts';
import { nextSync } from './next-sync.ts';

/** What a syncer needs of the browser and of the collection. */
export interface SyncerParts {
  readonly store: SyncStore;
  readonly replica: Replica;
  readonly storageOf: (target: SyncTarget) => SyncStorage;
  /** Has the collection take part, where it does not yet; tells how many rows got their first stamps, of how many. */
  readonly turnOn: (
    target: SyncTarget,
    options: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
  ) => Promise<Outcome<void, SyncTrouble>>;
  /** How many changes are still to be sent. */
  readonly waiting: () => Promise<number>;
  /** Whether the browser lets us at a target. */
  readonly isAllowed: (target: SyncTarget) => Promise<boolean>;
  readonly online: () => boolean;
  readonly now: () => number;
  /** Runs what nobody else runs meanwhile, and keeps the worker awake for it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Told when to wake the syncer, milliseconds since 1970; `busy` while one runs, so that a worker which is stopped is woken too. */
  readonly arrange: (next: { readonly time: number; readonly busy: boolean }) => void;
}

/** Syncs this computer's collection, one sync at a time. None of its functions rejects. */
export interface Syncer {
  /** Syncs where that is due, and arranges for the next. */
  readonly wake: () => Promise<void>;
  /** Told of every change. */
  readonly changed: () => Promise<void>;
  /** Syncs in any case. `mayDelete`: the reader was asked about the essays that others deleted. */
  readonly syncNow: (mayDelete: boolean) => Promise<void>;
  /** Stops the one that runs before its next request. */
  readonly stop: () => void;
}

/** What the reader said of a sync. */
type Wish = Required<Pick<SyncOptions, 'mayDelete' | 'isAsked'>>;

/** Milliseconds between two notes of how far a sync is. */
const NOTE = 500;
/** Milliseconds until the next look at the soonest. */
const SOONEST = 10_000;

/** Gives the syncer of this computer. All that it remembers stands in the store. */
export function createSyncer(parts: SyncerParts): Syncer {
  const { store, now } = parts;
  const held: { changedAt: number; stop: AbortController; running: Promise<void> | null } = {
    changedAt: 0,
    stop: new AbortController(),
    running: null,
  };

  async function wake(): Promise<void> {
    if (held.running !== null) return held.running;
    const due = await whenDue();
    if (due !== null && due.time <= now() && parts.online())
      await run(due.target, due.status, { mayDelete: false, isAsked: false });
  }

  /** When the next one is due, and with what; null where this computer does not sync. */
  async function whenDue() {
    const target = await readTarget(store);
    if (target === null) return null;
    const status = await readStatus(store);
    const toSend = (await parts.waiting()) > 0;
    return { target, status, time: nextSync(status, { changedAt: held.changedAt, toSend }, now()) };
  }

  function run(target: SyncTarget, status: SyncStatus, wish: Wish): Promise<void> {
    if (held.running === null) held.stop = new AbortController();
    held.running ??= parts
      .alone(() => sync(target, status, wish))
      .catch(() => undefined)
      .finally(() => {
        held.running = null;
      });
    return held.running;
  }

  async function sync(target: SyncTarget, status: SyncStatus, wish: Wish): Promise<void> {
    parts.arrange({ time: now(), busy: true });
    const interrupted = status.running === null ? status.interrupted : status.interrupted + 1;
    await changeStatus(store, { triedAt: now(), running: noProgress, interrupted });
    const asked: { gone: readonly string[] } = { gone: [] };
    const { signal } = held.stop;
    const noted = { at: now() };
    const note = (running: NonNullable<SyncStatus['running']>): void => {
      if (now() - noted.at < NOTE) return;
      noted.at = now();
      void changeStatus(store, { running }).catch(() => undefined);
    };
    const replica: Replica = {
      ...parts.replica,
      countDeleted: async (operations) => {
        const counted = await parts.replica.countDeleted(operations);
        asked.gone = counted.deleted;
        return counted;
      },
    };
    const work = async (): Promise<Outcome<SyncReport, SyncTrouble>> => {
      if (!(await parts.isAllowed(target))) return fail('not-allowed');
      const onProgress = (...stamped: [number, number]): void => note({ ...noProgress, stamped });
      const turned = await parts.turnOn(target, { signal, onProgress });
      if (!turned.ok) return turned;
      const storage = watchedStorage(parts.storageOf(target), () => signal.aborted, note);
      return syncOnce(replica, storage, { now, ...wish, lock: target.lock });
    };
    const done = await work().catch((error: unknown) => fail(troubleOf(error), String(error)));
    // What was noted last, and not written yet, must not stand as one that runs.
    await store.transaction('rw', store.facts, async () => {
      if ((await readTarget(store)) === null) await writeStatus(store, neverSynced);
      else await changeStatus(store, resultOf(done, status, now(), asked.gone));
    });
  }

  /** Does something, and arranges for what is due then: also what was changed meanwhile. */
  async function thenArrange(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (held.running !== null) return;
      const due = await whenDue();
      // Where it is due and cannot be done now, as without a network, it is looked again a little later.
      const time = due === null ? Number.POSITIVE_INFINITY : Math.max(due.time, now() + SOONEST);
      parts.arrange({ time, busy: false });
    } catch {
      // A store that cannot be read now is asked again at the next change, or start.
    }
  }

  return {
    wake: () => thenArrange(wake),
    changed: async () => {
      held.changedAt = now();
      // Whoever runs looks what is due when it has: told of thousands of changes meanwhile, all would look at once then.
      if (held.running === null) await thenArrange(wake);
    },
    syncNow: (mayDelete) =>
      thenArrange(async () => {
        const target = await readTarget(store);
        if (target !== null) await run(target, await readStatus(store), { mayDelete, isAsked: true });
      }),
    stop: () => {
      held.stop.abort();
    },
  };
}

function resultOf(
  done: Outcome<SyncReport, SyncTrouble>,
  { failures }: SyncStatus,
  at: number,
  gone: readonly string[],
): Partial<SyncStatus> {
  if (done.ok)
    return {
      doneAt: at,
      failures: 0,
      interrupted: 0,
      problem: null,
      notices: done.value.notices,
      running: null,
      gone: [],
    };
  const { code, detail = '' } = done.problem;
  const isFailure = code !== 'stopped' && code !== 'later';
  return {
    failures: isFailure ? failures + 1 : failures,
    interrupted: 0,
    problem: { code, detail },
    running: null,
    gone: code === 'many-deletions' ? gone : [],
  };
}
