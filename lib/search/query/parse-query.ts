import { fold } from '../text/fold.ts';
import { fieldOfName, isColumnField, type QueryField } from './fields.ts';

/** A value that an essay must have, or must not: the field holds the folded text. */
export interface ValueFilter {
  readonly name: QueryField;
  readonly text: string;
  readonly not: boolean;
}

/** What an essay must fulfil, all of it. */
export interface Conditions {
  /** Folded texts that its fields or body must hold, all of them. */
  readonly all: readonly string[];
  /** Folded texts that they must not hold. */
  readonly none: readonly string[];
  readonly filters: readonly ValueFilter[];
  /** First and last year, both included. */
  readonly years: readonly (readonly [from: number, to: number])[];
}

/** A query as understood. */
export interface Query extends Conditions {
  /** Of each of these, one alternative at least. */
  readonly either: readonly (readonly Conditions[])[];
  /** What is to be marked in what was found, as typed. */
  readonly words: readonly string[];
}

/** One part of a query: a sign, a filter's name, and a phrase or a word. A quote that is not closed closes at the end. */
const PART =
  /([-－−]?)(?:(\p{L}+)[:：])?(?:["“”＂「」『』]([^"“”＂「」『』]*)["“”＂「」『』]?|([^\s"“”＂「」『』]+))/gu;

/** Between two parts of which one is enough. */
const OR = /^(?:OR|\||\|\||或)$/;

const YEARS = /^(\d{4})?年?(?:(\.\.|-|—|–|…|~|至|到)(\d{4})?年?)?$/;

/** A name with its colon whose value is still to be typed. */
const NAME_ALONE = /^(\p{L}+):$/u;

interface Part {
  readonly conditions: Conditions;
  readonly word: string | null;
}

const nothing: Conditions = { all: [], none: [], filters: [], years: [] };

/**
 * Reads what the reader typed: words parted by white space are all wanted, `"a phrase"` (also in Chinese quotes) keeps its white
 * space, `-word` excludes, `a OR b` (also `|` and `或`) wants one of the two. A field's name before a colon looks in that field
 * (`fields.ts`: `author:` `作者：` …), `year:2003..2007` (also `年份：2003`, `2003..`) bounds the year. Signs may be full-width.
 * Anything else is searched for as it stands.
 */
export function parseQuery(query: string): Query {
  const groups: Part[][] = [];
  let joins = false;
  for (const match of query.matchAll(PART)) {
    const [typed] = match;
    if (OR.test(typed.normalize('NFKC'))) {
      if (groups.length > 0) joins = true;
      else groups.push([wordPart(typed, '')]);
      continue;
    }
    const part = partOf(match);
    if (part === null) continue;
    if (joins) groups.at(-1)?.push(part);
    else groups.push([part]);
    joins = false;
  }
  const single = groups.flatMap((group) => (group.length === 1 ? group : []));
  const either = groups.filter((group) => group.length > 1).map((group) => group.map(({ conditions }) => conditions));
  const of = <Name extends keyof Conditions>(name: Name): Conditions[Name][number][] =>
    single.flatMap(({ conditions }) => conditions[name] as Conditions[Name][number][]);
  return {
    all: [...new Set(of('all'))],
    none: [...new Set(of('none'))],
    filters: of('filters'),
    years: of('years'),
    either,
    words: groups.flat().flatMap(({ word }) => word ?? []),
  };
}

/** What a part of the query asks for; null where it asks for nothing yet. */
function partOf([part = '', sign = '', name = '', phrase, word = '']: RegExpMatchArray): Part | null {
  const value = phrase ?? word;
  const not = sign !== '';
  const field = fieldOfName(name);
  const range = field === 'year' && !not ? yearsOf(value) : null;
  if (range !== null) return { conditions: { ...nothing, years: [range] }, word: null };
  if (field !== null && field !== 'year') return filterPart(field, value, not);
  const [, alone] = (name === '' && NAME_ALONE.exec(fold(word))) || [];
  if (alone !== undefined && fieldOfName(alone) !== null) return null;
  // A sign alone, or a name that is none, is text like any other.
  const text = name === '' ? value : part.slice(sign.length);
  return fold(text).trim() === '' ? null : wordPart(text, sign);
}

function wordPart(text: string, sign: string): Part {
  const term = fold(text).replaceAll('\n', ' ');
  return sign === ''
    ? { conditions: { ...nothing, all: [term] }, word: text }
    : { conditions: { ...nothing, none: [term] }, word: null };
}

function filterPart(name: QueryField, value: string, not: boolean): Part | null {
  const text = fold(value).trim();
  if (text === '') return null;
  // Names of persons and places stand in each row; what stands nowhere else is marked.
  const marked = !not && (name === 'title' || !isColumnField(name));
  return { conditions: { ...nothing, filters: [{ name, text, not }] }, word: marked ? value : null };
}

function yearsOf(text: string): [number, number] | null {
  const parts = YEARS.exec(fold(text));
  if (parts === null || text === '') return null;
  const [, from, dots, to] = parts;
  if (from === undefined && to === undefined) return null;
  const first = from === undefined ? 0 : Number(from);
  if (dots === undefined) return [first, first];
  return [first, to === undefined ? 9999 : Number(to)];
}
