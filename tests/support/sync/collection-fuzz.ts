import type { Backup } from '../../../lib/collection/backup/open-backup.ts';
import { damageOf } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import type { SegmentBounds } from '../../../lib/collection/sync/unsent.ts';
import type { Replica } from '../../../lib/sync/run/replica.ts';
import { type SyncReport, syncOnce } from '../../../lib/sync/run/sync-once.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { betweenPortions } from './between-portions.ts';
import { collectionActs } from './collection-acts.ts';
import { type CollectionDevice, collectionDevice, rebuilt, reopened } from './collection-device.ts';
import { copyDiffers, copyOn } from './fuzz-copy.ts';
import { newLedger } from './fuzz-ledger.ts';
import { haveAllMeet, wantOther } from './fuzz-meeting.ts';
import { fuzzPublication } from './fuzz-publication.ts';
import { type FuzzRun, smallFolds } from './fuzz-run.ts';
import { findFaults, namesGone } from './fuzz-verdict.ts';
import { memoryStorage } from './memory-storage.ts';
import { type Random, randomOf } from './random.ts';
import { fuzzLock, sealedFuzz } from './sealed-fuzz.ts';

const HOUR = 3_600_000;
/** Acts of each device, and the part of requests that go wrong. */
const ACTS = 30;
const FAULTS = 0.15;
/** The parts of runs in which files are encrypted, in which devices now and then want no originals, and of which one device publishes. */
const LOCKED = 0.2;
const PARTIAL = 0.3;
const PUBLISHED = 0.3;
/** Segments that so few acts fill. */
const smallSegments: SegmentBounds = { operations: 15, textBytes: 2000, packedBytes: 300 };
/** Devices that a collection which was lost syncs as, when it is back. */
const spare = ['d8888', 'd9999'];

/** As `fuzzRun`, with the product's collections and its acts. */
export async function collectionFuzzRun(seed: number): Promise<FuzzRun> {
  const random = randomOf(seed);
  const names = ['d0000', 'd1111', 'd2222'].slice(0, random.next() < 0.7 ? 2 : 3);
  const world = { time: Date.UTC(2026, 10, 26) };
  const plain = memoryStorage(random, [...names, ...spare], random.next() < 0.3 ? 12 : 0);
  const lock = random.next() < LOCKED ? await fuzzLock() : null;
  const storage = lock === null ? plain : sealedFuzz(plain, lock);
  const isPartial = random.next() < PARTIAL;
  const publication = random.next() < PUBLISHED ? await fuzzPublication(random, FAULTS) : null;
  const lives = [...spare];
  const backups: Backup[] = [];
  const ledger = newLedger();
  const devices: { device: CollectionDevice; readonly now: () => number }[] = [];
  for (const name of names) {
    const skew = (random.next() - 0.5) * 24 * HOUR;
    const now = (): number => Math.floor(world.time + skew);
    devices.push({ device: await collectionDevice(name, now, smallSegments), now });
  }
  const count = { acts: 0, syncs: 0 };

  const sync = async (replica: Replica, at: SyncStorage, now: () => number): Promise<SyncReport | null> => {
    count.syncs += 1;
    const options = { now, folds: smallFolds, lock: lock?.lock ?? null };
    try {
      const first = await syncOnce(replica, at, options);
      if (first.ok) return first.value;
      if (!['unreachable', 'many-deletions'].includes(first.problem.code)) throw new Error(first.problem.code);
      if (first.problem.code === 'unreachable') return null;
      const allowed = await syncOnce(replica, at, { ...options, mayDelete: true });
      return allowed.ok ? allowed.value : null;
    } catch (error) {
      if (error instanceof Error && error.message === 'stopped') return null;
      throw error;
    }
  };

  for (let at = 0; at < ACTS * devices.length; at += 1) {
    world.time += 1 + random.below(60_000);
    const one = random.pick(devices);
    const { device, now } = one;
    const act = async (count = 0): Promise<void> => {
      const given = { collection: device.collection, seen: await device.look(), random, now: now() };
      await actOf(random)({ ...given, name: `${seed}-${at}-${count}`, ledger, backups });
    };
    if (random.next() < 0.25)
      await sync(betweenPortions(device.replica, random, act), storage.seenBy(device.device, FAULTS), now);
    else if (isPartial && random.next() < 0.05) await wantOther(device.replica, random);
    else if (publication !== null && one === devices[0] && random.next() < 0.2)
      await publication.step(device.collection);
    else await act();
    // The browser is closed and opened again.
    if (random.next() < 0.05) one.device = reopened(device);
    if (random.next() < 0.2) await copyOn(one.device);
    const life = random.next() < 0.01 ? lives.pop() : undefined;
    if (life !== undefined) {
      await copyOn(one.device);
      one.device = await rebuilt(one.device, life);
    }
    await storage.carry();
    count.acts += 1;
  }
  const meeting = devices.map((one) => ({
    ...one.device,
    sync: () => sync(one.device.replica, storage.seenBy(one.device.device), one.now),
  }));
  const wrong = [...(await haveAllMeet(meeting, storage, isPartial))];
  const seen = await Promise.all(devices.map(({ device }) => device.look()));
  const states = await Promise.all(devices.map(({ device }) => device.replica.readState()));
  const verdict = await findFaults(seen, states, storage, ledger);
  wrong.push(...seen.flatMap(namesGone));
  for (const { device } of devices) wrong.push(...(await besideRows(device)), ...(await copyDiffers(device)));
  const [first] = devices;
  if (publication !== null && first !== undefined) wrong.push(...(await publication.differs(first.device.collection)));
  publication?.close();
  return { ...count, ...storage.counts, wrong: [...wrong, ...verdict.wrong], notesAsked: verdict.notesAsked };
}

/** What follows the rows: the ledger is right, and nothing was found that cannot be read. */
async function besideRows({ device, collection }: CollectionDevice): Promise<string[]> {
  const damage = await damageOf(collection);
  const found = await collection.quarantine.toArray();
  return [...(damage === null ? [] : [`${device}: ${damage}`]), ...found.map(({ id }) => `${device}: found ${id}`)];
}

function actOf(random: Random): (typeof collectionActs)[number][1] {
  let at = random.next() * collectionActs.reduce((sum, [weight]) => sum + weight, 0);
  const found = collectionActs.find(([weight]) => {
    at -= weight;
    return at < 0;
  });
  return found?.[1] ?? (async () => undefined);
}
