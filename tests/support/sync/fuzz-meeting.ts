import { logStreams } from '../../../lib/sync/model/synced-tables.ts';
import { changeWanted } from '../../../lib/sync/run/change-wanted.ts';
import type { Replica } from '../../../lib/sync/run/replica.ts';
import type { SyncReport } from '../../../lib/sync/run/sync-once.ts';
import { devicesDiffer } from './fuzz-verdict.ts';
import type { FuzzStorage } from './memory-storage.ts';
import type { Random } from './random.ts';
import type { SeenDevice } from './seen-device.ts';

/** Rounds in which all devices sync without faults at the end: the last one brings nothing new. */
const ROUNDS = 6;
/** What a device sends and reads that has no room for more, or no time. */
const some = [['acts'], ['acts', 'originals'], ['acts', 'images']] as const;

/** A device that meets others. */
export interface MeetingDevice {
  readonly replica: Replica;
  readonly sync: () => Promise<SyncReport | null>;
  readonly look: () => Promise<SeenDevice>;
}

/**
 * Has all devices meet; gives what is wrong with that. Where some were told to leave originals or images away they are alike but for those; afterwards each is
 * told to want all, and they meet once more.
 */
export async function haveAllMeet(
  devices: readonly MeetingDevice[],
  storage: FuzzStorage,
  areSomeLeftAway: boolean,
): Promise<readonly string[]> {
  const unquiet = await meet(devices, storage);
  if (!areSomeLeftAway) return unquiet;
  const seen = await Promise.all(devices.map(({ look }) => look()));
  const differ = devicesDiffer(seen, ['originals', 'images']).map((what) => `with some left away: ${what}`);
  for (const { replica } of devices) await changeWanted(replica, (await replica.readState()).name, logStreams);
  return [...unquiet, ...differ, ...(await meet(devices, storage))];
}

async function meet(devices: readonly MeetingDevice[], storage: FuzzStorage): Promise<readonly string[]> {
  const last: (SyncReport | null)[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await storage.carry(true);
    last.length = 0;
    for (const { sync } of devices) {
      last.push(await sync());
      await storage.carry(true);
    }
  }
  return last.some((one) => one === null || one.got + one.sent > 0) ? ['the last round still changed something'] : [];
}

/** The reader of a device has it send and read more, or less, than before. */
export async function wantOther(replica: Replica, random: Random): Promise<void> {
  const wanted = random.next() < 0.4 ? logStreams : random.pick(some);
  await changeWanted(replica, (await replica.readState()).name, wanted);
}
