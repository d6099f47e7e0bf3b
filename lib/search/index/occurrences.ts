import { foldedUnit } from '../text/fold.ts';

/** A term that occurs more often tells no more of an essay. */
export const MOST_COUNTED = 20;

/** How often a term occurs in a folded text, overlaps included, up to the most that is counted. */
export function occurrences(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0 && count < MOST_COUNTED; at = text.indexOf(term, at + 1)) count += 1;
  return term.length === 1 ? Math.min(count, 1) : count;
}

/** True for a term whose units stand for themselves in every text: halves of characters may come out as U+FFFD when a text is folded. */
export const isPlain = (term: string): boolean => !/[\ud800-\udfff\ufffd]/.test(term);

/**
 * The same in the units of a text that is not folded, for plain terms. Phrases look through hundreds of texts: strings made of them, and folded ones again, would
 * be megabytes of garbage.
 */
export function occurrencesIn(units: Uint16Array, term: string): number {
  const most = term.length === 1 ? 1 : MOST_COUNTED;
  let count = 0;
  for (let at = firstIn(units, term); at >= 0; at = count < most ? firstIn(units, term, at + 1) : -1) count += 1;
  return count;
}

/** The first place of a plain term, from one on, in the units of a text that is not folded; -1 for none. */
export function firstIn(units: Uint16Array, term: string, from = 0): number {
  const first = term.charCodeAt(0);
  const end = units.length - term.length;
  for (let at = from; at <= end; at += 1) {
    if (foldedUnit[units[at] ?? 0] !== first) continue;
    let same = 1;
    while (same < term.length && foldedUnit[units[at + same] ?? 0] === term.charCodeAt(same)) same += 1;
    if (same === term.length) return at;
  }
  return -1;
}
