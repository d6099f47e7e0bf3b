import type { Outcome } from '../../essay/outcome.ts';
import { fail, succeed } from '../../essay/outcome.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import { type ClockState, newClock } from '../../sync/model/clock.ts';
import { type LogStream, logStreams } from '../../sync/model/synced-tables.ts';
import { newSyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { type BaseProgress, newBaseProgress, stampSome } from './base-stamps.ts';
import { readDeviceClock } from './clock-fact.ts';
import { readableClock } from './readable-clock.ts';
import { areTagIdsSettled, settleTagIds } from './settle-tag-ids.ts';
import { BASE, CLOCK, PAST_CLOCK, STATE } from './sync-rows.ts';

/** `turning-on`: it was begun, and `turnSyncOn` goes on with it; nothing is to be synced yet. */
export type SyncSwitch = 'off' | 'turning-on' | 'on';

/** Whether the collection syncs. Rejects when the database fails. */
export async function readSyncSwitch({ sync }: Collection): Promise<SyncSwitch> {
  const [clock, base] = await sync.bulkGet([CLOCK, BASE]);
  // One that is damaged beyond reading stamps nothing: the reader is to see that, and can turn it on again.
  if (readableClock(clock?.value) === null) return 'off';
  return base === undefined ? 'on' : 'turning-on';
}

/** True once the collection syncs: every change is stamped, and all that was there before. Rejects when the database fails. */
export const isSyncOn = async (collection: Collection): Promise<boolean> => (await readSyncSwitch(collection)) === 'on';

/** An id for a device that is to sync: 12 letters and digits, from 62 random bits. */
export const newDeviceId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36).padStart(7, '0').slice(-6)).join(
    '',
  );

/** How turning on is watched and stopped. */
export interface TurnOnOptions {
  /** What this device sends and reads; all when left out. */
  readonly wanted?: readonly LogStream[];
  readonly signal?: AbortSignal;
  /** Rows that are stamped, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Turns sync on for a device (`newDeviceId`), which its reader calls `name`: tags get the ids that they have on every computer, and
 * all rows their first stamps. In slices: the collection is used meanwhile, and every change is stamped from the beginning on. Cut off
 * or stopped, it is called again and goes on where it was, as the device that it was begun for. Fails with `stopped`, or as the database does.
 */
export async function turnSyncOn(
  collection: Collection,
  device: string,
  name: string,
  { wanted = logStreams, signal, onProgress = () => undefined }: TurnOnOptions = {},
): Promise<Outcome<void, StorageProblem | 'stopped'>> {
  const pause = yieldToPage();
  const goOn = async (): Promise<boolean> => {
    await pause();
    return signal?.aborted !== true;
  };
  const done = await attempt(async () => {
    while ((await readSyncSwitch(collection)) === 'off') {
      if (!(await settleTagIds(collection, goOn))) return false;
      await begin(collection, device, name, wanted);
    }
    if ((await readSyncSwitch(collection)) === 'on') return true;
    for (;;) {
      if (!(await goOn())) return false;
      const progress = await stampSome(collection);
      if (progress === null) return true;
      onProgress(Math.min(progress.done, progress.all), progress.all);
    }
  });
  if (!done.ok) return done;
  return done.value ? succeed(undefined) : fail('stopped');
}

/** From now on changes are stamped; unless a tag was made meanwhile in the old way, which is settled first. */
function begin(collection: Collection, device: string, name: string, wanted: readonly LogStream[]): PromiseLike<void> {
  const { sync, tags } = collection;
  return newBaseProgress(collection).then((base: BaseProgress) =>
    collection.transaction('rw', [sync, tags], async () => {
      if (!(await areTagIdsSettled(collection)) || (await readDeviceClock(collection)) !== null) return;
      const past = ((await sync.get(PAST_CLOCK))?.value as ClockState | undefined) ?? newClock;
      await sync.bulkPut([
        {
          key: CLOCK,
          value: { time: past.time, count: past.count, device, isBased: false, waiting: 0, waitingParts: 0 },
        },
        { key: STATE, value: newSyncState(device, name, wanted) },
        { key: BASE, value: base },
      ]);
    }),
  );
}

/**
 * Turns sync off, and forgets the device and what was still to be sent. Who changed each row last stays known, so that turning it on
 * again undoes nothing; what was changed meanwhile counts from then on. Rows stay as they are.
 */
export function turnSyncOff(collection: Collection): Promise<Outcome<void, StorageProblem>> {
  const { sync, unsent, essays } = collection;
  return attempt(() =>
    // Over `essays`, so that nobody writes a row and its stamps around it.
    collection.transaction('rw', [sync, unsent, essays], async () => {
      const clock = await readDeviceClock(collection);
      if (clock !== null) await sync.put({ key: PAST_CLOCK, value: { time: clock.time, count: clock.count } });
      await sync.bulkDelete([CLOCK, STATE, BASE]);
      await unsent.clear();
    }),
  );
}
