import { couchdbStorage } from '../../../lib/sync/couchdb/couchdb-storage.ts';
import { formatFile, headFile, headsFolder } from '../../../lib/sync/log/paths.ts';
import { SyncRefusal, type SyncStorage } from '../../../lib/sync/storage.ts';
import { replicate } from '../../../scripts/bench/sync/real-couch.ts';
import type { RealServer } from '../../../scripts/bench/sync/real-dav.ts';
import type { StorageMaker } from './fuzz-run.ts';
import type { FuzzStorage } from './memory-storage.ts';
import type { Random } from './random.ts';

/** The part of turns at which two servers bring their databases to each other. */
const CARRIED = 0.08;
/** How often a device asks the other server, where its head is there already. */
const ELSEWHERE = 0.3;
const free = { spend: async () => undefined, rest: async () => undefined };

/**
 * A new database of real servers for each run. Where there is a lag it stands on two of them, which bring it to each other now and then in both directions, and
 * a device asks now this and now that one: so heads come to have conflicts. Faults: the request is lost before it is done, or its answer after; the device stops.
 */
export const couchFuzzStorage =
  (servers: readonly RealServer[]): StorageMaker =>
  async (random, devices, lag) => {
    const name = `fuzz-${crypto.randomUUID()}`;
    const used = (lag === 0 ? servers.slice(0, 1) : servers).map(({ address }) => `${address}${name}/`);
    const counts = { requests: 0, faults: 0, conflicts: 0 };
    const storageOf = (address: string): SyncStorage =>
      couchdbStorage({ address, user: 'reader', password: 'app-password' }, free);
    const home = (device: string): string => used[devices.indexOf(device) % used.length] ?? '';
    for (const address of used) await storageOf(address).makeFolder('wencun');
    /** Devices that wrote a head which both servers have. */
    const everywhere = new Set<string>();
    const bring = async (): Promise<void> => {
      const [one, other] = used;
      if (one === undefined || other === undefined) return;
      await replicate(one, other);
      await replicate(other, one);
    };
    const carry = async (all = false): Promise<void> => {
      if (!(all || random.next() < CARRIED)) return;
      await bring();
      for (const file of await storageOf(used[0] ?? '').list(headsFolder)) {
        if (file.tag.includes(' ')) counts.conflicts += 1;
        for (const device of devices) if (headFile(device).endsWith(`/${file.name}`)) everywhere.add(device);
      }
    };
    const seenBy = (device: string, faultRate = 0): SyncStorage => {
      const isElsewhere = faultRate > 0 && everywhere.has(device) && random.next() < ELSEWHERE;
      const address = isElsewhere ? used.find((one) => one !== home(device)) : home(device);
      const storage = storageOf(address ?? home(device));
      const put: SyncStorage['put'] = async (path, bytes) => {
        await storage.put(path, bytes);
        // The reader sets a second device up when the database is there.
        if (path === formatFile) await bring();
      };
      return withFaults({ ...storage, put }, random, faultRate, counts);
    };
    // What a device wrote at one server is not at the other before it was brought there: it is told that, and nothing is done.
    return { seenBy, carry, counts, passing: ['own-missing'] } satisfies FuzzStorage;
  };

function withFaults(
  storage: SyncStorage,
  random: Random,
  rate: number,
  counts: { requests: number; faults: number },
): SyncStorage {
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    counts.requests += 1;
    if (random.next() >= rate) return work();
    counts.faults += 1;
    const kind = random.pick(['before', 'after', 'crash']);
    if (kind !== 'before') await work();
    if (kind === 'crash') throw new Error('stopped');
    throw new SyncRefusal('unreachable');
  };
  return {
    list: (folder) => ask(() => storage.list(folder)),
    get: (path) => ask(() => storage.get(path)),
    getOthers: (path) => ask(async () => (await storage.getOthers?.(path)) ?? []),
    put: (path, bytes) => ask(() => storage.put(path, bytes)),
    makeFolder: (path) => ask(() => storage.makeFolder(path)),
    remove: (path) => ask(() => storage.remove(path)),
  };
}
