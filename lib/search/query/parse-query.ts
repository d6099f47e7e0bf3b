import { fold } from '../text/fold.ts';

/** Filters that a query can name, by the ledger column that each looks in. */
export const filterNames = {
  author: 'author',
  source: 'source',
  school: 'institution',
  column: 'column',
  tag: 'tag',
} as const;
export type FilterName = keyof typeof filterNames;

/** A value that an essay must have, or must not: some value of the column holds the folded text. */
export interface ValueFilter {
  readonly name: FilterName;
  readonly text: string;
  readonly not: boolean;
}

/** A query as understood. */
export interface Query {
  /** Folded texts that title, authors, unit, source or body must hold, all of them. */
  readonly all: readonly string[];
  /** Folded texts that they must not hold. */
  readonly none: readonly string[];
  readonly filters: readonly ValueFilter[];
  /** First and last year, both included. */
  readonly years: readonly (readonly [from: number, to: number])[];
  /** What `all` was folded from. */
  readonly words: readonly string[];
}

/** One part of a query: a sign, a filter's name, and a phrase or a word. A quote that is not closed closes at the end. */
const PART = /([-－]?)(?:(\p{L}+)[:：])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/gu;

const YEARS = /^(\d{4})?(?:(\.\.|-|—|…)(\d{4})?)?$/;

/**
 * Reads what the reader typed: words parted by white space are all wanted, `"a phrase"` keeps its white space,
 * `-word` excludes, `author:` `source:` `school:` `column:` `tag:` look in that field, `year:2003..2007` (also
 * `year:2003`, `year:2003..`) bounds the year. Signs may be full-width. Anything else is searched for as it stands.
 */
export function parseQuery(query: string): Query {
  const all: string[] = [];
  const none: string[] = [];
  const words: string[] = [];
  const filters: ValueFilter[] = [];
  const years: [number, number][] = [];
  for (const [part = '', sign = '', name = '', phrase, word = ''] of query.matchAll(PART)) {
    const value = phrase ?? word;
    const field = fold(name);
    const not = sign !== '';
    const range = field === 'year' && !not ? yearsOf(value) : null;
    if (range !== null) {
      years.push(range);
      continue;
    }
    if (isFilter(field)) {
      if (fold(value).trim() !== '') filters.push({ name: field, text: fold(value).trim(), not });
      continue;
    }
    // A filter whose value is still to be typed.
    if (name === '' && /^\w+:$/.test(fold(word)) && (isFilter(fold(word).slice(0, -1)) || fold(word) === 'year:'))
      continue;
    // A sign alone, or a name that is none, is text like any other.
    const text = name === '' ? value : part.slice(sign.length);
    if (fold(text).trim() === '') continue;
    (not ? none : all).push(fold(text).replaceAll('\n', ' '));
    if (!not) words.push(text);
  }
  return { all: [...new Set(all)], none: [...new Set(none)], filters, years, words };
}

const isFilter = (name: string): name is FilterName => Object.hasOwn(filterNames, name);

function yearsOf(text: string): [number, number] | null {
  const parts = YEARS.exec(fold(text));
  if (parts === null || text === '') return null;
  const [, from, dots, to] = parts;
  if (from === undefined && to === undefined) return null;
  const first = from === undefined ? 0 : Number(from);
  if (dots === undefined) return [first, first];
  return [first, to === undefined ? 9999 : Number(to)];
}
