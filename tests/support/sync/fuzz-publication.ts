import type { Collection } from '../../../lib/collection/collection.ts';
import { publishedEssay } from '../../../lib/collection/publishing/published-fields.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { PUBLISHED_FOLDER } from '../../../lib/sync/log/paths.ts';
import { SyncRefusal } from '../../../lib/sync/storage.ts';
import { storageWithin } from '../../../lib/sync/storage-within.ts';
import { publish } from '../../../lib/syncing/publisher.ts';
import { memoryStorage } from './memory-storage.ts';
import { type Subscribed, startPublishing, staticServer, subscribe, textAndOriginals } from './published-world.ts';
import type { Random } from './random.ts';

/** What is published of a collection in a fuzz, and a colleague who reads it. */
export interface FuzzPublication {
  /** Publishes what is new, or has the colleague read it, with faults. */
  readonly step: (collection: Collection) => Promise<void>;
  /** Both once more without faults; gives in what the colleague's copy differs. */
  readonly differs: (collection: Collection) => Promise<readonly string[]>;
  readonly close: () => void;
}

const wish = { ...textAndOriginals, notes: true, marks: true };
const PUBLISHER = 'publisher';

/** `faults`: the part of requests that go wrong. */
export async function fuzzPublication(random: Random, faults: number): Promise<FuzzPublication> {
  const store = openSyncStore(`store-${crypto.randomUUID()}`);
  await startPublishing(store, wish);
  const server = memoryStorage(random, [PUBLISHER], 0);
  const held: { subscribed: Subscribed | null } = { subscribed: null };

  const send = (collection: Collection, rate: number) =>
    publish(collection, store, storageWithin(server.seenBy(PUBLISHER, rate), PUBLISHED_FOLDER), collection.now);
  const rates = { now: 0 };
  const web = staticServer({ get: (path) => server.seenBy(PUBLISHER, rates.now).get(path) }, []);
  const read = async (rate: number): Promise<void> => {
    rates.now = 0;
    // A list of heads that was written by half is none yet: the colleague tries it again another time.
    held.subscribed ??= await subscribe(web).catch((error: unknown) => {
      if (rate > 0 && String(error).includes('no-log')) return null;
      throw error;
    });
    rates.now = rate;
    await held.subscribed?.update().catch((error: unknown) => {
      if (!(error instanceof SyncRefusal) && !String(error).includes('stopped')) throw error;
    });
  };
  return {
    step: async (collection) => {
      if (random.next() < 0.6) await send(collection, faults);
      else if (server.files(PUBLISHER).has(`${PUBLISHED_FOLDER}/wencun/index.json`)) await read(faults);
    },
    differs: async (collection) => {
      const sent = await send(collection, 0);
      if (!sent.ok) return [`could not be published: ${sent.problem.code} ${sent.problem.detail ?? ''}`];
      await read(0);
      const copy = held.subscribed?.collection;
      if (copy === undefined) return ['nobody subscribed'];
      const [own, theirs] = [await shown(collection), await shown(copy)];
      return [...new Set([...Object.keys(own), ...Object.keys(theirs)])].flatMap((name) =>
        own[name] === theirs[name]
          ? []
          : [`published ${name}: ${own[name] ?? 'nothing'} | ${theirs[name] ?? 'nothing'}`],
      );
    },
    close: () => held.subscribed?.collection.close(),
  };
}

/** All that a reader of a published collection sees, by the names of its rows. */
async function shown(collection: Collection): Promise<Readonly<Record<string, string>>> {
  const { essays, bodies, originals, images, highlights } = collection;
  const rows = (await essays.toArray()).filter(({ trashedAt }) => trashedAt === '');
  const ids = new Set(rows.map(({ id }) => id));
  const told: Record<string, string> = {};
  for (const row of rows) {
    const fields = publishedEssay({ ...row }, wish);
    told[`essay ${row.id}`] = JSON.stringify(Object.entries(fields).toSorted());
    told[`text ${row.id}`] = (await bodies.get(row.captureId))?.text ?? 'none';
    told[`original ${row.id}`] = String((await originals.get(row.captureId))?.gzip.byteLength ?? 'none');
  }
  for (const { essayId, address, bytes } of await images.toArray())
    if (bytes !== null && ids.has(essayId)) told[`image ${essayId} ${address}`] = String(bytes.byteLength);
  for (const { id, essayId, colour, note } of await highlights.toArray())
    if (ids.has(essayId)) told[`mark ${id}`] = `${essayId} ${colour} ${note}`;
  return told;
}
