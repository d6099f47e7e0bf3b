import type { Collection } from '../../../lib/collection/collection.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { observe } from '../../../lib/collection/observe.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { partsOfForeignId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import { openSubscribed } from '../../../lib/collection/subscriptions/open-subscribed.ts';
import { listSubscriptions } from '../../../lib/collection/subscriptions/subscription.ts';
import type { SubscriptionRow } from '../../../lib/collection/subscriptions/subscription-row.ts';
import { takeEssay } from '../../../lib/collection/subscriptions/take-essays.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { foreignRows } from '../../../lib/features/sync/open-subscription.ts';
import type { Search } from '../../../lib/search/contract.ts';
import { joinSearches } from '../../../lib/search/joined/join-searches.ts';
import { openSearch } from '../../../lib/search/open-search.ts';

/** What is subscribed to, together with one's own. */
export interface JoinedLibrary extends Pick<Search, 'find' | 'snippets'> {
  readonly rows: (ids: readonly string[]) => Promise<readonly (EssayRow | null)[]>;
  readonly take: (id: string) => ReturnType<typeof takeEssay>;
}

interface Told {
  /** Something of it changed. */
  readonly changed: () => void;
  /** Others are subscribed to, or none any more; names by id. */
  readonly joined: (joined: JoinedLibrary | null, names: ReadonlyMap<string, string>) => void;
}

interface Opened {
  readonly collection: Collection;
  readonly search: Search;
  readonly close: () => void;
}

/** Opens what is subscribed to, each with a search of its own, and follows the list of them. Gives the function that ends it. */
export function followSubscriptions(own: Collection, search: Search, told: Told): () => void {
  const store = openSyncStore();
  const opened = new Map<string, Opened>();
  const stop = observe(
    // How an update goes is none of the list's business; one that has nothing yet has no database.
    async () => {
      const rows = await listSubscriptions(store).catch(() => []);
      return rows.filter(({ essays }) => essays > 0);
    },
    (rows) => {
      const known = JSON.stringify([...opened.keys()].toSorted());
      const wanted = new Map(rows.map((row) => [row.id, row]));
      for (const [id, one] of opened) {
        if (wanted.has(id)) continue;
        one.close();
        opened.delete(id);
      }
      for (const { id } of rows) if (!opened.has(id)) opened.set(id, open(id, told.changed));
      const names = new Map(rows.map(({ id, name }) => [id, name]));
      const isSame = JSON.stringify([...opened.keys()].toSorted()) === known;
      if (isSame && JSON.stringify([...names]) === named.last) return;
      named.last = JSON.stringify([...names]);
      told.joined(rows.length === 0 ? null : joinedOf(own, search, opened, wanted), names);
    },
  );
  const named = { last: '[]' };
  return () => {
    stop();
    for (const one of opened.values()) one.close();
    store.close();
  };
}

function open(id: string, changed: () => void): Opened {
  const collection = openSubscribed(id);
  const search = openSearch(id);
  const stop = search.onChange(changed);
  return {
    collection,
    search,
    close: () => {
      stop();
      search.close();
      collection.close();
    },
  };
}

function joinedOf(
  own: Collection,
  search: Search,
  opened: ReadonlyMap<string, Opened>,
  rows: ReadonlyMap<string, SubscriptionRow>,
): JoinedLibrary {
  const others = [...rows.keys()].flatMap((id) => {
    const one = opened.get(id);
    return one === undefined ? [] : [{ id, search: one.search }];
  });
  return {
    ...joinSearches(search, others),
    rows: async (ids) => {
      const parts = ids.map(partsOfForeignId);
      const found = new Map<string, EssayRow | null>();
      const note = (names: readonly string[], read: readonly (EssayRow | null)[]): void => {
        for (const [at, name] of names.entries()) found.set(name, read[at] ?? null);
      };
      const mine = ids.filter((_, at) => parts[at] === null);
      await Promise.all([
        getRows(own, mine).then((read) => note(mine, read)),
        ...[...opened].map(async ([from, { collection }]) => {
          const names = ids.filter((_, at) => parts[at]?.from === from);
          const theirs = names.flatMap((name) => partsOfForeignId(name)?.essayId ?? []);
          if (theirs.length > 0) note(names, await foreignRows(collection, from, theirs).catch(() => []));
        }),
      ]);
      return ids.map((id) => found.get(id) ?? null);
    },
    take: async (id) => {
      const parts = partsOfForeignId(id);
      const [one, row] = [opened.get(parts?.from ?? ''), rows.get(parts?.from ?? '')];
      if (parts === null || one === undefined || row === undefined) return { ok: false, problem: { code: 'gone' } };
      const { host } = new URL(row.place.address);
      const from = { name: row.name, host, at: new Date().toISOString() };
      return takeEssay(own, one.collection, parts.essayId, from);
    },
  };
}
