import type { Ledger } from '../collection/ledger/read-ledger.ts';
import { LIVE } from '../collection/ledger/slot.ts';
import type { AllValues } from './query/facets.ts';
import { type FilterName, filterNames } from './query/parse-query.ts';
import { fold } from './text/fold.ts';

/** Completions that are given at most. */
const MOST = 12;

/** A filter that is being typed at the end of a query. */
const TYPED = /(?:^|\s)([-－]?)(\p{L}*)(?:([:：])["“]?([^"”]*))?$/u;

/** Ways to go on with the last word of a query: names of filters, or whole filters with values of the collection. */
export function completions(
  prefix: string,
  ledger: Ledger,
  values: AllValues,
  tagNames: ReadonlyMap<string, string>,
): readonly string[] {
  const [, sign = '', name = '', colon, value = ''] = TYPED.exec(prefix) ?? [];
  const names = [...(Object.keys(filterNames) as FilterName[]), 'year' as const];
  const field = fold(name);
  if (colon === undefined) {
    return field === ''
      ? []
      : names.filter((known) => known.startsWith(field)).map((known) => `${sign && '-'}${known}:`);
  }
  const found = names.find((known) => known === field);
  if (found === undefined) return [];
  const counts = found === 'year' ? countYears(ledger) : countValues(found, ledger, values, tagNames);
  const wanted = fold(value).trim();
  return [...counts]
    .map(([text, count]) => ({ text, count, at: fold(text).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || b.count - a.count)
    .slice(0, MOST)
    .map(({ text }) => `${sign && '-'}${found}:${/\s/u.test(text) ? `"${text}"` : text}`);
}

function countValues(
  name: FilterName,
  ledger: Ledger,
  values: AllValues,
  tagNames: ReadonlyMap<string, string>,
): Map<string, number> {
  const column = ledger.columns[filterNames[name]];
  const codes = new Uint32Array(column.texts.length);
  for (let doc = 0; doc < ledger.size; doc += 1) {
    const code = column.codes[doc] ?? 0;
    if (ledger.states[doc] === LIVE) codes[code] = (codes[code] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [code, count] of codes.entries()) {
    if (count === 0) continue;
    for (const value of values[filterNames[name]].of(code)) {
      const text = name === 'tag' ? tagNames.get(value) : value;
      if (text) counts.set(text, (counts.get(text) ?? 0) + count);
    }
  }
  return counts;
}

function countYears(ledger: Ledger): Map<string, number> {
  const counts = new Map<string, number>();
  for (let doc = 0; doc < ledger.size; doc += 1) {
    const year = Math.floor((ledger.published[doc] ?? 0) / 10_000);
    if (ledger.states[doc] === LIVE && year > 0) counts.set(String(year), (counts.get(String(year)) ?? 0) + 1);
  }
  return counts;
}
