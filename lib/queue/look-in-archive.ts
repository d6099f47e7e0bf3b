import type { ArchiveStore } from '../collection/archives/archive-store.ts';
import type { HarvestListRow, HarvestRow } from '../collection/archives/harvest-rows.ts';
import { addPart, changeHarvest, listHarvests, nextList, putList } from '../collection/archives/harvests.ts';
import { readBody } from '../dom/read-body.ts';
import { archiveOf } from '../harvest/archives.ts';
import { enoughInVain } from '../harvest/captures/captures-of-list.ts';
import { indexAddress } from '../harvest/index/query.ts';
import { createIndexReader } from '../harvest/index/read-index.ts';
import { asResting } from './archive-gate.ts';
import type { Fetched } from './fetch-page.ts';
import type { ServedReader } from './read-served.ts';

/** What looking into archives needs of the browser. */
export interface LookSurroundings {
  readonly store: ArchiveStore;
  /** Asks an archive at its pace: see `ArchiveGate`. */
  readonly fetch: typeof fetch;
  readonly fetchPage: (address: string) => Promise<Fetched>;
  readonly reader: Pick<ServedReader, 'named'>;
  readonly now: () => number;
  readonly online: () => boolean;
  readonly mayAsk: (address: string) => Promise<boolean>;
  readonly arrange: (next: { readonly time: number; readonly busy: boolean }) => void;
}

/** Milliseconds that an answer of an index may take. Chrome ends a worker that waits 30 seconds for a response. */
const PATIENCE = 25_000;
/** Largest answer of an index, in bytes: rows of ten thousand captures take two million. */
const LARGEST = 200_000_000;
/** Fewest rows that an archive that is slow is asked for. */
const FEWEST = 500;
/** Milliseconds until it is tried again, when the machine is offline or an answer broke off. */
const AGAIN = 30_000;
/** The same after a refusal: how long the archive is to rest its gate knows, and says at once. */
const ASK_THE_GATE = 1000;
/** Answers in a row that broke off, or were words in the place of an index, before the look counts as failed; the waits before them double. */
const MOST_BREAKS = 5;

/**
 * Reads the indexes and the list pages that the reader wants, answer by answer, each stored before the next is asked for: a
 * worker that is stopped is followed by one that goes on. Gives what wakes it.
 */
export function createLook(around: LookSurroundings): () => Promise<void> {
  const { store, now } = around;
  const running: { now: Promise<void> | null; again: boolean } = { now: null, again: false };

  async function goOn(): Promise<void> {
    for (;;) {
      const listed = await listHarvests(store);
      const open = listed.ok ? listed.value.filter(isOpen) : [];
      const one = open.find(({ state }) => state === 'reading') ?? open[0];
      if (one === undefined) return around.arrange({ time: Number.POSITIVE_INFINITY, busy: false });
      if (!around.online()) return around.arrange({ time: now() + AGAIN, busy: false });
      around.arrange({ time: Number.POSITIVE_INFINITY, busy: true });
      const wait = one.state === 'reading' ? await readPart(one) : await readList(one);
      if (wait > 0) return around.arrange({ time: now() + wait, busy: false });
    }
  }

  const failed = async (id: string, reason: string): Promise<number> => {
    await changeHarvest(store, id, () => ({ state: 'failed', reason }));
    return 0;
  };

  /** Reads the next part of an index; gives how long to wait before going on, in milliseconds. */
  async function readPart(row: HarvestRow): Promise<number> {
    const archive = archiveOf(row.archive);
    if (archive === null) return failed(row.id, 'no-archive');
    if (!(await around.mayAsk(archive.index))) return failed(row.id, 'no-permission');
    try {
      const address = indexAddress(archive, row);
      const response = await around.fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.status === 429 || response.status >= 500) {
        await response.body?.cancel();
        return (await fewer(row, response.status === 504)) || ASK_THE_GATE;
      }
      const bytes = response.body === null ? new Uint8Array() : await readBody(response.body, LARGEST);
      if (bytes === null) return failed(row.id, 'too-large');
      return await takePart(row, bytes, response.status);
    } catch (error) {
      const rests = asResting(error);
      if (rests !== null) return Math.max(1000, rests.restsUntil - now());
      const slow = error instanceof DOMException && error.name === 'TimeoutError';
      return (await fewer(row, slow)) || AGAIN;
    }
  }

  /** An archive that takes too long is asked for less at a time. */
  async function fewer(row: HarvestRow, slow: boolean): Promise<number> {
    if (slow) await changeHarvest(store, row.id, ({ limit }) => ({ limit: Math.max(FEWEST, Math.floor(limit / 2)) }));
    return 0;
  }

  /** An answer that is none: a page of "too busy" with a status of 200, or a list that breaks off. It is asked for again, and for less at a time. */
  async function broken(row: HarvestRow, reason: string): Promise<number> {
    const breaks = (row.breaks ?? 0) + 1;
    await changeHarvest(store, row.id, () => ({ breaks: breaks > MOST_BREAKS ? 0 : breaks }));
    if (breaks > MOST_BREAKS) return failed(row.id, reason);
    await fewer(row, reason === 'cut-off');
    return AGAIN * 2 ** (breaks - 1);
  }

  async function takePart(row: HarvestRow, bytes: Uint8Array<ArrayBuffer>, status: number): Promise<number> {
    const reader = createIndexReader();
    const count = reader.push(bytes).length;
    const { rows, resumeKey, complete, problem } = reader.end();
    if (problem === 'excluded') return failed(row.id, 'excluded');
    // pywb says with 404 that it has none.
    const isNone = status === 404 && problem === null && count + rows.length === 0;
    if (status >= 400 && !isNone) return failed(row.id, `http-${status}`);
    if (problem !== null) return broken(row, 'not-an-index');
    if (!complete) return broken(row, 'cut-off');
    // A server that does not know the key begins from the start each time.
    if (resumeKey !== null && resumeKey === row.resumeKey) return failed(row.id, 'same-again');
    const total = row.rows + count + rows.length;
    // Paused meanwhile or not: what is read to its end is read.
    const ended = resumeKey === null ? { state: 'read' as const } : {};
    const stored = await addPart(store, row, bytes, { rows: total, resumeKey, breaks: 0, ...ended });
    if (!stored.ok) return failed(row.id, stored.problem.code);
    return 0;
  }

  /** Reads the next list page; gives how long to wait before going on. */
  async function readList({ id }: HarvestRow): Promise<number> {
    const found = await nextList(store, id);
    if (!found.ok) return AGAIN;
    if (found.value === null) {
      await changeHarvest(store, id, ({ lists }) => (lists === 'reading' ? { lists: 'read' } : {}));
      return 0;
    }
    const list = found.value;
    const [address, ...captures] = list.captures;
    if (address === undefined) return done({ ...list, state: 'failed' });
    const fetched = await around.fetchPage(address);
    if (fetched.kind === 'resting' || fetched.kind === 'again') return fetched.retryAfter ?? ASK_THE_GATE;
    if (fetched.kind === 'offline') return AGAIN;
    const essays = fetched.kind === 'page' ? await around.reader.named(fetched.page).catch(() => []) : [];
    // Each text that the list had names others; a page of which some captures in a row are no list is none.
    const vain = essays.length > 0 ? 0 : (list.vain ?? 0) + 1;
    const all = [...list.essays, ...essays];
    const ended = captures.length === 0 || vain >= enoughInVain;
    const state = !ended ? 'waiting' : all.length > 0 ? 'read' : 'failed';
    return done({ ...list, captures: ended ? [] : captures, vain, state, essays: all });
  }

  const done = async (list: HarvestListRow): Promise<number> => ((await putList(store, list)).ok ? 0 : AGAIN);

  return async () => {
    running.again = true;
    running.now ??= (async () => {
      while (running.again) {
        running.again = false;
        await goOn();
      }
      running.now = null;
    })();
    await running.now;
  };
}

const isOpen = ({ state, lists }: HarvestRow): boolean =>
  state === 'reading' || (state === 'read' && lists === 'reading');
