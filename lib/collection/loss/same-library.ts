import type { Dexie } from 'dexie';

/** How an act that takes long stays with the library that it was begun in. */
export interface Stay {
  /** Aborted when another library, made anew, stands in its place: what was written by then may be gone with the one before. */
  readonly anew: AbortSignal;
  /** Looks once more, as at the end of an act; true when the library is another. */
  readonly look: () => Promise<boolean>;
  /** To be called when the act is over. */
  readonly end: () => void;
}

/** Begins such a stay. Where the library cannot be read it tells nothing. */
export type BeginStay = () => Promise<Stay>;

/** The row of `meta` that tells one library from another of the same name. */
const MADE = 'made';

/**
 * Has each library that is made bear an id of its own, those of older versions none, and tells acts that are under way when the database is opened again
 * and is another: the browser cleared its storage, or somebody deleted it, and whoever writes next makes an empty one without noticing.
 *
 * `reopen` opens a store that the browser has closed, as it does when it clears the data of a site, where that can be: what is closed tells nothing.
 */
export function followLibrary(collection: Dexie, reopen: () => Promise<unknown>): BeginStay {
  const stays = new Map<AbortController, unknown>();
  collection.on('populate', (transaction) => transaction.table('meta').add({ key: MADE, value: crypto.randomUUID() }));
  collection.on(
    'ready',
    async (opened) => {
      // An opening that nobody's act waits for asks nothing.
      if (stays.size === 0) return;
      const made = await readMade(opened);
      for (const [stay, before] of stays) if (before !== made) stay.abort();
    },
    true,
  );
  return async () => {
    const stay = new AbortController();
    await readMade(collection).then(
      (made) => stays.set(stay, made),
      () => undefined,
    );
    return {
      anew: stay.signal,
      look: async () => {
        // Whatever is asked opens a database that was closed, and that compares.
        await reopen().catch(() => undefined);
        await readMade(collection).catch(() => undefined);
        return stay.signal.aborted;
      },
      end: () => void stays.delete(stay),
    };
  };
}

const readMade = async (collection: Dexie): Promise<unknown> =>
  ((await collection.table('meta').get(MADE)) as { readonly value: unknown } | undefined)?.value;
