import { essayIdOf, type Ledger } from '../../collection/ledger/read-ledger.ts';

/** Of the hits, those whose essays are among these. */
export function hitsAmong(hits: Uint8Array, ledger: Pick<Ledger, 'ids'>, ids: readonly string[]): Uint8Array {
  const wanted = new Set(ids);
  return hits.map((hit, place) => (hit === 1 && wanted.has(essayIdOf(ledger, place)) ? 1 : 0));
}
