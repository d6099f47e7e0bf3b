import { JSDOM } from 'jsdom';
import { decodeHtml } from '../../lib/dom/decode.ts';
import { answerFromIndex } from './answer-from-index.ts';
import type { OpenPage, PageOpener } from './open-page.ts';
import { indexPage, type PageIndex, type SelectorParser } from './page-index.ts';
import { parseSelector } from './simple-selector.ts';

/**
 * Pages that one window serves. A window takes three times as long to make as a page does to parse, and holds half a
 * megabyte of each page that it ever parsed until it is closed.
 */
const PAGES_A_WINDOW = 50;

/** A window, and how many of its pages are open. */
interface Held {
  readonly window: JSDOM['window'];
  opened: number;
  closed: number;
}

/** Opens one page after another as `openPage` does, and makes a window only for every fiftieth. A window closes with the last of its pages. */
export function createPageOpener(): PageOpener {
  const current: { held: Held | null } = { held: null };
  const indexes = new WeakMap<Node, PageIndex>();
  const parse = rememberingParser();

  const windowForPage = (): Held => {
    if (current.held !== null && current.held.opened < PAGES_A_WINDOW) return current.held;
    current.held = { window: new JSDOM('').window, opened: 0, closed: 0 };
    answerFromIndex(current.held.window, indexes);
    return current.held;
  };

  return (page, url, hint = {}): OpenPage => {
    if (!URL.canParse(url)) throw new Error(`not an address: ${url}`);
    const { text, charset } = typeof page === 'string' ? { text: page, charset: 'utf-8' } : decodeHtml(page, hint);
    const held = windowForPage();
    const document = new held.window.DOMParser().parseFromString(text, 'text/html');
    // A parsed document has no window; what cleans HTML looks for one among the members of its prototypes.
    const members = Object.create(Object.getPrototypeOf(document), { defaultView: { get: () => held.window } });
    Object.setPrototypeOf(document, members);
    // In quirks mode classes and ids are compared without case.
    indexes.set(document, indexPage(document, parse));
    held.opened += 1;
    const close = (): void => {
      held.closed += 1;
      if (held.opened === PAGES_A_WINDOW && held.closed === PAGES_A_WINDOW) held.window.close();
    };
    return { document, charset, close };
  };
}

/** Reads each selector once. */
function rememberingParser(): SelectorParser {
  const known = new Map<string, ReturnType<SelectorParser>>();
  return (selector) => {
    const found = known.get(selector);
    if (found !== undefined) return found;
    const read = parseSelector(selector);
    known.set(selector, read);
    return read;
  };
}
