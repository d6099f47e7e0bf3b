import type { Outcome } from '../../essay/outcome.ts';
import type { NamedEssay } from '../../harvest/lists/listed-essays.ts';
import { gzip } from '../../zip/gzip.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import type { ArchiveStore } from './archive-store.ts';
import type { HarvestListRow, HarvestRow } from './harvest-rows.ts';

/** All looks at archives, the newest first. */
export const listHarvests = ({ harvests }: ArchiveStore): Promise<Outcome<readonly HarvestRow[], StorageProblem>> =>
  attempt(async () => (await harvests.toArray()).toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1)));

/** Changes a look; one that was forgotten meanwhile stays so. */
export const changeHarvest = (
  { harvests }: ArchiveStore,
  id: string,
  change: (row: HarvestRow) => Partial<HarvestRow>,
): Promise<Outcome<void, StorageProblem>> =>
  attempt(async () => {
    await harvests
      .where('id')
      .equals(id)
      .modify((row: HarvestRow) => void Object.assign(row, change(row)));
  });

/** Stores what came of an index and how far it is, together; nothing where the look was forgotten meanwhile. */
export async function addPart(
  store: ArchiveStore,
  before: HarvestRow,
  bytes: Uint8Array<ArrayBuffer>,
  after: Partial<HarvestRow>,
): Promise<Outcome<void, StorageProblem>> {
  const packed = await gzip(bytes);
  return attempt(() =>
    store.transaction('rw', store.harvests, store.harvestParts, async () => {
      const now = await store.harvests.get(before.id);
      if (now === undefined || now.parts !== before.parts) return;
      await store.harvestParts.put({ harvest: before.id, part: before.parts, gzip: packed });
      await store.harvests.put({ ...now, ...after, parts: before.parts + 1 });
    }),
  );
}

/** Forgets a look with all that came of it; what was kept stays. */
export const forgetHarvest = (store: ArchiveStore, id: string): Promise<Outcome<void, StorageProblem>> =>
  attempt(() =>
    store.transaction('rw', store.harvests, store.harvestParts, store.harvestLists, async () => {
      await store.harvests.delete(id);
      await store.harvestParts.where('[harvest+part]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
      await store.harvestLists.where('[harvest+key]').between([id, ''], [id, '\uffff']).delete();
    }),
  );

/** Queues the list pages of a site to be read; those that were read stay so. */
export const wantLists = (
  store: ArchiveStore,
  id: string,
  lists: readonly Pick<HarvestListRow, 'key' | 'captures'>[],
): Promise<Outcome<void, StorageProblem>> =>
  attempt(() =>
    store.transaction('rw', store.harvests, store.harvestLists, async () => {
      const known = await store.harvestLists.bulkGet(lists.map(({ key }): [string, string] => [id, key]));
      const fresh = lists.filter((_, at) => known[at]?.state !== 'read');
      await store.harvestLists.bulkPut(
        fresh.map(({ key, captures }) => ({ harvest: id, key, captures, state: 'waiting' as const, essays: [] })),
      );
      const change = { lists: 'reading' as const, listsOf: lists.length, listsDone: lists.length - fresh.length };
      await store.harvests.update(id, change);
    }),
  );

/** The next list page that is to be read; null when all are. */
export const nextList = (
  { harvestLists }: ArchiveStore,
  id: string,
): Promise<Outcome<HarvestListRow | null, StorageProblem>> =>
  attempt(
    async () =>
      (await harvestLists
        .where('[harvest+key]')
        .between([id, ''], [id, '\uffff'])
        .filter(({ state }) => state === 'waiting')
        .first()) ?? null,
  );

/** Stores what became of a list page. */
export const putList = (store: ArchiveStore, row: HarvestListRow): Promise<Outcome<void, StorageProblem>> =>
  attempt(() =>
    store.transaction('rw', store.harvests, store.harvestLists, async () => {
      const harvest = await store.harvests.get(row.harvest);
      if (harvest === undefined) return;
      await store.harvestLists.put(row);
      if (row.state !== 'waiting') await store.harvests.put({ ...harvest, listsDone: harvest.listsDone + 1 });
    }),
  );

/** What the lists that were read name. */
export const namedEssays = (
  { harvestLists }: ArchiveStore,
  id: string,
): Promise<Outcome<readonly NamedEssay[], StorageProblem>> =>
  attempt(async () =>
    (await harvestLists.where('[harvest+key]').between([id, ''], [id, '\uffff']).toArray()).flatMap(
      ({ essays }) => essays,
    ),
  );
