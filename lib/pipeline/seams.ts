import type { Block, TextBlock } from '../clean/block.ts';

/** Blocks of two pages that follow each other are the same for at most this many: a lead, a title, an overlap. */
const longestRepeat = 4;
/** A last line shorter than this may be a heading or a signature, which end without a mark as well. In characters. */
const wholeLine = 20;

/** The blocks of an essay's pages in one row, and the texts that pages repeated and that were left out. */
export interface Joined {
  readonly blocks: readonly Block[];
  readonly repeats: readonly string[];
}

/**
 * Joins the blocks of pages that follow each other. Left out: what a page repeats of the first page's start (title, lead,
 * key words) or of the page before (an overlap), and a closing note that each page has, but for the last one. A paragraph
 * that the page's edge broke is made whole where that is certain.
 */
export function joinSeams(pages: readonly (readonly Block[])[]): Joined {
  const repeats: string[] = [];
  const start = (pages[0] ?? []).slice(0, longestRepeat).map(wordsOf);
  const blocks = pages.reduce<readonly Block[]>((before, page) => {
    if (before.length === 0) return page;
    const rest = page.slice(Math.max(repeatedStart(page, start), overlap(before, page)));
    const note = sharedEnd(before, rest);
    repeats.push(...textsOf(page.slice(0, page.length - rest.length)), ...textsOf(before.slice(before.length - note)));
    return mend(before.slice(0, before.length - note), rest);
  }, []);
  return { blocks, repeats };
}

/** Number of blocks at the start of a page that the essay starts with too. */
function repeatedStart(page: readonly Block[], start: readonly string[]): number {
  const count = page.slice(0, longestRepeat).findIndex((block) => !start.includes(wordsOf(block)));
  return count === -1 ? Math.min(page.length, longestRepeat) : count;
}

/** Number of blocks that end one page and start the next. */
function overlap(before: readonly Block[], page: readonly Block[]): number {
  for (let count = Math.min(longestRepeat, before.length, page.length); count > 0; count -= 1) {
    const end = before.slice(-count);
    if (end.every((block, n) => wordsOf(block) === wordsOf(page[n]))) return count;
  }
  return 0;
}

/** Number of blocks that both pages end with: a note on the author under each page. The page must have more than that. */
function sharedEnd(before: readonly Block[], page: readonly Block[]): number {
  const most = Math.min(longestRepeat, before.length, page.length - 1);
  let count = 0;
  while (count < most && wordsOf(before.at(-1 - count)) === wordsOf(page.at(-1 - count))) count += 1;
  return count;
}

/** Two runs of blocks in one row, the paragraph between them whole again where the edge of the page broke it. */
function mend(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const last = before.at(-1);
  const [first, ...rest] = after;
  if (!isParagraph(last) || !isParagraph(first) || !isBroken(last, first)) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, html: last.html + first.html, text: last.text + first.text }, ...rest];
}

const isParagraph = (block: Block | undefined): block is TextBlock =>
  block?.kind === 'text' && block.tag === 'p' && block.items === undefined && block.text !== '';

/**
 * Certain that a paragraph was broken: it stops at a comma, or without any mark after a full line where the page indents
 * its paragraphs; and what follows is not indented.
 */
function isBroken(last: TextBlock, first: TextBlock): boolean {
  if (first.indented || last.text.includes('\n')) return false;
  if (/[，、,]$/.test(last.text)) return true;
  return last.indented && last.text.length >= wholeLine && /[\p{L}\p{N}]$/u.test(last.text);
}

/** What makes two blocks the same; pictures have no words, so their HTML is compared. */
const wordsOf = (block: Block | undefined): string =>
  block === undefined ? '' : block.text.replace(/\s+/gu, '') || block.html;

const textsOf = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => text).filter((text) => text !== '');
