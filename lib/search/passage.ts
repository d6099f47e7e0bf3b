import type { Parts } from './contract.ts';
import { firstIn, isPlain } from './index/occurrences.ts';
import { fold } from './text/fold.ts';

/** Characters of a passage, and those before its first hit. */
export const LENGTH = 90;
const BEFORE = 24;

const GAP = { text: '…', hit: false };
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The passage of a text around the first hit of a folded term, in parts: hits and what is between them. */
export function passageOf(text: string, terms: readonly string[]): Parts {
  const folded = fold(text);
  const [from, to] = stretchAround(
    terms.map((term) => folded.indexOf(term)),
    text.length,
    (at) => text.charCodeAt(at),
  );
  return [
    ...(from > 0 ? [GAP] : []),
    ...stretchParts(text, folded, terms, from, to),
    ...(to < text.length ? [GAP] : []),
  ];
}

/**
 * The same of a text's units, from a place on: no more of them is made a string and folded than is shown, since a first page has twenty
 * texts of thousands of units.
 */
export function passageIn(units: Uint16Array, from: number, terms: readonly string[]): Parts {
  const body = units.subarray(from);
  if (!terms.every(isPlain)) return passageOf(decoder.decode(body), terms);
  const [start, end] = stretchAround(
    terms.map((term) => firstIn(body, term)),
    body.length,
    (at) => body[at] ?? 0,
  );
  // A hit at the end is marked also where it goes on behind it.
  const longest = Math.max(0, ...terms.map(({ length }) => length));
  const text = decoder.decode(body.subarray(start, end + longest));
  return [
    ...(start > 0 ? [GAP] : []),
    ...stretchParts(text, fold(text), terms, 0, end - start),
    ...(end < body.length ? [GAP] : []),
  ];
}

/** Where a passage begins and ends around the first of some places, -1 for none. It parts no two halves of a character. */
function stretchAround(
  places: readonly number[],
  length: number,
  unitAt: (at: number) => number,
): readonly [number, number] {
  const whole = (at: number): number =>
    at > 0 && at < length && isHalf(unitAt(at), 0xdc00) && isHalf(unitAt(at - 1), 0xd800) ? at - 1 : at;
  const hits = places.filter((place) => place >= 0);
  const from = whole(Math.max(0, (hits.length === 0 ? 0 : Math.min(...hits)) - BEFORE));
  return [from, whole(Math.min(length, from + LENGTH))];
}

/** True for a first half of a character where `of` is 0xd800, for a second where it is 0xdc00. */
const isHalf = (unit: number, of: number): boolean => (unit & 0xfc00) === of;

/** A stretch of a text in parts, on one line. */
export function stretchParts(text: string, folded: string, terms: readonly string[], from: number, to: number): Parts {
  const parts: { text: string; hit: boolean }[] = [];
  let shown = from;
  for (const [start, end] of hitsWithin(folded, terms, from, to)) {
    if (start > shown) parts.push({ text: oneLine(text.slice(shown, start)), hit: false });
    parts.push({ text: oneLine(text.slice(start, end)), hit: true });
    shown = end;
  }
  if (shown < to) parts.push({ text: oneLine(text.slice(shown, to)), hit: false });
  return parts;
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** Ranges of hits, in order, without overlap: terms that touch or overlap are one. */
function hitsWithin(folded: string, terms: readonly string[], from: number, to: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term, from); at >= 0 && at < to; at = folded.indexOf(term, at + 1)) {
      ranges.push([at, Math.min(to, at + term.length)]);
    }
  }
  ranges.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
