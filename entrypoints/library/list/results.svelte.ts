import { SvelteMap } from 'svelte/reactivity';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { listEssays, listTrash } from '../../../lib/collection/list-essays.ts';
import { NEWEST } from '../../../lib/collection/newest-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { isOwnId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import type { Counts, FindRequest, Search, SearchResult, Snippet } from '../../../lib/search/contract.ts';
import { afterPaint } from '../../../lib/ui/after-paint.ts';
import { throttle } from './throttle.ts';

/** One place of the result: null where the essay cannot be read. */
export type Entry = { readonly row: EssayRow; readonly snippet: Snippet | null } | null;

/** Rows fetched at a time: those of a window's height and of what stands ready below it. */
const WINDOW = 25;

const isPlain = ({ query, sort, reversed = false, chosen, among, whose }: FindRequest): boolean =>
  query === '' &&
  whose === undefined &&
  among === undefined &&
  sort === 'kept' &&
  !reversed &&
  Object.keys(chosen).length === 0;

/**
 * What the search found, row by row as they come into sight, by window and key. It follows the collection: after a
 * change it is found anew, and what is in sight stays there until the new rows have come. `newest` are those that are recorded:
 * they are in sight before anything was asked. `onrows` is told when the first rows are to be seen, or are known not to come.
 */
export function createResults(
  collection: Collection,
  search: Search,
  newest?: Promise<readonly EssayRow[]>,
  rowsOf = (ids: readonly string[]): Promise<readonly (EssayRow | null)[]> => getRows(collection, ids),
  onrows: () => void = () => undefined,
) {
  let status = $state<'loading' | 'ready' | 'failed'>('loading');
  let found = $state.raw<SearchResult | null>(null);
  // What `found` answers.
  let answered = $state.raw<FindRequest | null>(null);
  // Of an earlier result until those of the one shown have come.
  let counts = $state.raw<Counts | null>(null);
  let total = $state(0);
  const windows = new SvelteMap<number, readonly Entry[]>();
  const asked = new Set<number>();
  // The windows in sight, or near: those that a change must read again.
  let near: readonly number[] = [0];
  // Counts what was found: what an earlier search still answers is not heard.
  let turn = 0;
  let shown: FindRequest | null = null;
  // What is being found: the first rows are in sight before it is.
  let finding: Promise<void> | null = null;
  // While it rests, a change is remembered and found afterwards.
  const resting = { is: false, missed: false };
  let askAgain: () => void = () => undefined;

  async function fetchWindow(of: SearchResult, index: number): Promise<readonly Entry[]> {
    const ids = await of.ids(index * WINDOW, (index + 1) * WINDOW);
    const [rows, snippets] = await Promise.all([
      rowsOf(ids),
      of.terms.length === 0 ? [] : search.snippets(ids, of.terms),
    ]);
    const passages = new Map(snippets.map((snippet) => [snippet.id, snippet]));
    return rows.map((row) => row && { row, snippet: passages.get(row.id) ?? null });
  }

  async function find(request: FindRequest, fresh: boolean): Promise<void> {
    const mine = ++turn;
    try {
      // The search reads the whole ledger: a list that is asked for beside it would wait.
      if (found === null && isPlain(request)) {
        await showFirst(request, mine);
        await afterPaint();
        if (mine !== turn) return;
      }
      const next = await search.find(request);
      if (mine !== turn) return;
      // The second ones where they are in sight at the top: small rows in a tall window.
      const wanted = (fresh ? [0, ...near.filter((index) => index === 1)] : near).filter(
        (index) => index === 0 || index * WINDOW < next.total,
      );
      const fetched = await Promise.all(wanted.map(async (index) => [index, await fetchWindow(next, index)] as const));
      if (mine !== turn) return;
      windows.clear();
      asked.clear();
      for (const [index, entries] of fetched) {
        asked.add(index);
        windows.set(index, entries);
      }
      [found, answered, total, status] = [next, request, next.total, 'ready'];
      onrows();
      // Rows first: laid out in one frame with all that is counted beside them, they hold the page up for as long again.
      const [counted] = await Promise.all([next.counts(), afterPaint()]);
      if (mine === turn) counts = counted;
    } catch {
      if (mine === turn) status = 'failed';
      onrows();
    }
  }

  /** The first rows come from the list itself, before the search has started. */
  async function showFirst(request: FindRequest, mine: number): Promise<void> {
    const recorded = request.place === 'kept' ? ((await newest) ?? []) : [];
    const rows = recorded.length > 0 ? recorded : await listFirst(request.place);
    if (mine !== turn || found !== null || rows.length === 0) return;
    windows.set(
      0,
      rows.map((row) => ({ row, snippet: null })),
    );
    asked.add(0);
    [total, status] = [rows.length, 'ready'];
    onrows();
  }

  async function listFirst(place: FindRequest['place']): Promise<readonly EssayRow[]> {
    const page = await (place === 'trash' ? listTrash : listEssays)(collection, { limit: NEWEST });
    return page.ok ? page.value.rows : [];
  }

  return {
    get status() {
      return status;
    },
    get found(): SearchResult | null {
      return found;
    },
    get total(): number {
      return total;
    },
    /** True when what is found answers this very request. */
    answers: (request: FindRequest): boolean => answered === request,
    get counts(): Counts | null {
      return counts;
    },
    /** What stands at a place of the result; undefined while it is being fetched. */
    at: (index: number): Entry | undefined => windows.get(Math.floor(index / WINDOW))?.[index % WINDOW],
    /** Fetches the rows about a place, unless they are at hand. */
    async need(index: number): Promise<void> {
      const [window, mine, of] = [Math.floor(index / WINDOW), turn, found];
      if (near[0] !== window) near = [window, ...near.filter((one) => one !== window)].slice(0, 3);
      if (asked.has(window) || of === null) return;
      asked.add(window);
      try {
        const entries = await fetchWindow(of, window);
        if (mine === turn) windows.set(window, entries);
      } catch {
        asked.delete(window);
      }
    },
    /** Ids of the whole result, from top to bottom; none when it cannot be read. */
    async ids(): Promise<readonly string[]> {
      if (found === null) await finding;
      return (await found?.ids(0, found.total).catch(() => [])) ?? [];
    },
    /** The same of one's own: what can be chosen and changed. */
    async ownIds(): Promise<readonly string[]> {
      return (await this.ids()).filter(isOwnId);
    },
    /** Lets the list rest, as while a dialog that changes very much covers it, and has it follow again. */
    rest(rests: boolean): void {
      const missed = resting.missed && !rests;
      resting.is = rests;
      if (!missed) return;
      resting.missed = false;
      // What rested is hidden by something that tells of its own end in this frame.
      void afterPaint().then(() => askAgain());
    },
    /** Shows what a request finds, and follows it. Gives the function that stops it. */
    show(request: FindRequest): () => void {
      // The rows at hand stay in sight while words are typed: an empty list between two letters would flicker.
      if (request.place !== shown?.place || status === 'failed') {
        windows.clear();
        asked.clear();
        [status, found, answered, counts, total] = ['loading', null, null, null, 0];
      }
      shown = request;
      finding = find(request, true);
      const again = throttle(() => find(request, false));
      askAgain = again.ask;
      const stop = search.onChange(() => {
        if (resting.is) resting.missed = true;
        else again.ask();
      });
      return () => {
        turn += 1;
        stop();
        again.stop();
      };
    },
  };
}

export type Results = ReturnType<typeof createResults>;
