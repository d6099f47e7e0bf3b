import { unwrap } from '../../lib/archive/unwrap.ts';
import type { Page } from '../../lib/archive/unwrapped.ts';
import { decodeHtml } from '../../lib/dom/decode.ts';
import { frameAddress } from '../../lib/dom/frame-address.ts';
import { isGarbled } from '../../lib/dom/garbled.ts';
import { lineEndsOf } from '../../lib/dom/line-ends.ts';
import { parseHtml } from '../../lib/dom/parse.ts';
import { charsetOf } from '../../lib/dom/tree.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import { type PageReading, type ReadProblem, readPage } from '../../lib/pipeline/read-page.ts';
import { type PageSurvey, surveyPage } from '../../lib/portals/survey-page.ts';
import { servedBytes, servedPage } from './served-bytes.ts';

/** Milliseconds. */
const PATIENCE = {
  /** Until a document that is still coming in is looked at as the site serves it. */
  document: 1_000,
  /** Until the site has served it. */
  served: 3_000,
} as const;
/** Largest page that is read as it was served, in bytes. */
const MOST_BYTES = 20_000_000;
/** Attributes by which what a page says, hides or leads to changes. */
const TELLING = ['hidden', 'style', 'src', 'href', 'content'];

/** The page of a frame, with its survey and its reading, each made when it is first wanted and only once. */
export interface PageAtHand {
  readonly page: Page;
  /** The bytes that it was read from, where that is not what the browser shows. */
  readonly served?: ServedForm;
  readonly survey: () => PageSurvey;
  /** The essay of this page, recognised or not, read by the second reader as well. */
  readonly reading: () => Outcome<PageReading, ReadProblem>;
}

/** A page's bytes as they were served, and how they are to be decoded. */
export interface ServedForm {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly charset: string;
}

/** Gives the page of this frame: the same one as before, as long as address and document stay as they were. */
export function createPageAtHand(): (mayAsk?: boolean) => Promise<PageAtHand> {
  const held: { url?: string; state?: DocumentReadyState; at?: PageAtHand | undefined } = {};
  const observer = new MutationObserver(() => forget());
  const forget = (): void => {
    held.at = undefined;
    observer.disconnect();
  };
  return async (mayAsk = false) => {
    const isSame = held.url === location.href && held.state === document.readyState;
    if (held.at !== undefined && isSame && !(mayAsk && isGarbled(held.at.page.document))) return held.at;
    const { page, served } = await readablePage(mayAsk);
    forget();
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: TELLING });
    const at = { ...pageAtHand(page), ...(served === undefined ? {} : { served }) };
    Object.assign(held, { at, url: location.href, state: document.readyState });
    return at;
  };
}

function pageAtHand(page: Page): PageAtHand {
  const made: { survey?: PageSurvey; reading?: Outcome<PageReading, ReadProblem> } = {};
  const survey = (): PageSurvey => {
    made.survey ??= surveyPage(unwrap(page), {
      ...lineEndsOf(page.document),
      ...(page.document === document && { styleOf: (element) => getComputedStyle(element) }),
    });
    return made.survey;
  };
  const reading = (): Outcome<PageReading, ReadProblem> => {
    made.reading ??= readPage(page, { any: true, secondReader: true, survey: survey() });
    return made.reading;
  };
  return { page, survey, reading };
}

/** A page that can be read, and its bytes where it was read from them. */
type Readable = Pick<PageAtHand, 'page' | 'served'>;

/**
 * The live page, scripts having run; or the page as its site serves it: when one of its scripts holds up the rest of it, and when
 * the browser was told a wrong encoding. Only `mayAsk` asks the site for it again where the browser does not have it any more.
 */
async function readablePage(mayAsk: boolean): Promise<Readable> {
  const url = frameAddress(window);
  const live = { page: { document, url } };
  if (document.readyState === 'loading') await documentIsThere();
  if (document.readyState !== 'loading') return isGarbled(document) ? ((await decodedAnew(url, mayAsk)) ?? live) : live;
  const bytes = await Promise.race([servedBytes(url, MOST_BYTES), afterPatience(PATIENCE.served)]);
  if (bytes === null) return live;
  const { text, charset } = decodeHtml(bytes, { charset: charsetOf(document) });
  return { page: { document: parseHtml(text), url, charset } };
}

/** The page by its bytes alone, whatever server and head say of their encoding; null where they make no better page of it. */
async function decodedAnew(url: string, mayAsk: boolean): Promise<Readable | null> {
  const had = await Promise.race([servedBytes(url, MOST_BYTES), afterPatience(PATIENCE.served)]);
  const bytes = had ?? (mayAsk ? ((await servedPage(url, MOST_BYTES))?.bytes ?? null) : null);
  if (bytes === null) return null;
  const { text, charset } = decodeHtml(bytes);
  const decoded = parseHtml(text);
  return isGarbled(decoded) ? null : { page: { document: decoded, url, charset }, served: { bytes, charset } };
}

const afterPatience = (patience: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), patience));

const documentIsThere = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE.document);
    const isThere = (): void => {
      clearTimeout(timer);
      resolve();
    };
    document.addEventListener('DOMContentLoaded', isThere, { once: true });
  });
