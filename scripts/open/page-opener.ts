import { JSDOM } from 'jsdom';
import { decodeHtml } from '../../lib/dom/decode.ts';
import type { OpenPage, PageOpener } from './open-page.ts';
import { readTree } from './page-tree/read-tree.ts';
import { rememberingParser } from './page-tree/simple-selector.ts';

/** Pages that one window serves. It is made ten times as slowly as a page is read, and keeps something of each page that it parsed. */
const PAGES_A_WINDOW = 50;

/** A window, and how many of its pages are open. */
interface Held {
  readonly window: JSDOM['window'];
  opened: number;
  closed: number;
}

/**
 * Opens one page after another, each to be read and never changed: `openPage` gives the same tree at three times the cost. What cleans
 * HTML, and what needs a copy, is given the means of a full window. A window closes with the last of its pages.
 */
export function createPageOpener(): PageOpener {
  const current: { held: Held | null } = { held: null };
  const parseSelector = rememberingParser();

  const windowForPage = (): Held => {
    if (current.held !== null && current.held.opened < PAGES_A_WINDOW) return current.held;
    current.held = { window: new JSDOM('').window, opened: 0, closed: 0 };
    return current.held;
  };

  return (page, url, hint = {}): OpenPage => {
    if (!URL.canParse(url)) throw new Error(`not an address: ${url}`);
    const { text, charset } = typeof page === 'string' ? { text: page, charset: 'utf-8' } : decodeHtml(page, hint);
    const held = windowForPage();
    const { window } = held;
    const parse = (): Document => new window.DOMParser().parseFromString(text, 'text/html');
    const tree = readTree(text, { view: window, parseSelector, parse });
    held.opened += 1;
    const close = (): void => {
      held.closed += 1;
      if (held.opened === PAGES_A_WINDOW && held.closed === PAGES_A_WINDOW) window.close();
    };
    // It has of a document what `lib/dom/tree.ts` reads, and nothing else is asked of a page.
    return { document: tree as unknown as Document, charset, close };
  };
}
