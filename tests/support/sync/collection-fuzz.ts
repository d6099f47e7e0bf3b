import { damageOf } from '../../../lib/collection/ledger/rebuild-ledger.ts';
import { type SyncReport, syncOnce } from '../../../lib/sync/run/sync-once.ts';
import type { SyncStorage } from '../../../lib/sync/storage.ts';
import { collectionActs } from './collection-acts.ts';
import { type CollectionDevice, collectionDevice, reopened } from './collection-device.ts';
import { newLedger } from './fuzz-ledger.ts';
import type { FuzzRun } from './fuzz-run.ts';
import { findFaults } from './fuzz-verdict.ts';
import { memoryStorage } from './memory-storage.ts';
import { type Random, randomOf } from './random.ts';

const HOUR = 3_600_000;
/** Acts of each device, and the part of requests that go wrong. */
const ACTS = 30;
const FAULTS = 0.15;
/** Rounds in which all devices sync without faults at the end: the last one brings nothing new. */
const ROUNDS = 6;

/** As `fuzzRun`, with the product's collections and its acts. */
export async function collectionFuzzRun(seed: number): Promise<FuzzRun> {
  const random = randomOf(seed);
  const names = ['d0000', 'd1111', 'd2222'].slice(0, random.next() < 0.7 ? 2 : 3);
  const world = { time: Date.UTC(2026, 10, 26) };
  const storage = memoryStorage(random, names, random.next() < 0.3 ? 12 : 0);
  const ledger = newLedger();
  const devices: { device: CollectionDevice; readonly now: () => number }[] = [];
  for (const name of names) {
    const skew = (random.next() - 0.5) * 24 * HOUR;
    const now = (): number => Math.floor(world.time + skew);
    devices.push({ device: await collectionDevice(name, now), now });
  }
  const count = { acts: 0, syncs: 0 };

  const sync = async ({ device, now }: (typeof devices)[number], at: SyncStorage): Promise<SyncReport | null> => {
    count.syncs += 1;
    const options = { now, foldAt: 3 };
    try {
      const first = await syncOnce(device.replica, at, options);
      if (first.ok) return first.value;
      if (!['unreachable', 'many-deletions'].includes(first.problem.code)) throw new Error(first.problem.code);
      if (first.problem.code === 'unreachable') return null;
      const allowed = await syncOnce(device.replica, at, { ...options, mayDelete: true });
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
    if (random.next() < 0.25) await sync(one, storage.seenBy(device.device, FAULTS));
    else {
      const given = { collection: device.collection, seen: await device.look(), random, now: now() };
      await actOf(random)({ ...given, name: `${seed}-${at}`, ledger });
    }
    // The browser is closed and opened again.
    if (random.next() < 0.05) one.device = reopened(device);
    storage.carry();
    count.acts += 1;
  }
  const last: (SyncReport | null)[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    storage.carry(true);
    last.length = 0;
    for (const one of devices) {
      last.push(await sync(one, storage.seenBy(one.device.device)));
      storage.carry(true);
    }
  }
  const wrong = last.some((one) => one === null || one.got + one.sent > 0)
    ? ['the last round still changed something']
    : [];
  const seen = await Promise.all(devices.map(({ device }) => device.look()));
  const states = await Promise.all(devices.map(({ device }) => device.replica.readState()));
  const verdict = await findFaults(seen, states, storage, ledger);
  for (const { device } of devices) wrong.push(...(await besideRows(device)));
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
