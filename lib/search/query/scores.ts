import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import type { AllValues } from './facets.ts';

/**
 * What a term weighs, in points: each time that it stands in the body 1, up to 20; in an author's name 400, in the title 1000. So a title goes
 * before two authors, and an author before twenty terms that fill a body: a reader who types a name or a title wants that. No source
 * but this order, which tests/unit/search/sort.test.ts holds.
 */
const TITLE_WEIGHT = 1000;
const AUTHOR_WEIGHT = 400;

/** Hits so few that their own titles are looked at: nearly each essay has a title of its own. */
const FEW = 1000;

/** What each of the documents is worth, by its place in `docs`. */
export function scoresOf(
  docs: Uint32Array,
  { columns }: Ledger,
  values: AllValues,
  terms: readonly string[],
  weights: Uint16Array,
): Uint32Array {
  const scores = new Uint32Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) scores[at] = weights[docs[at] ?? 0] ?? 0;
  for (const term of terms) {
    const authors = values.author.codesHolding(term);
    if (docs.length < FEW) {
      for (let at = 0; at < docs.length; at += 1) {
        const doc = docs[at] ?? 0;
        const inTitle = values.title.holds(columns.title.codes[doc] ?? 0, term) ? TITLE_WEIGHT : 0;
        scores[at] = (scores[at] ?? 0) + inTitle + (authors[columns.author.codes[doc] ?? 0] ?? 0) * AUTHOR_WEIGHT;
      }
      continue;
    }
    const titles = values.title.codesHolding(term);
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      const inTitle = titles[columns.title.codes[doc] ?? 0] ?? 0;
      const inAuthors = authors[columns.author.codes[doc] ?? 0] ?? 0;
      scores[at] = (scores[at] ?? 0) + inTitle * TITLE_WEIGHT + inAuthors * AUTHOR_WEIGHT;
    }
  }
  return scores;
}
