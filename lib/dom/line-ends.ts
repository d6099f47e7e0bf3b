import { rowsOf } from './rows.ts';
import { preTags } from './tags.ts';
import {
  attributeOf,
  childrenOf,
  closest,
  matches,
  parentElementOf,
  query,
  queryAll,
  rootOf,
  tagOf,
  textOf,
} from './tree.ts';

const preElements = [...preTags].join();
const styledElements = '[style*="white-space" i]';
const keepsLines =
  /white-space(?:-collapse)?\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces|preserve(?:-breaks)?)\s*(?:[;!}]|$)/i;

/** Tells where a text breaks into lines. */
export interface LineEnds {
  /** The lines of a text node; one where the page runs them together. */
  readonly linesOf: (text: Text) => readonly string[];
  /** True where blanks in a text are shown as they stand. */
  readonly keepsBlanks: (text: Text) => boolean;
}

/**
 * Reads which elements of a page show line ends: by their tags, by `white-space` of their own, or by a rule of the page's style
 * sheets. Each is looked for when a text first asks. Everywhere else a line that begins with an ideographic
 * space begins a paragraph: that is how Chinese paragraphs are typed, whatever became of the style that showed them so.
 */
export function lineEndsOf(document: Document): LineEnds {
  const held: { selectors: string | null; hasPre: boolean | null; hasStyled: boolean | null } = {
    selectors: null,
    hasPre: null,
    hasStyled: null,
  };
  const selectors = (): string => {
    held.selectors ??= selectorsIn(document);
    return held.selectors;
  };
  // Most pages have none, and every text asks.
  const isPre = (parent: Element | null): boolean => {
    held.hasPre ??= query(document, preElements) !== null;
    return held.hasPre && closest(parent, preElements) !== null;
  };
  const isShown = (text: Text): boolean => {
    const parent = parentElementOf(text);
    if (parent === null) return false;
    if (isPre(parent) || isPlainText(text, parent)) return true;
    held.hasStyled ??= query(document, styledElements) !== null;
    const styled = held.hasStyled ? closest(parent, styledElements) : null;
    if (styled !== null) return keepsLines.test(attributeOf(styled, 'style') ?? '');
    return selectors() !== '' && closest(parent, selectors()) !== null;
  };
  return {
    linesOf(text) {
      if (!/[\r\n]/.test(text.data)) return [text.data];
      if (isShown(text)) return rowsOf(text.data);
      if (!text.data.includes('\u3000')) return [text.data];
      return text.data.split(/(?<=\S[ \t]*)(?:\r\n?|\n)(?=[ \t\r\n]*\u3000)/);
    },
    keepsBlanks: (text) => isPre(parentElementOf(text)),
  };
}

/** Lines of a page without a single element from which it is a text, whatever it was served as. */
const plainLines = 5;

const isPlainText = (text: Text, parent: Element): boolean =>
  tagOf(parent) === 'BODY' && childrenOf(parent).length === 0 && text.data.split('\n').length >= plainLines;

/** Rules of one page that are looked at; a page made to keep us busy may have more. */
const mostRules = 2000;

function selectorsIn(document: Document): string {
  const found: string[] = [];
  for (const sheet of queryAll(document, 'style')) {
    const rules = (textOf(sheet) ?? '').replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
    for (const [, selector = '', body = ''] of rules) {
      if (found.length >= mostRules) break;
      if (keepsLines.test(body) && !selector.trim().startsWith('@') && isSelector(document, selector))
        found.push(selector.trim());
    }
  }
  return found.join(',');
}

function isSelector(document: Document, selector: string): boolean {
  try {
    matches(rootOf(document), selector);
    return true;
  } catch {
    return false;
  }
}
