import { originalOfFirst, originOf } from '../archive/trust.ts';
import type { Page, Unwrapped } from '../archive/unwrapped.ts';
import { readReplayLink } from '../archive/wayback/wayback-links.ts';
import type { Essay } from '../essay/essay.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { type Outcome, succeed } from '../essay/outcome.ts';
import { findPages } from '../listing/pager.ts';
import { addressOfPage } from '../listing/pager-links.ts';
import { isUnreached, unreachedPages } from '../listing/unreached-pages.ts';
import { type EssayPage, joinPages } from './join-pages.ts';
import { type PageReading, type ReadOptions, type ReadProblem, readPage, readPageInTurns } from './read-page.ts';

/** Gets another page of an essay; null when it cannot be obtained. A page that throws counts as one that cannot. */
export type FetchPage = (address: string) => Promise<Page | null>;

/** How a whole essay is to be read. */
export interface WholeOptions extends ReadOptions {
  /** Milliseconds to wait before each page but the first that is fetched: a random time between the two. */
  readonly pause?: readonly [least: number, most: number];
  /** Called between the stages of reading, for others to have their turn: see `turns`. */
  readonly turn?: () => Promise<void>;
  /** Told before each page is read: its number, and how many are known. */
  readonly onPage?: (page: number, of: number) => void;
  /** The reading of the page at hand, where there is one already. */
  readonly given?: Outcome<PageReading, ReadProblem>;
  /** When it says so, no more pages are asked for: the rest counts as missing. */
  readonly signal?: AbortSignal;
}

/** Slower than a person who turns pages, so that an old server does not notice. */
const politePause = [300, 700] as const;

/** The address of page 1 before archiving, which identifies the essay whatever page of it is at hand. */
export function essayAddress(page: Unwrapped): string {
  const [first] = findPages(page);
  return first === undefined ? originOf(page).originalUrl : originalOfFirst(first, page);
}

/**
 * Reads an essay with all its pages, of which `page` is any: the others are fetched one after another and joined in order.
 * Only pages of the same origin are asked for, and of a replay only captures in the same archive. What cannot be obtained is listed
 * in `provenance.missingPages` and marked in the HTML; reading the essay again may fill it. Fails as `readEssay` does, for
 * the page at hand.
 */
export async function readWholeEssay(
  page: Page,
  fetchPage: FetchPage,
  options: WholeOptions = {},
): Promise<Outcome<Essay, ReadProblem>> {
  const read = options.given ?? (await readOne(page, options, options));
  if (!read.ok) return read;
  const given = read.value;
  const found = findPages(given.page);
  const addresses = [...(found.length < 2 ? unreachedPages(given.page) : found)];
  if (addresses.length < 2) return succeed(given.essay);

  const own = addressOfPage(given.page);
  const pages: EssayPage[] = [];
  const readings: PageReading[] = [given];
  let fetched = 0;
  // Pagers name the pages around their own: the list grows as pages come in.
  for (let at = 0; at < addresses.length; at += 1) {
    const address = addresses[at] ?? '';
    options.onPage?.(at + 1, addresses.length);
    if (address === own) {
      pages.push({ address, reading: given });
      continue;
    }
    const allowed = options.signal?.aborted !== true && mayFetch(address, given.page);
    if (allowed && fetched > 0) await pause(options.pause ?? politePause);
    if (allowed) fetched += 1;
    const reading = allowed ? await readOther(address, fetchPage, readings, options) : null;
    pages.push({ address, reading });
    if (reading === null) continue;
    readings.push(reading);
    addresses.push(...findPages(reading.page).slice(addresses.length));
  }
  return succeed(joinPages(pages, given));
}

/** Reads another page of the essay; null when it cannot be obtained, or is something else: an error page, a login, a page that was read already. */
async function readOther(
  address: string,
  fetchPage: FetchPage,
  others: readonly PageReading[],
  whole: WholeOptions,
): Promise<PageReading | null> {
  const page = await fetchPage(address).catch(() => null);
  if (page === null) return null;
  const { without = [], secondReader = false } = whole;
  const read = await readOne(page, { any: true, without, secondReader }, whole);
  if (!read.ok) return null;
  const known = others.some((other) => other.essay.text === read.value.essay.text);
  return !known && others.some((other) => isSameEssay(other, read.value)) ? read.value : null;
}

const readOne = async (
  page: Page,
  options: ReadOptions,
  { turn }: WholeOptions,
): Promise<Outcome<PageReading, ReadProblem>> =>
  turn === undefined ? readPage(page, options) : readPageInTurns(page, options, turn);

/** Pages of one essay have its title, or a pager that leads to the same first page. */
function isSameEssay(one: PageReading, other: PageReading): boolean {
  if (one.essay.title !== '' && one.essay.title === other.essay.title) return true;
  return normaliseUrl(essayAddress(one.page)) === normaliseUrl(essayAddress(other.page));
}

/** The page's own origin only; in an archive only its captures, since a link may lead out to the living site. */
function mayFetch(address: string, page: Unwrapped): boolean {
  const here = addressOfPage(page);
  if (isUnreached(address) || !URL.canParse(address) || !URL.canParse(here)) return false;
  if (new URL(address).origin !== new URL(here).origin) return false;
  return readReplayLink(here) === null || readReplayLink(address) !== null;
}

const pause = ([least, most]: readonly [number, number]): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)));
