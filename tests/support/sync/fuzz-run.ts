import type { FoldBounds } from '../../../lib/sync/log/fold-plan.ts';
import type { Replica } from '../../../lib/sync/run/replica.ts';
import { type SyncReport, syncOnce } from '../../../lib/sync/run/sync-once.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { betweenPortions } from './between-portions.ts';
import { acts } from './fuzz-acts.ts';
import { newLedger } from './fuzz-ledger.ts';
import { haveAllMeet, wantOther } from './fuzz-meeting.ts';
import { findFaults } from './fuzz-verdict.ts';
import { memoryReplica } from './memory-replica.ts';
import { type FuzzStorage, memoryStorage } from './memory-storage.ts';
import { type Random, randomOf } from './random.ts';
import { fuzzLock, sealedFuzz } from './sealed-fuzz.ts';

/** What a run came to; `wrong` says what diverged or was lost. */
export interface FuzzRun {
  readonly wrong: readonly string[];
  readonly acts: number;
  readonly syncs: number;
  readonly faults: number;
  readonly requests: number;
  readonly notesAsked: number;
  /** Heads that were seen with another beside them, after two servers brought them to each other. */
  readonly conflicts?: number;
}

const HOUR = 3_600_000;
/** Acts of a run, and the part of requests that go wrong. */
const ACTS = 50;
const FAULTS = 0.15;
/** The parts of runs in which files are encrypted, and in which devices now and then want no originals. */
const LOCKED = 0.25;
const PARTIAL = 0.3;
/** Folds that so few acts come to: both their bounds are reached. */
export const smallFolds: FoldBounds = { many: 3, smallest: 300, largest: 3000, operations: 60 };
const junk = ['desktop.ini', '.DS_Store', 'head.json.tmp', 'd0000 (冲突副本).json', 'd0000 2.json'];

/** Makes what the devices of a run meet by; `lag` as `memoryStorage` takes it. */
export type StorageMaker = (
  random: Random,
  devices: readonly string[],
  lag: number,
) => FuzzStorage | Promise<FuzzStorage>;

/**
 * Two or three devices whose clocks are up to twelve hours wrong do fifty random acts each and sync now and then, with faults; then
 * all faults stop and they meet. All of it follows from the seed.
 */
export async function fuzzRun(seed: number, storageOf: StorageMaker = memoryStorage): Promise<FuzzRun> {
  const random = randomOf(seed);
  const names = ['d0000', 'd1111', 'd2222'].slice(0, random.next() < 0.7 ? 2 : 3);
  const world = { time: Date.UTC(2026, 10, 26) };
  const lag = random.next() < 0.3 ? 12 : 0;
  const lock = random.next() < LOCKED ? await fuzzLock() : null;
  const isPartial = random.next() < PARTIAL;
  const plain = await storageOf(random, names, lag);
  const storage = lock === null ? plain : sealedFuzz(plain, lock);
  const ledger = newLedger();
  const devices = names.map((name) => {
    const skew = (random.next() - 0.5) * 24 * HOUR;
    const now = (): number => Math.floor(world.time + skew);
    return { replica: memoryReplica(name, now), now };
  });
  const count = { acts: 0, syncs: 0 };

  const sync = async (replica: Replica, at: SyncStorage, now: () => number): Promise<SyncReport | null> => {
    count.syncs += 1;
    const options = { now, folds: smallFolds, lock: lock?.lock ?? null };
    try {
      const first = await syncOnce(replica, at, options);
      if (first.ok) return first.value;
      if (first.problem.code === 'unreachable' || storage.passing?.includes(first.problem.code)) return null;
      if (first.problem.code !== 'many-deletions') throw new Error(first.problem.code);
      const allowed = await syncOnce(replica, at, { ...options, mayDelete: true });
      return allowed.ok ? allowed.value : null;
    } catch (error) {
      if (error instanceof Error && error.message === 'stopped') return null;
      throw error;
    }
  };

  for (let at = 0; at < ACTS * devices.length; at += 1) {
    world.time += 1 + random.below(60_000);
    const { replica, now } = random.pick(devices);
    if (at === ACTS) for (const name of junk) await litter(plain.seenBy(replica.device), name);
    const act = (count = 0): void =>
      actOf(random)({ replica, random, now: now(), name: `${seed}-${at}-${count}`, ledger });
    if (random.next() < 0.25)
      await sync(betweenPortions(replica, random, act), storage.seenBy(replica.device, FAULTS), now);
    else if (isPartial && random.next() < 0.05) await wantOther(replica, random);
    else act();
    await storage.carry();
    count.acts += 1;
  }
  const meeting = devices.map(({ replica, now }) => ({
    replica,
    look: async () => replica,
    sync: () => sync(replica, storage.seenBy(replica.device), now),
  }));
  const unquiet = await haveAllMeet(meeting, storage, isPartial);
  const replicas = devices.map(({ replica }) => replica);
  const states = await Promise.all(replicas.map((replica) => replica.readState()));
  const verdict = await findFaults(replicas, states, storage, ledger);
  return { ...count, ...storage.counts, wrong: [...unquiet, ...verdict.wrong], notesAsked: verdict.notesAsked };
}

/** What other programs leave in such folders. */
const litter = (storage: SyncStorage, name: string): Promise<void> =>
  storage.put(`wencun/heads/${name}`, new TextEncoder().encode('not ours'));

function actOf(random: Random): (typeof acts)[number][1] {
  let at = random.next() * acts.reduce((sum, [weight]) => sum + weight, 0);
  const found = acts.find(([weight]) => {
    at -= weight;
    return at < 0;
  });
  return found?.[1] ?? (() => undefined);
}
