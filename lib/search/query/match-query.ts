import { readableRow } from '../../collection/checked/check-row.ts';
import type { Collection } from '../../collection/collection.ts';
import { essayIdOf } from '../../collection/ledger/read-ledger.ts';
import { searchedText } from '../../collection/ledger/searched-fields.ts';
import { readAtOnce } from '../../collection/read-at-once.ts';
import type { Matches } from '../index/match-segment.ts';
import { fold } from '../text/fold.ts';
import { type BesideText, besideText, markDocuments } from './beside-text.ts';
import type { RowField } from './fields.ts';
import { isColumnField } from './fields.ts';
import { matchFilters } from './match-filters.ts';
import type { Conditions, Query, ValueFilter } from './parse-query.ts';

/** What a query is matched by. */
export interface QueryParts extends BesideText {
  readonly collection: Collection;
  /** The documents of `here` whose text holds all terms and none of the others. */
  readonly texts: (all: readonly string[], none: readonly string[], here: Uint8Array) => Promise<Matches>;
}

/** What being found beside the text weighs, as so many times in it. */
const BESIDE = 1;

/** Rows that are read from the database at a time. */
const AT_A_TIME = 500;

/** The documents of `here` that fulfil a query, and how often its terms occur in each. */
export async function matchQuery(parts: QueryParts, query: Query, here: Uint8Array): Promise<Matches> {
  let found = await matchConditions(parts, query, here);
  for (const alternatives of query.either) {
    const fulfilled = new Uint8Array(here.length);
    const weights = found.weights.slice();
    for (const conditions of alternatives) {
      const one = await matchConditions(parts, conditions, found.hits);
      for (let doc = 0; doc < fulfilled.length; doc += 1) {
        if (one.hits[doc] !== 1) continue;
        fulfilled[doc] = 1;
        weights[doc] = (weights[doc] ?? 0) + (one.weights[doc] ?? 0);
      }
    }
    found = { ...found, hits: fulfilled, weights };
  }
  return found;
}

async function matchConditions(parts: QueryParts, conditions: Conditions, here: Uint8Array): Promise<Matches> {
  const { all, none, filters } = conditions;
  const filtered = matchFilters(parts.ledger, parts.values, conditions, here, parts.names);
  const beside = all.map((term) => ({ term, found: besideText(parts, term) }));
  const texts = beside.flatMap(({ term, found }) => (found === null ? [term] : []));
  const inTexts = await parts.texts(texts, none, filtered);
  let { hits, weights } = inTexts;
  for (const { term, found } of beside) {
    if (found === null) continue;
    const own = await parts.texts([term], [], hits);
    // What the term alone was matched by is nobody else's: sums are made in it.
    for (let doc = 0; doc < hits.length; doc += 1) {
      if (hits[doc] !== 1) continue;
      const inText = own.hits[doc] === 1;
      if (!inText && found[doc] !== 1) continue;
      own.hits[doc] = 1;
      own.weights[doc] = (weights[doc] ?? 0) + (inText ? (own.weights[doc] ?? 0) : BESIDE);
    }
    ({ hits, weights } = own);
  }
  for (const term of none) {
    const found = besideText(parts, term);
    if (found !== null) hits = without(hits, found);
  }
  for (const filter of filters) {
    const found = isColumnField(filter.name) ? null : await matchRows(parts, { ...filter, name: filter.name }, hits);
    if (found !== null) hits = filter.not ? without(hits, found) : found;
  }
  return { ...inTexts, hits, weights };
}

const without = (hits: Uint8Array, gone: Uint8Array): Uint8Array => hits.map((hit, doc) => (gone[doc] === 1 ? 0 : hit));

/** The documents of `here` whose field holds a text: those whose words hold it at all are looked at one by one. */
async function matchRows(
  { collection, ledger, marks, texts }: QueryParts,
  { name, text }: ValueFilter & { readonly name: RowField },
  here: Uint8Array,
): Promise<Uint8Array> {
  const found = new Uint8Array(here.length);
  if (name === 'mark') {
    markDocuments(ledger, new Set([...marks].flatMap(([id, own]) => (own.includes(text) ? [id] : []))), found);
    return found.map((hit, doc) => (here[doc] === 1 ? hit : 0));
  }
  const { hits } = await texts([text], [], here);
  const docs = [...hits.keys()].filter((doc) => hits[doc] === 1);
  for (let from = 0; from < docs.length; from += AT_A_TIME) {
    const some = docs.slice(from, from + AT_A_TIME);
    const { essays } = collection;
    const rows = await readAtOnce(collection, [essays], ({ get }) =>
      Promise.all(some.map((doc) => get(essays, essayIdOf(ledger, doc)))),
    );
    for (const [at, raw] of rows.entries()) {
      const row = readableRow('essays', raw);
      if (row !== null && fold(searchedText(row, name)).includes(text)) found[some[at] ?? 0] = 1;
    }
  }
  return found;
}

/** All terms that relevance goes by. */
export const termsOf = ({ all, either }: Query): readonly string[] => [
  ...all,
  ...either.flatMap((alternatives) => alternatives.flatMap((one) => one.all)),
];
