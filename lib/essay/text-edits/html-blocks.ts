import { escapeHtml } from '../escape-html.ts';
import { spotsOf } from './spots.ts';
import { tokensOf } from './tokens.ts';

/** A block of an essay's HTML: a paragraph, heading, list, table, … with its words. */
export interface HtmlBlock {
  readonly html: string;
  /** As plain text has them: a line for each `<br>` or block in it; '' for images alone. */
  readonly words: string;
}

const tag = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;
const empty = /^(?:br|img|hr)$/i;

/** The outermost elements of an essay's HTML, in order. It is our own writer's and sanitised: well nested, and no text stands outside of them. */
export function blocksOfHtml(html: string): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: whole, 1: closing, 2: name = '', index } of html.matchAll(tag)) {
    if (empty.test(name)) continue;
    if (depth === 0) from = index;
    depth += closing ? -1 : 1;
    if (depth > 0) continue;
    depth = 0;
    const block = html.slice(from, index + whole.length);
    blocks.push({ html: block, words: wordsOfHtml(block) });
  }
  return blocks;
}

const wordsOfHtml = (html: string): string =>
  spotsOf(tokensOf(html))
    .map(({ sign }) => sign)
    .join('');

/** A paragraph of these words, as HTML; a line of them is a line of it. */
export const paragraphOf = (words: string, element = 'p'): string =>
  `<${element}>${words.split('\n').map(escapeHtml).join('<br>')}</${element}>`;
