import { changePublication, type Publication } from '../collection/publishing/publication.ts';
import type { SyncStore } from '../collection/sync-store/sync-store.ts';
import { headFile, headIndexFile, headsFolder } from '../sync/log/paths.ts';
import { isLookDue, lookAfter } from '../sync/run/look-after.ts';
import type { SyncStorage } from '../sync/storage.ts';

/**
 * Looks once a day whether what was published is still there, also where nothing new is to be sent: its publisher would hear of it last. Gives the publication
 * with what tells of it to be written anew, where that alone is gone. `plain` is the storage with its files as they are. Rejects with `own-missing` where files of it are gone.
 */
export async function lookAfterPublished(
  store: SyncStore,
  storage: SyncStorage,
  plain: SyncStorage,
  publication: Publication,
  now: number,
): Promise<Publication> {
  const { state, locked } = publication;
  if (state.heads === 0 || !isLookDue(state, now)) return publication;
  const looked = await lookAfter(storage, state, locked?.lock ?? null, now);
  const heads = await storage.list(headsFolder);
  const isHeadThere = heads.some(({ name }) => headFile(state.device).endsWith(`/${name.toLowerCase()}`));
  const isIndexThere = (await plain.get(headIndexFile)) !== null;
  const change = {
    state: { ...looked, isHeadOld: looked.isHeadOld || !isHeadThere },
    indexed: isIndexThere ? publication.indexed : 0,
  };
  await changePublication(store, change);
  return { ...publication, ...change };
}
