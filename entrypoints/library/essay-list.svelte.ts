import type { Collection } from '../../lib/collection/collection.ts';
import {
  countEssays,
  countTrash,
  type EssayPage,
  listEssays,
  listTrash,
  type PageKey,
} from '../../lib/collection/list-essays.ts';
import { observe } from '../../lib/collection/observe.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import type { View } from './place.svelte.ts';

/** Rows fetched at a time: two screens of a tall window. */
const PAGE = 50;

/**
 * The rows of a list as far as the reader has scrolled. It follows the collection: when a change is seen, what is
 * loaded is read once more; pages after it are read by key, so that the hundredth costs what the first does.
 */
export function createEssayList(collection: Collection) {
  let status = $state<'loading' | 'ready' | 'failed'>('loading');
  let rows = $state.raw<readonly EssayRow[]>([]);
  let next = $state.raw<PageKey | null>(null);
  let total = $state(0);
  let list = listEssays;
  let words = '';
  let shown: View | null = null;
  // Counts the lists shown: what an earlier one still answers is not heard.
  let turn = 0;

  function take(page: Outcome<EssayPage, string>, before: readonly EssayRow[] = []): void {
    status = page.ok ? 'ready' : 'failed';
    if (!page.ok) return;
    rows = [...before, ...page.value.rows];
    next = page.value.next;
  }

  return {
    get status() {
      return status;
    },
    get rows(): readonly EssayRow[] {
      return rows;
    },
    /** Ids of the rows loaded, from top to bottom. */
    get ids(): readonly string[] {
      return rows.map((row) => row.id);
    },
    get total(): number {
      return total;
    },
    get hasMore(): boolean {
      return next !== null;
    },
    /** Shows a list and follows it. Gives the function that stops it. */
    show(view: View, sought: string): () => void {
      const mine = ++turn;
      let fresh = true;
      // The rows at hand stay in sight while words are typed: an empty list between two letters would flicker.
      if (view !== shown || status === 'failed') {
        status = 'loading';
        rows = [];
      }
      next = null;
      shown = view;
      words = sought;
      list = view === 'trash' ? listTrash : listEssays;
      const count = view === 'trash' ? countTrash : countEssays;
      const firstPage = async () => ({
        page: await list(collection, { limit: PAGE, words }),
        counted: await count(collection),
      });
      return observe(firstPage, async ({ page, counted }) => {
        if (mine !== turn) return;
        total = counted.ok ? counted.value : 0;
        const loaded = fresh || rows.length <= PAGE ? page : await list(collection, { limit: rows.length, words });
        fresh = false;
        if (mine === turn) take(loaded);
      });
    },
    /** Ids of every row of the list, also of those not loaded; none when it cannot be read. */
    async allIds(): Promise<readonly string[]> {
      const all = await list(collection, { limit: Number.MAX_SAFE_INTEGER, words });
      return all.ok ? all.value.rows.map((row) => row.id) : [];
    },
    /** Reads the next page. */
    async more(): Promise<void> {
      const [mine, from, before] = [turn, next, rows];
      if (from === null) return;
      next = null;
      const page = await list(collection, { limit: PAGE, before: from, words });
      // Rows that were read anew meanwhile end at another key.
      if (mine === turn && before === rows) take(page, before);
    },
  };
}
