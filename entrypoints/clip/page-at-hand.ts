import { unwrap } from '../../lib/archive/unwrap.ts';
import type { Page } from '../../lib/archive/unwrapped.ts';
import { decodeHtml } from '../../lib/dom/decode.ts';
import { parseHtml } from '../../lib/dom/parse.ts';
import { charsetOf } from '../../lib/dom/tree.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import { type PageReading, type ReadProblem, readPage } from '../../lib/pipeline/read-page.ts';
import { type PageSurvey, surveyPage } from '../../lib/portals/survey-page.ts';
import { servedBytes } from './served-bytes.ts';

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
  readonly survey: () => PageSurvey;
  /** The essay of this page, recognised or not, read by the second reader as well. */
  readonly reading: () => Outcome<PageReading, ReadProblem>;
}

/** Gives the page of this frame: the same one as before, as long as address and document stay as they were. */
export function createPageAtHand(): () => Promise<PageAtHand> {
  const held: { url?: string; state?: DocumentReadyState; at?: PageAtHand | undefined } = {};
  const observer = new MutationObserver(() => forget());
  const forget = (): void => {
    held.at = undefined;
    observer.disconnect();
  };
  return async () => {
    const isSame = held.url === location.href && held.state === document.readyState;
    if (held.at !== undefined && isSame) return held.at;
    const page = await readablePage();
    forget();
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: TELLING });
    const at = pageAtHand(page);
    Object.assign(held, { at, url: page.url, state: document.readyState });
    return at;
  };
}

function pageAtHand(page: Page): PageAtHand {
  const made: { survey?: PageSurvey; reading?: Outcome<PageReading, ReadProblem> } = {};
  const survey = (): PageSurvey => {
    made.survey ??= surveyPage(unwrap(page));
    return made.survey;
  };
  const reading = (): Outcome<PageReading, ReadProblem> => {
    made.reading ??= readPage(page, { any: true, secondReader: true, survey: survey() });
    return made.reading;
  };
  return { page, survey, reading };
}

/**
 * The live page, scripts having run; or, when one of its scripts holds up the rest of it, the page as its site serves it, which
 * is whole.
 */
async function readablePage(): Promise<Page> {
  const live = { document, url: location.href };
  if (document.readyState === 'loading') await documentIsThere();
  if (document.readyState !== 'loading') return live;
  const bytes = await Promise.race([servedBytes(live.url, MOST_BYTES), afterPatience(PATIENCE.served)]);
  if (bytes === null) return live;
  const { text } = decodeHtml(bytes, { charset: charsetOf(document) });
  return { document: parseHtml(text), url: live.url };
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
