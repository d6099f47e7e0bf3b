import approximateMatches from 'approx-string-match';
import type { TextRange } from './text-range.ts';

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
/** A longer passage is found by its two ends, since its middle may have been cleaned anew. In characters. */
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
 * there still; else the place with its words; of several places, the one with most of its context, then the nearest; else the
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

/** Characters around a passage that make its place sure where its words stand once. */
const ENOUGH = 4;
/** A passage so long stands nowhere by chance. In characters. */
const TELLING = 8;

/**
 * True when a place is surely that of a passage: its words are there as they were, and what is around them, or that they stand nowhere
 * else, leaves no doubt. Any other place is a guess.
 */
export function isSurePlace(text: string, { quote, position }: Anchor, place: TextRange): boolean {
  if (text.slice(place.start, place.end) !== quote.exact) return false;
  const around = contextAt(text, place.start, quote);
  const whole = quote.prefix.length + quote.suffix.length;
  if (around === whole && place.start === position.start) return true;
  const others = placesOf(text, quote.exact).filter((start) => start !== place.start);
  if (others.length === 0) return quote.exact.length >= TELLING || around >= Math.min(ENOUGH, whole);
  const next = Math.max(...others.map((start) => contextAt(text, start, quote)));
  return around > next && around >= Math.min(ENOUGH, whole);
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
 * The stretch of a text at the least edit distance from `words`, if that is within the tolerance; the first of several. The
 * search is bit-parallel (G. Myers, "A fast bit-vector algorithm for approximate string matching", 1999), so that an essay
 * with many lost highlights opens at once.
 */
function closest(text: string, words: string): TextRange | null {
  const matches = approximateMatches(text, words, Math.floor(words.length * TOLERANCE));
  const [first, ...others] = matches.filter(({ start, end }) => end > start);
  if (first === undefined) return null;
  const { start, end } = others.reduce((best, match) => (match.errors < best.errors ? match : best), first);
  return { start, end };
}
