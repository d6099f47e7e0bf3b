import type { Ledger } from '../collection/ledger/read-ledger.ts';
import { LIVE } from '../collection/ledger/slot.ts';
import type { AllValues } from './query/facets.ts';
import { type ColumnField, columnFields, fieldNames, fieldOfName, isColumnField } from './query/fields.ts';
import type { NamesById } from './query/match-filters.ts';
import { fold } from './text/fold.ts';

/** Completions that are given at most. */
const MOST = 12;

/** A filter that is being typed at the end of a query. */
const TYPED = /(?:^|\s)([-－]?)(\p{L}*)(?:([:：])["“]?([^"”]*))?$/u;

/** Ways to go on with the last word of a query: names of filters, or whole filters with values of the collection. */
export function completions(prefix: string, ledger: Ledger, values: AllValues, names: NamesById): readonly string[] {
  const [, sign = '', name = '', colon, value = ''] = TYPED.exec(prefix) ?? [];
  const before = sign && '-';
  if (colon === undefined) return name === '' ? [] : namesFrom(name).map((known) => `${before}${known}`);
  const field = fieldOfName(name);
  if (field === null || (field !== 'year' && !isColumnField(field))) return [];
  const counts = field === 'year' ? countYears(ledger) : countValues(field, ledger, values, names);
  const wanted = fold(value).trim();
  return [...counts]
    .map(([text, count]) => ({ text, count, at: fold(text).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || b.count - a.count)
    .slice(0, MOST)
    .map(({ text }) => `${before}${fold(name)}${colon}${/\s/u.test(text) ? `"${text}"` : text}`);
}

/** The names of filters that go on as typed, with their colon: of each filter the first that does. */
function namesFrom(typed: string): readonly string[] {
  const colon = /^[a-z]/i.test(fold(typed)) ? ':' : '：';
  return Object.values(fieldNames).flatMap((names) => {
    const found =
      names.find((name) => name.startsWith(typed)) ?? names.find((name) => fold(name).startsWith(fold(typed)));
    return found === undefined ? [] : [`${found}${colon}`];
  });
}

function countValues(name: ColumnField, ledger: Ledger, values: AllValues, names: NamesById): Map<string, number> {
  const field = columnFields[name];
  const column = ledger.columns[field];
  const codes = new Uint32Array(column.texts.length);
  for (let doc = 0; doc < ledger.size; doc += 1) {
    const code = column.codes[doc] ?? 0;
    if (ledger.states[doc] === LIVE) codes[code] = (codes[code] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [code, count] of codes.entries()) {
    if (count === 0) continue;
    for (const value of values[field].of(code)) {
      const text = field === 'tag' || field === 'shelf' ? names[field].get(value) : value;
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
