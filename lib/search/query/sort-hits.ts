import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import type { HitKey, ListPlace, Sort } from '../contract.ts';
import type { AllValues } from './facets.ts';
import { scoresOf } from './scores.ts';

/** What sorting needs of a search. */
export interface Sorting {
  readonly sort: Sort;
  /** The other way round. */
  readonly reversed?: boolean;
  readonly place: ListPlace;
  /** Folded terms; without any, relevance is the order of keeping. */
  readonly terms: readonly string[];
  /** How often the terms occur, by document. */
  readonly weights: Uint16Array;
}

/** No essay is longer, in characters: about the Records of the Grand Historian, twenty times. */
const LONGEST = 10_000_000;

/** How far one is with an essay, in order, as the ledger has it. */
const readingSteps: readonly string[] = ['', 'reading', 'read'];

/** No date is later, as a number. */
const LATEST = 99_999_999;

/** An order of all documents: each one's rank, and the document of each rank. */
interface Order {
  readonly ranks: Uint32Array;
  readonly docs: Uint32Array;
}

/** Hits in their order, sorted only as far as they are asked for. */
export interface Ranked {
  readonly total: number;
  /** The documents at places `from` up to `to` (not included). */
  docs(from: number, to: number): Uint32Array;
}

/** Hits that are picked out instead of sorting all: a first page. */
const FIRST = 64;

/** Sorts the hits of one search; the orders it needs stay until the ledger changes. */
export type Sorter = (docs: Uint32Array, sorting: Sorting) => Ranked;

/** A sorter over a ledger. Equal documents stand newest first, so that the order is the same each time. */
export function sorterOf(ledger: Ledger, values: AllValues): Sorter {
  const ranksOf = {
    title: nameRanks('title'),
    author: nameRanks('author'),
    institution: nameRanks('institution'),
    source: nameRanks('source'),
    column: nameRanks('column'),
  };
  const held = { version: -1, orders: new Map<string, Order>() };

  const orderBy = (name: string, sorted: () => Uint32Array): Order => {
    if (held.version !== ledger.version) {
      held.orders.clear();
      held.version = ledger.version;
    }
    const known = held.orders.get(name);
    if (known !== undefined) return known;
    const docs = sorted();
    const ranks = new Uint32Array(ledger.size);
    for (let rank = 0; rank < docs.length; rank += 1) ranks[docs[rank] ?? 0] = rank;
    const order = { ranks, docs };
    held.orders.set(name, order);
    return order;
  };
  const entering = (place: ListPlace): Order => {
    const moments = place === 'trash' ? ledger.trashedAt : ledger.keptAt;
    return orderBy(place, () => newestFirst(moments, ledger.size));
  };
  const publishing = (place: ListPlace): Order => {
    const { published, size } = ledger;
    return orderBy(`${place} published`, () => {
      const { ranks, docs } = entering(place);
      const keys = new Float64Array(size);
      // What weighs more, times the number of documents, plus the rank: exact up to 2^53, which are 90 million documents of a day.
      for (let doc = 0; doc < size; doc += 1) keys[doc] = (LATEST - (published[doc] ?? 0)) * size + (ranks[doc] ?? 0);
      keys.sort();
      const sorted = new Uint32Array(size);
      for (let rank = 0; rank < size; rank += 1) sorted[rank] = docs[(keys[rank] ?? 0) % size] ?? 0;
      return sorted;
    });
  };

  return (docs, { sort, reversed = false, place, terms, weights }) => {
    const relevant = sort === 'relevance' && terms.length > 0;
    const back = reversed && !relevant;
    const order = relevant || (sort === 'published' && !back) ? publishing(place) : entering(place);
    const { size } = ledger;
    const keys = new Float64Array(docs.length);
    /** Weights run from 0 to `most`, upward; null is the weight of what has no value, and stands last either way. */
    const put = (most: number, weightOf: (doc: number, at: number) => number | null): void => {
      for (let at = 0; at < docs.length; at += 1) {
        const doc = docs[at] ?? 0;
        const weight = weightOf(doc, at);
        const rank = order.ranks[doc] ?? 0;
        const placed = weight === null ? most + 1 : back ? most - weight : weight;
        keys[at] = placed * size + (back && sort === 'kept' ? size - 1 - rank : rank);
      }
    };
    if (relevant) {
      const scores = scoresOf(docs, ledger, values, terms, weights);
      let most = 0;
      for (let at = 0; at < scores.length; at += 1) most = Math.max(most, scores[at] ?? 0);
      // Nearly all searches are ordered so: without a function for each.
      const { ranks } = order;
      for (let at = 0; at < docs.length; at += 1)
        keys[at] = (most - (scores[at] ?? 0)) * size + (ranks[docs[at] ?? 0] ?? 0);
    } else if (sort === 'published' && back) {
      put(LATEST, (doc) => (ledger.published[doc] ? LATEST - (ledger.published[doc] ?? 0) : null));
    } else if (sort === 'length') {
      put(LONGEST, (doc) => LONGEST - Math.min(ledger.lengths[doc] ?? 0, LONGEST));
    } else if (sort === 'reading') {
      const { codes, texts } = ledger.columns.reading;
      const steps = texts.map((state) => Math.max(0, readingSteps.indexOf(state)));
      put(readingSteps.length, (doc) => steps[codes[doc] ?? 0] ?? 0);
    } else if (Object.hasOwn(ranksOf, sort)) {
      const name = sort as keyof typeof ranksOf;
      const ranks = ranksOf[name](ledger);
      const { codes, texts } = ledger.columns[name];
      put(ranks.length, (doc) => (texts[codes[doc] ?? 0] ? (ranks[codes[doc] ?? 0] ?? 0) : null));
    } else put(0, () => 0);
    const rankOf = (key: number): number => (back && sort === 'kept' ? size - 1 - (key % size) : key % size);
    return ranked(keys, (key) => order.docs[rankOf(key)] ?? 0);
  };
}

function ranked(keys: Float64Array, docOf: (key: number) => number): Ranked {
  const state = { first: smallest(keys, FIRST), sorted: false };
  return {
    total: keys.length,
    docs(from, to) {
      if (to <= FIRST || keys.length <= FIRST) return Uint32Array.from(state.first.subarray(from, to), docOf);
      if (!state.sorted) keys.sort();
      state.sorted = true;
      return Uint32Array.from(keys.subarray(from, to), docOf);
    },
  };
}

/** The smallest numbers, in order: each is put in its place among those found so far. */
function smallest(keys: Float64Array, most: number): Float64Array {
  const found = keys.slice(-most).sort();
  let largest = found.at(-1) ?? 0;
  // The newest documents stand last and come first in most orders: from there, few are put in at all.
  for (let at = keys.length - most - 1; at >= 0; at -= 1) {
    const key = keys[at] ?? 0;
    if (key >= largest) continue;
    let place = found.length - 1;
    for (; place > 0 && (found[place - 1] ?? 0) > key; place -= 1) found[place] = found[place - 1] ?? 0;
    found[place] = key;
    largest = found.at(-1) ?? 0;
  }
  return found;
}

/**
 * All documents by their moments, the newest first, later documents first among equals. Nearly all stand in the opposite
 * order already; the few that do not (an edited essay has a new number and an old moment) are sorted and merged in.
 */
function newestFirst(moments: Float64Array, size: number): Uint32Array {
  const inOrder = new Uint32Array(size);
  const others: number[] = [];
  let count = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (let doc = 0; doc < size; doc += 1) {
    const moment = moments[doc] ?? 0;
    if (moment < latest) {
      others.push(doc);
      continue;
    }
    latest = moment;
    inOrder[count] = doc;
    count += 1;
  }
  others.sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b);
  const docs = new Uint32Array(size);
  for (let at = 0; at < size; at += 1) {
    const one = inOrder[count - 1] ?? -1;
    const other = others.at(-1) ?? -1;
    const newer = (moments[other] ?? -1) - (moments[one] ?? -1) || other - one;
    docs[at] = newer > 0 ? other : one;
    if (newer > 0) others.pop();
    else count -= 1;
  }
  return docs;
}

/** What some documents are ordered by, beside those of other collections. */
export function keysOfHits(
  ledger: Ledger,
  values: AllValues,
  docs: Uint32Array,
  { sort, place, terms, weights }: Omit<Sorting, 'reversed'>,
): readonly HitKey[] {
  const scores = sort === 'relevance' ? scoresOf(docs, ledger, values, terms, weights) : null;
  const moments = place === 'trash' ? ledger.trashedAt : ledger.keptAt;
  const { columns } = ledger;
  const named = ['title', 'author', 'institution', 'source', 'column'] as const;
  const names = columns[named.find((name) => name === sort) ?? 'title'];
  const nameOf = (doc: number): string => {
    if (sort === 'reading')
      return String(readingSteps.indexOf(columns.reading.texts[columns.reading.codes[doc] ?? 0] ?? ''));
    return named.some((name) => name === sort) ? (names.texts[names.codes[doc] ?? 0] ?? '') : '';
  };
  return Array.from(docs, (doc, at) => ({
    score: scores?.[at] ?? 0,
    published: ledger.published[doc] ?? 0,
    moment: moments[doc] ?? 0,
    length: ledger.lengths[doc] ?? 0,
    name: nameOf(doc),
  }));
}

/** Orders names: ranks by code of a column of the ledger, worked out again only for new ones. */
type NameRanks = (ledger: Ledger) => Uint32Array;

/** Ranks of names by the order of Chinese dictionaries (pinyin), one rank for each text. New ones are put in their places among the others. */
function nameRanks(name: 'title' | 'author' | 'institution' | 'source' | 'column'): NameRanks {
  const { compare } = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
  const state = { order: [] as number[], ranks: new Uint32Array() };
  return ({ columns }) => {
    const column = columns[name];
    const known = state.order.length;
    const count = column.texts.length;
    if (known === count) return state.ranks;
    const text = (code: number): string => column.texts[code] ?? '';
    // Texts that the order takes for equal stand by their units, so that those of one text are neighbours.
    const inOrder = (a: number, b: number): number => {
      const [one, other] = [text(a), text(b)];
      return one === other ? a - b : compare(one, other) || (one < other ? -1 : 1);
    };
    const added = Array.from({ length: count - known }, (_, at) => known + at);
    if (added.length > 200) {
      state.order = [...state.order, ...added].sort(inOrder);
    } else {
      for (const code of added) {
        let from = 0;
        for (let to = state.order.length; from < to; ) {
          const middle = (from + to) >>> 1;
          if (inOrder(state.order[middle] ?? 0, code) <= 0) from = middle + 1;
          else to = middle;
        }
        state.order.splice(from, 0, code);
      }
    }
    state.ranks = new Uint32Array(count);
    let rank = -1;
    for (const [at, code] of state.order.entries()) {
      if (at === 0 || text(code) !== text(state.order[at - 1] ?? 0)) rank += 1;
      state.ranks[code] = rank;
    }
    return state.ranks;
  };
}
