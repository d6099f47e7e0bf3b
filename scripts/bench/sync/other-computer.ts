import 'fake-indexeddb/auto';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import type { SyncServer } from '../../../lib/sync/server/sync-server.ts';
import { webdavStorage } from '../../../lib/sync/webdav/webdav-storage.ts';
import type { AlikeEssay } from './alike.ts';
import { keepingMaker } from './made-keeping.ts';

/** A second computer: the product's own collection and sync in this process. */
export interface OtherComputer {
  /** Keeps an essay that nobody else has, tags it, and writes a note to the one before. */
  readonly change: () => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly look: () => Promise<readonly AlikeEssay[]>;
}

const free = { spend: async () => undefined, rest: async () => undefined };
const SEED = 23;

/** Turns it on; it syncs by a server. */
export async function otherComputer(server: SyncServer, device: string): Promise<OtherComputer> {
  const collection = openCollection(`${device}-${crypto.randomUUID()}`);
  await turnSyncOn(collection, device, device);
  const storage = webdavStorage(server, free);
  const keepingOf = keepingMaker(SEED);
  const held = { n: 0 };
  return {
    change: async () => {
      const before = (await collection.essays.toCollection().primaryKeys())[0];
      if (before !== undefined) await setNote(collection, before, `${device} ${held.n}`);
      const kept = await keepEssay(collection, keepingOf(held.n));
      held.n += 1;
      if (kept.ok) await tagEssays(collection, [kept.value.id], { add: [`标签${held.n % 3}`] });
    },
    sync: async () => {
      const done = await syncOnce(collectionReplica(collection), storage, { now: Date.now });
      if (!done.ok) throw new Error(`The other computer: ${done.problem.code} ${done.problem.detail}`);
    },
    look: () => lookAt(collection),
  };
}

async function lookAt({ essays, bodies, originals }: Collection): Promise<readonly AlikeEssay[]> {
  const rows = await essays.orderBy(':id').toArray();
  const texts = new Map((await bodies.toArray()).map(({ captureId, text }) => [captureId, text.length]));
  const pages = new Map((await originals.toArray()).map(({ captureId, gzip }) => [captureId, gzip.byteLength]));
  return rows.map(({ id, title, note, tags, captureId }) => ({
    ...{ id, title, note, tags: tags.length },
    text: texts.get(captureId) ?? -1,
    original: pages.get(captureId) ?? -1,
  }));
}
