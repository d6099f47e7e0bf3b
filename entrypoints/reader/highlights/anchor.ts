import type { TextRange } from '../text/find-in-text.ts';

/** The words of a passage, with what stood around them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A passage by its words and by where they stood. */
export interface Anchor {
  readonly quote: Quote;
  /** UTF-16 offsets into the text of which it was made. */
  readonly position: TextRange;
}

/** Characters of context on either side: enough to tell one use of a phrase from another. */
const CONTEXT = 32;
/** The part of a passage that may differ from its best match. */
const TOLERANCE = 0.3;
/** Passages longer than this are found by their two ends: the search takes time by length of text × length of words. */
const LONG = 400;
/** Length of such an end. */
const END = 120;

/** The anchor of a stretch of text. */
export function anchorOf(text: string, { start, end }: TextRange): Anchor {
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end },
  };
}

/**
 * Finds a passage in a text that may have changed since: where it stood, if its words and what was around them are
 * there still; else the place with its words, of several the one with most of its context and then the nearest; else the
 * place most like it. Null when no place is like enough.
 */
export function placeAnchor(text: string, { quote, position }: Anchor): TextRange | null {
  if (quote.exact === '') return null;
  const places = placesOf(text, quote.exact);
  if (places.length === 0) return likeliest(text, quote.exact);
  const context = (start: number) => contextAt(text, start, quote);
  const distance = (start: number) => Math.abs(start - position.start);
  const best = places.reduce((one, other) => {
    const gain = context(other) - context(one);
    return gain > 0 || (gain === 0 && distance(other) < distance(one)) ? other : one;
  });
  return { start: best, end: best + quote.exact.length };
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** Characters around a place that are as they were, counted from the place outward. */
function contextAt(text: string, start: number, { exact, prefix, suffix }: Quote): number {
  const end = start + exact.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}

function likeliest(text: string, words: string): TextRange | null {
  if (words.length <= LONG) return closest(text, words);
  const head = closest(text, words.slice(0, END));
  const tail = closest(text, words.slice(-END));
  if (!head || !tail || tail.end <= head.start) return null;
  const length = tail.end - head.start;
  return Math.abs(length - words.length) <= words.length * TOLERANCE ? { start: head.start, end: tail.end } : null;
}

/**
 * The stretch of a text at the least edit distance from `words`, if that is within the tolerance (P. H. Sellers, "The
 * theory and computation of evolutionary distances", 1980): a column of distances for each character of the text, with
 * where each path began.
 */
function closest(text: string, words: string): TextRange | null {
  const size = words.length;
  let costs = Array.from({ length: size + 1 }, (_, row) => row);
  let starts = new Array<number>(size + 1).fill(0);
  let best = { cost: Math.floor(size * TOLERANCE) + 1, start: 0, end: 0 };
  for (let at = 0; at < text.length; at++) {
    const nextCosts = [0];
    const nextStarts = [at + 1];
    for (let row = 1; row <= size; row++) {
      const swap = (costs[row - 1] ?? 0) + (text[at] === words[row - 1] ? 0 : 1);
      const skip = (nextCosts[row - 1] ?? 0) + 1;
      const extra = (costs[row] ?? 0) + 1;
      const cost = Math.min(swap, skip, extra);
      nextCosts.push(cost);
      const from = cost === swap ? starts[row - 1] : cost === skip ? nextStarts[row - 1] : starts[row];
      nextStarts.push(from ?? at);
    }
    costs = nextCosts;
    starts = nextStarts;
    const cost = costs[size] ?? size;
    if (cost < best.cost) best = { cost, start: starts[size] ?? 0, end: at + 1 };
  }
  return best.end > best.start ? { start: best.start, end: best.end } : null;
}
