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

/** Above the number of documents: parts a rank from what weighs more, in numbers that are exact up to 2^53. */
const RANKS = 2 ** 21;

/** An order of all documents: each one's rank, and the document of each rank. */
interface Order {
  readonly ranks: Uint32Array;
  readonly docs: Uint32Array;
}

/** Sorts the hits of one search; the orders it needs stay until the ledger changes. */
export type Sorter = (docs: Uint32Array, sorting: Sorting) => Uint32Array;

/** A sorter over a ledger. Equal documents stand newest first, so that the order is the same each time. */
export function sorterOf(ledger: Ledger, values: AllValues): Sorter {
  const ranksOf = titleRanks();
  const held = { version: -1, orders: new Map<string, Order>() };

  const orderBy = (name: string, compare: (a: number, b: number) => number): Order => {
    if (held.version !== ledger.version) {
      held.orders.clear();
      held.version = ledger.version;
    }
    const known = held.orders.get(name);
    if (known !== undefined) return known;
    const docs = Uint32Array.from({ length: ledger.size }, (_, doc) => doc).sort(compare);
    const ranks = new Uint32Array(ledger.size);
    for (let rank = 0; rank < docs.length; rank += 1) ranks[docs[rank] ?? 0] = rank;
    const order = { ranks, docs };
    held.orders.set(name, order);
    return order;
  };
  const entering = (place: Place): Order => {
    const moments = place === 'trash' ? ledger.trashedAt : ledger.keptAt;
    return orderBy(place, (a, b) => (moments[b] ?? 0) - (moments[a] ?? 0) || b - a);
  };
  const publishing = (place: Place): Order => {
    const { published } = ledger;
    const { ranks } = entering(place);
    return orderBy(
      `${place} published`,
      (a, b) => (published[b] ?? 0) - (published[a] ?? 0) || (ranks[a] ?? 0) - (ranks[b] ?? 0),
    );
  };

  return (docs, { sort, place, terms, weights }) => {
    const relevant = sort === 'relevance' && terms.length > 0;
    const order = relevant || sort === 'published' ? publishing(place) : entering(place);
    const keys = new Float64Array(docs.length);
    const put = (weightOf: (doc: number) => number): void => {
      for (let at = 0; at < docs.length; at += 1) {
        const doc = docs[at] ?? 0;
        keys[at] = weightOf(doc) * RANKS + (order.ranks[doc] ?? 0);
      }
    };
    if (relevant) {
      const scores = scoresOf(docs, ledger, values, terms, weights);
      put((doc) => 2 ** 31 - (scores[doc] ?? 0));
    } else if (sort === 'title') {
      const ranks = ranksOf(ledger);
      put((doc) => ranks[ledger.columns.title.codes[doc] ?? 0] ?? 0);
    } else put(() => 0);
    return Uint32Array.from(keys.sort(), (key) => order.docs[key % RANKS] ?? 0);
  };
}

function scoresOf(
  docs: Uint32Array,
  { columns }: Ledger,
  values: AllValues,
  terms: readonly string[],
  weights: Uint16Array,
): Uint32Array {
  const scores = new Uint32Array(weights);
  for (const term of terms) {
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      const inTitle = values.title.holds(columns.title.codes[doc] ?? 0, term) ? 1 : 0;
      const inAuthors = values.author.holds(columns.author.codes[doc] ?? 0, term) ? 1 : 0;
      scores[doc] = (scores[doc] ?? 0) + inTitle * TITLE_WEIGHT + inAuthors * AUTHOR_WEIGHT;
    }
  }
  return scores;
}

/** Orders titles: ranks by code of the ledger's title column, worked out again only for new titles. */
type TitleRanks = (ledger: Ledger) => Uint32Array;

/** Ranks of titles by the order of Chinese dictionaries (pinyin). New titles are put in their places among the others. */
function titleRanks(): TitleRanks {
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
