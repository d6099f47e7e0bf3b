/*
 * What is indexed of a folded text: each unit once a document (key: the unit in the upper half, lower half 0), and each
 * two neighbours with their place. No token holds the line break, which parts the fields of a document.
 */

const LINE_BREAK = 0x0a;

export const unitKey = (unit: number): number => (unit << 16) >>> 0;
export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** True for the key of a single unit: it has documents but no places. */
export const isUnitKey = (key: number): boolean => (key & 0xffff) === 0;

/** Calls `take` with each pair's key and place. */
export function eachPair(text: string, take: (key: number, at: number) => void): void {
  let first = LINE_BREAK;
  for (let at = 0; at < text.length; at += 1) {
    const second = text.charCodeAt(at);
    if (first !== LINE_BREAK && second !== LINE_BREAK) take(pairKey(first, second), at - 1);
    first = second;
  }
}

/** Calls `take` with the key of each unit, again at each place. */
export function eachUnit(text: string, take: (key: number, unit: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== LINE_BREAK) take(unitKey(unit), unit);
  }
}

/** A key that every document with the term has, and where in the term it begins. */
export interface TermKey {
  readonly key: number;
  readonly offset: number;
}

/** Each two neighbours of a term of two units or more, which every document with it has. */
export const pairsAt = (term: string): TermKey[] =>
  Array.from({ length: term.length - 1 }, (_, offset) => ({
    key: pairKey(term.charCodeAt(offset), term.charCodeAt(offset + 1)),
    offset,
  }));
