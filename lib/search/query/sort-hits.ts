import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import type { Place, Sort } from '../contract.ts';
import type { AllValues } from './facets.ts';

/** What a hit in the title or in the authors' names weighs against one in the body, which counts up to 20 a term. */
const TITLE_WEIGHT = 1000;
const AUTHOR_WEIGHT = 400;

/** What sorting needs of a search. */
export interface Sorting {
  readonly sort: Sort;
  readonly place: Place;
  /** Folded terms; without any, relevance is the order of keeping. */
  readonly terms: readonly string[];
  /** How often the terms occur, by document. */
  readonly weights: Uint16Array;
}

/** Orders titles: ranks by code of the ledger's title column, worked out again only for new titles. */
export type TitleRanks = (ledger: Ledger) => Uint32Array;

/** Sorts documents in place. Equal ones stand newest first, so that the order is the same each time. */
export function sortHits(
  docs: Uint32Array,
  ledger: Ledger,
  values: AllValues,
  ranksOf: TitleRanks,
  { sort, place, terms, weights }: Sorting,
): void {
  const { published, keptAt, trashedAt, columns } = ledger;
  const entered = place === 'trash' ? trashedAt : keptAt;
  const byEntering = (a: number, b: number): number => (entered[b] ?? 0) - (entered[a] ?? 0) || b - a;
  if (sort === 'published') {
    docs.sort((a, b) => (published[b] ?? 0) - (published[a] ?? 0) || byEntering(a, b));
  } else if (sort === 'title') {
    const ranks = ranksOf(ledger);
    const rank = (doc: number): number => ranks[columns.title.codes[doc] ?? 0] ?? 0;
    docs.sort((a, b) => rank(a) - rank(b) || byEntering(a, b));
  } else if (sort === 'relevance' && terms.length > 0) {
    const scores = new Uint32Array(weights);
    for (const term of terms) {
      const titles = values.title.codesWhere((_, folded) => folded.includes(term));
      const authors = values.author.codesWhere((_, folded) => folded.includes(term));
      for (const doc of docs) {
        const inTitle = titles[columns.title.codes[doc] ?? 0] ?? 0;
        const inAuthors = authors[columns.author.codes[doc] ?? 0] ?? 0;
        scores[doc] = (scores[doc] ?? 0) + inTitle * TITLE_WEIGHT + inAuthors * AUTHOR_WEIGHT;
      }
    }
    docs.sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (published[b] ?? 0) - (published[a] ?? 0) || byEntering(a, b),
    );
  } else docs.sort(byEntering);
}

/** Ranks of titles by the order of Chinese dictionaries (pinyin). New titles are put in their places among the others. */
export function titleRanks(): TitleRanks {
  const { compare } = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
  const state = { order: [] as number[], ranks: new Uint32Array() };
  return ({ columns: { title } }) => {
    const known = state.order.length;
    const count = title.texts.length;
    if (known === count) return state.ranks;
    const text = (code: number): string => title.texts[code] ?? '';
    const added = Array.from({ length: count - known }, (_, at) => known + at);
    if (added.length > 200) {
      state.order = [...state.order, ...added].sort((a, b) => compare(text(a), text(b)) || a - b);
    } else {
      for (const code of added) {
        let from = 0;
        for (let to = state.order.length; from < to; ) {
          const middle = (from + to) >>> 1;
          if (compare(text(state.order[middle] ?? 0), text(code)) <= 0) from = middle + 1;
          else to = middle;
        }
        state.order.splice(from, 0, code);
      }
    }
    state.ranks = new Uint32Array(count);
    for (const [rank, code] of state.order.entries()) state.ranks[code] = rank;
    return state.ranks;
  };
}
