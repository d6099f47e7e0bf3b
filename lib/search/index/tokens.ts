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

/** Each two neighbours of a term, which every document with it has; its one unit where it is no longer. */
export function pairsOfTerm(term: string): number[] {
  if (term.length === 1) return [unitKey(term.charCodeAt(0))];
  return Array.from({ length: term.length - 1 }, (_, at) => pairKey(term.charCodeAt(at), term.charCodeAt(at + 1)));
}

/** The same with their places in a term of two units or more. */
export const pairsAt = (term: string): TermKey[] => pairsOfTerm(term).map((key, offset) => ({ key, offset }));

/** The keys that together make out a folded term: its one unit, or pairs that cover it end to end. */
export function keysOfTerm(term: string): TermKey[] {
  if (term.length === 1) return [{ key: unitKey(term.charCodeAt(0)), offset: 0 }];
  const keys: TermKey[] = [];
  for (let at = 0; at < term.length; at += 2) {
    const offset = Math.min(at, term.length - 2);
    keys.push({ key: pairKey(term.charCodeAt(offset), term.charCodeAt(offset + 1)), offset });
  }
  return keys;
}

/** Pairs that cover a term of three units or more end to end, with the one at a place in it among them. */
export function keysAround(term: string, place: number): TermKey[] {
  const last = term.length - 2;
  const offsets = [place];
  for (let at = place; at > 0; at -= 2) offsets.push(Math.max(0, at - 2));
  for (let at = place; at < last; at += 2) offsets.push(Math.min(last, at + 2));
  return offsets.map((offset) => ({ key: pairKey(term.charCodeAt(offset), term.charCodeAt(offset + 1)), offset }));
}
