import { Readability } from '@mozilla/readability';
import { commonAncestor } from '../dom/ancestor.ts';
import { cloneOf, elementsByTag, localNameOf, removeAttribute, removeElement } from '../dom/tree.ts';
import { type Line, readLines } from '../lines/line.ts';
import type { Outline } from './outline.ts';
import type { Region } from './region.ts';

/** Readability looks again, by weaker rules, where its article has fewer characters. */
export const shortArticle = {
  /** Its own default, made for languages of letters. */
  letters: 500,
  /** Chinese says in a hundred characters what takes four hundred letters (docs/benchmarks/extract.md: better, and in a third of the time). */
  chinese: 100,
} as const;

/** A line of fewer characters is not looked for within another one. */
const certainWords = 12;

/** Elements that a form or a document has as properties, by their names (HTML standard; custom elements may be fields too). */
const namedProperty = /^(?:button|embed|fieldset|form|iframe|img|input|object|output|select|textarea|.*-.*)$/;

/**
 * Readability looks several times at each element and its ancestors, for seconds where there are tens of thousands. The largest of
 * 146 real pages has 1,715 elements; pages of more than so many have no second reading.
 */
const mostElements = 20_000;

/** The page whose article is wanted. */
export interface ArticlePage {
  readonly document: Document;
  /** All lines of the page, among which those of the article are found again. */
  readonly lines: readonly Line[];
  /** Elements of an archive's wrapper, which are not read. */
  readonly skip: readonly Element[];
}

/**
 * The lines of a page that @mozilla/readability keeps as its article; none when it finds no article. It reads a clone, and the
 * lines of its article are found again among the page's by their words, in order: what it made of the markup does not matter.
 */
export function readArticle({ document, lines, skip }: ArticlePage, charThreshold: number): ReadonlySet<Line> {
  if (elementsByTag(document, '*').length > mostElements) return new Set();
  try {
    const article = new Readability<Element>(cloneWithout(document, skip), {
      charThreshold,
      disableJSONLD: true,
      serializer: (node) => node as Element,
    }).parse();
    return article?.content ? linesOfArticle(lines, readLines(article.content)) : new Set();
  } catch {
    // A page can put an element of its own in the place of a document's method: then there is no second opinion.
    return new Set();
  }
}

/** The region that an article's lines make; null where there are none. */
export function articleRegion(outline: Outline, article: ReadonlySet<Line>): Region | null {
  const lines = outline.lines.filter((line) => article.has(line));
  const [first] = lines;
  if (!first) return null;
  const container = lines.reduce((held, line) => commonAncestor(held, line.block), first.block);
  return { outline, container, lines, first: first.index, last: lines.at(-1)?.index ?? first.index };
}

/** A copy that Readability may change, without what is skipped. */
function cloneWithout(document: Document, skip: readonly Element[]): Document {
  const clone = cloneOf(document, true) as Document;
  const copies = [...elementsByTag(clone, '*')];
  const skipped = new Set(skip);
  if (skipped.size > 0)
    for (const [n, original] of [...elementsByTag(document, '*')].entries()) {
      const copy = copies[n];
      if (copy && skipped.has(original)) removeElement(copy);
    }
  for (const copy of copies) {
    // Readability walks the tree by its properties: no field may lend its name to them.
    if (!namedProperty.test(localNameOf(copy))) continue;
    removeAttribute(copy, 'name');
    removeAttribute(copy, 'id');
  }
  return clone;
}

/** The lines of a page that an article has. A text that stands on the page more than once is the one that follows the line before. */
function linesOfArticle(page: readonly Line[], article: readonly Line[]): ReadonlySet<Line> {
  const byWords = new Map<string, Line[]>();
  for (const line of page) {
    const words = wordsOf(line);
    const same = byWords.get(words);
    if (same) same.push(line);
    else byWords.set(words, [line]);
  }
  const known = article.map((line) => byWords.get(wordsOf(line)) ?? holding(page, wordsOf(line)));
  const firstCertain = known.findIndex((lines) => lines.length === 1);
  let before = (known[firstCertain]?.[0]?.index ?? 0) - firstCertain - 1;
  const found = new Set<Line>();
  for (const lines of known) {
    const line = lines.find(({ index }) => index > before) ?? lines.find((one) => !found.has(one));
    if (!line) continue;
    found.add(line);
    before = line.index;
  }
  return found;
}

/** The lines that hold these words and more: the article lacks a button or a hidden word of theirs. */
const holding = (page: readonly Line[], words: string): Line[] =>
  words.length < certainWords ? [] : page.filter((line) => line.size > words.length && wordsOf(line).includes(words));

const wordsOf = ({ text }: Line): string => text.replace(/\s+/gu, '');
