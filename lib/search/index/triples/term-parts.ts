import type { SegmentTriples } from '../../../collection/ledger/index-rows.ts';
import { pairsAt, type TermKey, unitKey } from '../tokens.ts';
import { placeOfPair, tripleKey } from './triple-keys.ts';

/** A part of a term that a segment has a list of: every document with the term is in it. */
export interface TermPart extends TermKey {
  /** Units. */
  readonly length: number;
  readonly of: 'pairs' | 'triples';
}

/** The parts of a term of which a segment has lists, which cover it: its one unit, each triple, and each pair that is in none. */
export function partsOfTerm(term: string, triples: SegmentTriples | undefined): readonly TermPart[] {
  if (term.length === 1) return [{ key: unitKey(term.charCodeAt(0)), offset: 0, length: 1, of: 'pairs' }];
  const pairs = pairsAt(term);
  const places = pairs.map(({ key }) => (triples === undefined ? -1 : placeOfPair(triples.pairs, key)));
  const isTriple = (offset: number): boolean => (places[offset] ?? -1) >= 0 && (places[offset + 1] ?? -1) >= 0;
  return pairs.flatMap(({ key, offset }): TermPart[] => {
    if (isTriple(offset)) {
      const whole = tripleKey(places[offset] ?? 0, term.charCodeAt(offset + 2));
      return [{ key: whole, offset, length: 3, of: 'triples' }];
    }
    return isTriple(offset - 1) ? [] : [{ key, offset, length: 2, of: 'pairs' }];
  });
}
