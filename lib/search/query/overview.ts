import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { LIVE } from '../../collection/ledger/slot.ts';
import { type ChainSummary, gapNames, type Overview, type Series, type SeriesOf } from '../contract.ts';
import { type AllValues, clusterSizes, yearOf, yearsOf } from './facets.ts';

/** Rows that a picture has at most: more would not be told apart. */
export const MOST_SERIES = 40;

/** Chains that are named at most. */
const MOST_CHAINS = 200;

/** Years from 0, which stands for none, to the last that a date can tell. */
const YEARS = 10_000;

/** Documents as a whole. Everything comes from the ledger; each column is gone through once. */
export function overviewOf(ledger: Ledger, values: AllValues, docs: Uint32Array): Overview {
  const byYear = new Uint32Array(YEARS);
  for (const doc of docs) byYear[yearOf(ledger, doc)] = (byYear[yearOf(ledger, doc)] ?? 0) + 1;
  const sizes = clusterSizes(ledger);
  const chains = chainsOf(ledger, docs, sizes);
  return {
    total: docs.length,
    years: yearsOf(byYear),
    undated: byYear[0] ?? 0,
    institutions: seriesOf('institution', ledger, values, docs),
    authors: seriesOf('author', ledger, values, docs),
    chains: chains.slice(0, MOST_CHAINS),
    allChains: chains.length,
    gaps: gapsOf(ledger, values, docs, sizes, byYear[0] ?? 0),
  };
}

/** How often each code of a column stands among documents. */
function countCodes(codes: Uint32Array, most: number, docs: Uint32Array): Uint32Array {
  const counts = new Uint32Array(most);
  for (const doc of docs) counts[codes[doc] ?? 0] = (counts[codes[doc] ?? 0] ?? 0) + 1;
  return counts;
}

function seriesOf(name: 'institution' | 'author', ledger: Ledger, values: AllValues, docs: Uint32Array): SeriesOf {
  const { codes, texts } = ledger.columns[name];
  const totals = new Map<string, number>();
  for (const [code, found] of countCodes(codes, texts.length, docs).entries())
    if (found > 0)
      for (const value of new Set(values[name].of(code)))
        if (value !== '') totals.set(value, (totals.get(value) ?? 0) + found);
  const most = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_SERIES);
  const byYear = new Map(most.map(([value]) => [value, new Map<number, number>()]));
  // Which of the rows a code counts for: names stand together in one text.
  const rows = new Map<number, readonly Map<number, number>[]>();
  for (const doc of docs) {
    const code = codes[doc] ?? 0;
    const own = rows.get(code) ?? [...new Set(values[name].of(code))].flatMap((value) => byYear.get(value) ?? []);
    rows.set(code, own);
    const year = yearOf(ledger, doc);
    for (const row of own) row.set(year, (row.get(year) ?? 0) + 1);
  }
  const series = most.map(([value, count]): Series => {
    const years = [...(byYear.get(value) ?? [])].sort(([a], [b]) => a - b);
    return {
      value,
      count,
      undated: years[0]?.[0] === 0 ? years[0][1] : 0,
      years: years.flatMap(([year, found]) => (year > 0 ? [{ year, count: found }] : [])),
    };
  });
  return { series, all: totals.size };
}

/** The chains that the documents have a part in, each whole, the longest first. */
function chainsOf(ledger: Ledger, docs: Uint32Array, sizes: Uint32Array): readonly ChainSummary[] {
  const { codes, texts } = ledger.columns.cluster;
  const members = new Map<number, number[]>();
  for (const doc of docs) if ((sizes[codes[doc] ?? 0] ?? 0) > 1) members.set(codes[doc] ?? 0, []);
  for (let doc = 0; doc < ledger.size; doc += 1)
    if (ledger.states[doc] === LIVE) members.get(codes[doc] ?? 0)?.push(doc);
  const titles = ledger.columns.title;
  const schools = ledger.columns.institution;
  return [...members]
    .map(([code, all]): ChainSummary => {
      const dateOf = (doc: number): number => ledger.published[doc] ?? 0;
      const inOrder = all.toSorted(
        (a, b) =>
          (dateOf(a) || Number.POSITIVE_INFINITY) - (dateOf(b) || Number.POSITIVE_INFINITY) ||
          (ledger.keptAt[a] ?? 0) - (ledger.keptAt[b] ?? 0) ||
          a - b,
      );
      const dated = inOrder.filter((doc) => dateOf(doc) > 0);
      const named = inOrder.map((doc) => schools.texts[schools.codes[doc] ?? 0] ?? '');
      return {
        id: texts[code] ?? '',
        title: titles.texts[titles.codes[inOrder[0] ?? 0] ?? 0] ?? '',
        count: all.length,
        first: dateOf(dated[0] ?? -1),
        last: dateOf(dated.at(-1) ?? -1),
        institutions: [...new Set(named)].filter((name) => name !== ''),
      };
    })
    .sort((a, b) => b.count - a.count || a.first - b.first || (a.id < b.id ? -1 : 1));
}

function gapsOf(
  ledger: Ledger,
  values: AllValues,
  docs: Uint32Array,
  sizes: Uint32Array,
  undated: number,
): Overview['gaps'] {
  const { author, institution, check, cluster } = ledger.columns;
  const counts = new Map<string, number>([['undated', undated]]);
  const add = (gap: string, found: number): void => void counts.set(gap, (counts.get(gap) ?? 0) + found);
  add('author', countCodes(author.codes, author.texts.length, docs)[0] ?? 0);
  add('institution', countCodes(institution.codes, institution.texts.length, docs)[0] ?? 0);
  for (const [code, found] of countCodes(check.codes, check.texts.length, docs).entries())
    for (const gap of values.check.of(code)) if (gap !== '') add(gap, found);
  for (const [code, found] of countCodes(cluster.codes, cluster.texts.length, docs).entries())
    if ((sizes[code] ?? 0) > 1) add('alike', found);
  return gapNames.flatMap((gap) => {
    const count = counts.get(gap) ?? 0;
    return count > 0 ? [{ gap, count }] : [];
  });
}
