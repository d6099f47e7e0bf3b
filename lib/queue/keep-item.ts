import type { Collection } from '../collection/collection.ts';
import { findByUrl } from '../collection/get-essay.ts';
import { keepSoon } from '../collection/keep/keep-essay.ts';
import { doneWanting } from '../collection/wanted.ts';
import { normaliseUrl } from '../essay/identity.ts';
import type { FetchBytes } from '../essay/image.ts';
import { withListed } from '../harvest/lists/with-listed.ts';
import { storeImages } from '../images/store-images.ts';
import { type Answer, type Manners, restOf } from '../queue-plan/answer.ts';
import type { QueueTarget } from '../queue-plan/choose.ts';
import type { HostState, Item, Wanted } from '../queue-plan/job.ts';
import { cutShort, mayBeWhole } from '../queue-plan/next-capture.ts';
import { wantedEssay, wantedList } from '../queue-plan/wanted.ts';
import type { Fetched, ServedPage } from './fetch-page.ts';
import { isElsewhere, judgeServed } from './judge-served.ts';
import { itemStateOf } from './known-items.ts';
import type { EssayReading, ServedReader } from './read-served.ts';
import { withShownCopy } from './shown-copy.ts';

/** What keeping an item needs. */
export interface ItemKeeper {
  readonly collection: Collection;
  readonly fetchPage: (address: string) => Promise<Fetched>;
  readonly reader: ServedReader;
  readonly now: () => number;
  /** A random number from 0 to below 1. */
  readonly chance: () => number;
  readonly rest: (milliseconds: number) => Promise<void>;
  /** What fetches the images of an essay that was kept; null where the reader wants none. */
  readonly imageFetcher: () => Promise<FetchBytes | null>;
  /** Told of each essay that was kept, before its images are fetched, and of where its queue's essays go. */
  readonly kept?: (essayId: string, into?: QueueTarget) => Promise<void>;
  /** How the archive of an address stands with all who ask it; null for a host that is none. */
  readonly standing: (address: string) => Promise<HostState | null>;
}

/** What is to be known of the job that an item is of. */
export interface ItemJob {
  readonly manners: Manners;
  readonly madeAt: string;
  readonly rows: string;
  readonly into?: QueueTarget;
}

/** What became of an item. */
export interface ItemResult {
  readonly answer: Answer;
  /** What a list page adds to the job. */
  readonly wanted?: readonly Wanted[];
  /** What the links of the column's list have in common. */
  readonly rows?: string;
  /** True when nothing can be kept at the moment: no room on the disk. */
  readonly stuck?: boolean;
}

/**
 * Fetches an item and keeps its essay, or reads its list. `pages` are those that an earlier try has fetched already; what is
 * fetched is put there, so that another try does not fetch it again.
 */
export async function keepItem(keeper: ItemKeeper, item: Item, job: ItemJob, pages: ServedPage[]): Promise<ItemResult> {
  if (pages.length === 0) {
    const fetched = await keeper.fetchPage(item.address);
    // An archive's own trouble is not the capture's, also where only the reader knows it for one.
    if (fetched.kind === 'again' && fetched.reason === 'http-429' && item.others !== undefined)
      return { answer: { ...fetched, kind: 'resting' } };
    if (fetched.kind !== 'page') return { answer: fetched };
    pages.push(item.others === undefined ? fetched.page : { ...fetched.page, trusted: true });
  }
  if (pages[0] !== undefined && item.others !== undefined && isElsewhere(pages[0]))
    return { answer: failed('redirected') };
  if (pages[0]?.cutShort && mayBeWhole(item)) return { answer: failed(cutShort) };
  return item.kind === 'list' ? readList(keeper, job, pages) : readAndKeep(keeper, item, job, pages);
}

async function readList({ reader }: ItemKeeper, { rows }: ItemJob, [page]: readonly ServedPage[]): Promise<ItemResult> {
  const list = page === undefined ? null : await reader.list(page, rows);
  if (list === null) return { answer: failed('not-a-list') };
  const wanted = [...list.essays.map(wantedEssay), ...list.behind.map(wantedList)];
  return { answer: { kind: 'kept' }, wanted, rows: rows || list.rows };
}

async function readAndKeep(keeper: ItemKeeper, item: Item, job: ItemJob, pages: ServedPage[]): Promise<ItemResult> {
  const { manners } = job;
  const missing: string[] = [];
  for (;;) {
    const reading = await keeper.reader.essay(pages, missing);
    if (reading.kind !== 'wanted') {
      const refused = refusalOf(item, reading, pages);
      if (refused !== null) return { answer: refused };
    }
    if (reading.kind === 'failed') return { answer: failed(reading.reason) };
    if (reading.kind === 'essay') return keep(keeper, item, job, reading, pages);
    await keeper.rest(restOf(manners, keeper.chance()));
    const fetched = await keeper.fetchPage(reading.address);
    if (fetched.kind === 'page') pages.push(fetched.page);
    // A page that cannot be obtained is missing in its essay; one that may be obtained later is waited for, as long as there are tries.
    else if (fetched.kind === 'failed' || (fetched.kind === 'again' && item.tries >= manners.tries))
      missing.push(reading.address);
    else return { answer: fetched };
  }
}

/** Reasons of pages that are in order and hold no essay. */
const NO_ESSAY = /^(?:not-an-essay|nothing-to-read)$/;

/**
 * Why a capture is not kept, by its bytes and what was read from them, as the command line judges it; null where it is to be kept. A
 * page in order that is no essay has no better captures, but where a list says that it is one: then one more is tried.
 */
function refusalOf(item: Item, reading: EssayReading, [first]: readonly ServedPage[]): Answer | null {
  if (first === undefined || item.others === undefined) return null;
  const { verdict, reason, essay } = judgeServed(first, reading, item.title);
  if (verdict === cutShort) return mayBeWhole(item) || essay === null ? failed(cutShort) : null;
  if (verdict !== 'good') return failed(reason);
  if (essay !== null) return null;
  const before = (item.tried ?? []).filter((one) => NO_ESSAY.test(one.reason)).length;
  return before >= (item.title === '' ? 0 : 1) ? { kind: 'failed', reason, final: true } : failed(reason);
}

async function keep(
  keeper: ItemKeeper,
  item: Item,
  { madeAt, manners, into }: ItemJob,
  reading: Extract<EssayReading, { readonly kind: 'essay' }>,
  pages: readonly ServedPage[],
): Promise<ItemResult> {
  const { collection, now } = keeper;
  const { essay, charset, rulesVersion } = reading;
  // The address that was asked for may have led to another, under which the essay is kept.
  const known = await findByUrl(collection, essay.originalUrl);
  if (known.ok && known.value !== null) {
    const kind = itemStateOf(item, known.value, madeAt);
    if (kind === 'kept') await keeper.kept?.(known.value.id, into);
    return { answer: { kind } };
  }
  const [first] = pages;
  if (first === undefined) return { answer: failed('nothing-to-read') };
  const tried = (item.tried ?? []).filter(({ address }) => address !== item.address);
  const fetchImage = await keeper.imageFetcher();
  const kept = await keepSoon(collection, {
    // Of a tab or a pasted address the title is no list's.
    essay: withShownCopy(item.others === undefined ? essay : withListed(essay, item)),
    wantsImages: fetchImage !== null,
    capture: {
      pageUrl: first.url,
      takenAt: new Date(now()).toISOString(),
      charset,
      originalForm: 'served',
      rulesVersion,
      ...(tried.length > 0 && { tried }),
    },
    original: first.bytes,
    otherPages: reading.otherPages.flatMap((other) => {
      const page = pages.slice(1).find(({ address }) => normaliseUrl(address) === normaliseUrl(other.address));
      return page === undefined ? [] : [{ ...other, bytes: page.bytes }];
    }),
  });
  if (kept.ok) {
    await keeper.kept?.(kept.value.id, into);
    if (fetchImage !== null) await keepImages(keeper, kept.value.id, fetchImage, manners, first.url);
    return { answer: { kind: 'kept' } };
  }
  return { answer: { kind: 'again', reason: kept.problem.code, retryAfter: null }, stuck: true };
}

/**
 * Stores the images of an essay, each after a rest like a page's. One that cannot be obtained is no reason to ask for its page again;
 * what a worker that is stopped leaves stays wanted, and so does what an archive has no time for now.
 */
async function keepImages(
  { collection, rest, chance, standing, now }: ItemKeeper,
  id: string,
  fetchImage: FetchBytes,
  manners: Manners,
  pageUrl: string,
): Promise<void> {
  const archive = new AbortController();
  const stored = await storeImages(
    collection,
    id,
    async (address) => {
      await rest(restOf(manners, chance()));
      const had = await fetchImage(address);
      const state = had.ok ? null : await standing(pageUrl);
      if (state !== null && state.failures > 0 && state.notBefore > now()) archive.abort();
      return had;
    },
    { signal: archive.signal },
  );
  if (archive.signal.aborted) return;
  if (stored.ok || stored.problem.code === 'no-essay') await doneWanting(collection, id);
}

const failed = (reason: string): Answer => ({ kind: 'failed', reason });
