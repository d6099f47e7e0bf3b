import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { kinds, LIVE, type TextColumn } from '../../collection/ledger/slot.ts';
import type { ReadState } from '../../collection/rows.ts';
import { ANY_CLUSTER, type Counts, type FacetName, type FacetValue, type Filters, facetNames } from '../contract.ts';
import type { ColumnValues } from './column-values.ts';

/** Values of one facet that are given at most; chosen ones are among them whatever their count. */
const MOST_VALUES = 300;

/** Years from 0, which stands for none, to the last that a date can tell. */
const YEARS = 10_000;
const ALL_YEARS = [0, YEARS - 1] as const;

/** In the place of a facet: none stands against a document, or more than one. */
const NOTHING = 255;
const SEVERAL = 254;

/** The values of each column, by name. */
export type AllValues = Readonly<Record<TextColumn, ColumnValues>>;

interface FacetPass {
  readonly name: FacetName;
  readonly codes: ArrayLike<number>;
  /** By code: 1 for codes that have a chosen value; null when nothing of the facet is chosen. */
  readonly allowed: Uint8Array | null;
  readonly counts: Uint32Array;
  /** The facet's values, and how often each stands by `counts`. */
  readonly totals: () => { readonly names: readonly string[]; readonly totals: Uint32Array };
}

/** The documents that are hits and have what was chosen, in order of their numbers. */
export function choose(ledger: Ledger, values: AllValues, all: Uint8Array, chosen: Filters): Uint32Array {
  const hits = hitsAlso(ledger, values, hitsInCluster(ledger, all, chosen.cluster), chosen.also);
  const limits = passesOf(ledger, values, chosen).flatMap(({ allowed, codes }) =>
    allowed ? [{ allowed, codes }] : [],
  );
  const [firstYear, lastYear] = chosen.years ?? ALL_YEARS;
  const byYear = firstYear > ALL_YEARS[0] || lastYear < ALL_YEARS[1];
  const docs = placesOfHits(hits);
  if (!byYear && limits.length === 0) return docs;
  let total = 0;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    if (byYear) {
      const year = yearOf(ledger, doc);
      if (year < firstYear || year > lastYear) continue;
    }
    if (limits.some(({ allowed, codes }) => allowed[codes[doc] ?? 0] !== 1)) continue;
    docs[total] = doc;
    total += 1;
  }
  return docs.subarray(0, total);
}

/** Counts each facet over the hits that all other facets let through. */
export function countFacets(ledger: Ledger, values: AllValues, all: Uint8Array, chosen: Filters): Counts {
  const hits = hitsAlso(ledger, values, hitsInCluster(ledger, all, chosen.cluster), chosen.also);
  const passes = passesOf(ledger, values, chosen);
  const docs = placesOfHits(hits);
  const against = whatStandsAgainst(ledger, passes, docs, chosen.years);
  // A facet after another, by places alone: an object for each essay and facet was two thirds of all garbage of a search.
  for (const [nth, { counts, codes }] of passes.entries())
    for (let at = 0; at < docs.length; at += 1)
      if (against === null || against[at] === NOTHING || against[at] === nth) count(counts, codes[docs[at] ?? 0] ?? 0);
  const byYear = new Uint32Array(YEARS);
  for (let at = 0; at < docs.length; at += 1)
    if (against === null || against[at] === NOTHING || against[at] === passes.length)
      count(byYear, yearOf(ledger, docs[at] ?? 0));
  return {
    facets: Object.fromEntries(passes.map((pass) => [pass.name, valuesOf(pass, chosen)])) as Counts['facets'],
    years: yearsOf(byYear),
    allYears: yearsOf(yearsOfAll(ledger)),
    undated: byYear[0] ?? 0,
  };
}

/** The documents of hits, in order. */
function placesOfHits(hits: Uint8Array): Uint32Array {
  let total = 0;
  for (let doc = 0; doc < hits.length; doc += 1) total += hits[doc] ?? 0;
  const docs = new Uint32Array(total);
  for (let doc = 0, at = 0; at < total; doc += 1) {
    if (hits[doc] !== 1) continue;
    docs[at] = doc;
    at += 1;
  }
  return docs;
}

/**
 * The one facet that stands against each document, by its place in `passes`, whose length stands for years: it counts among that facet's
 * other values. `NOTHING` and `SEVERAL` beside it; null where nothing is chosen, so that nothing stands against any.
 */
function whatStandsAgainst(
  ledger: Ledger,
  passes: readonly FacetPass[],
  docs: Uint32Array,
  years: Filters['years'],
): Uint8Array | null {
  const [firstYear, lastYear] = years ?? ALL_YEARS;
  const isAnyYear = firstYear <= ALL_YEARS[0] && lastYear >= ALL_YEARS[1];
  if (isAnyYear && passes.every(({ allowed }) => allowed === null)) return null;
  const against = new Uint8Array(docs.length).fill(NOTHING);
  const put = (at: number, nth: number): void => {
    against[at] = against[at] === NOTHING ? nth : SEVERAL;
  };
  for (const [nth, { allowed, codes }] of passes.entries()) {
    if (allowed === null) continue;
    for (let at = 0; at < docs.length; at += 1) if (allowed[codes[docs[at] ?? 0] ?? 0] !== 1) put(at, nth);
  }
  for (let at = 0; at < docs.length; at += 1) {
    const year = yearOf(ledger, docs[at] ?? 0);
    if (year < firstYear || year > lastYear) put(at, passes.length);
  }
  return against;
}

/** Of the hits, those of a cluster; all where none is chosen. */
function hitsInCluster(ledger: Ledger, hits: Uint8Array, cluster: string | null | undefined): Uint8Array {
  if (!cluster) return hits;
  const { codes, codeOf } = ledger.columns.cluster;
  const one = codeOf.get(cluster);
  const sizes = cluster === ANY_CLUSTER ? clusterSizes(ledger) : null;
  return hits.map((hit, doc) => {
    const code = codes[doc] ?? 0;
    return hit === 1 && (sizes === null ? code === one : (sizes[code] ?? 0) > 1) ? 1 : 0;
  });
}

/** Of the hits, those that have each of these values. */
function hitsAlso(ledger: Ledger, values: AllValues, hits: Uint8Array, also: Filters['also'] = []): Uint8Array {
  if (also.length === 0) return hits;
  const passes = also.map(([name, value]) => passOf(name, ledger, values, { [name]: [value] }));
  return hits.map((hit, doc) =>
    hit === 1 && passes.every(({ allowed, codes }) => allowed?.[codes[doc] ?? 0] === 1) ? 1 : 0,
  );
}

/** By code of the column `cluster`: how many essays outside the trash are in it; none are in that of the code 0, which is no cluster. */
export function clusterSizes(ledger: Ledger): Uint32Array {
  const { codes, texts } = ledger.columns.cluster;
  const sizes = new Uint32Array(texts.length);
  for (let doc = 0; doc < ledger.size; doc += 1) if (ledger.states[doc] === LIVE) count(sizes, codes[doc] ?? 0);
  sizes[0] = 0;
  return sizes;
}

/** In order, those that have any. */
export function yearsOf(byYear: Uint32Array): Counts['years'] {
  const years: { year: number; count: number }[] = [];
  for (let year = 1; year < byYear.length; year += 1) if (byYear[year]) years.push({ year, count: byYear[year] ?? 0 });
  return years;
}

/** Essays of the collection, the trash apart, by year. */
function yearsOfAll(ledger: Ledger): Uint32Array {
  const byYear = new Uint32Array(YEARS);
  for (let doc = 0; doc < ledger.size; doc += 1) if (ledger.states[doc] === LIVE) count(byYear, yearOf(ledger, doc));
  return byYear;
}

/** The year in which a document was published, 0 for none. */
export const yearOf = ({ published }: Ledger, doc: number): number => Math.floor((published[doc] ?? 0) / 10_000);

const passesOf = (ledger: Ledger, values: AllValues, chosen: Filters): FacetPass[] =>
  facetNames.map((name) => passOf(name, ledger, values, chosen));

const count = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

function passOf(name: FacetName, ledger: Ledger, values: AllValues, chosen: Filters): FacetPass {
  const wanted = chosen[name] ?? [];
  const isWanted = new Set(wanted);
  if (name === 'kind') {
    const allowed = Uint8Array.from(kinds, (kind) => (isWanted.has(kind) ? 1 : 0));
    const counts = new Uint32Array(kinds.length);
    const totals = () => ({ names: kinds, totals: counts });
    return { name, codes: ledger.kinds, allowed: wanted.length > 0 ? allowed : null, counts, totals };
  }
  const column = ledger.columns[name];
  // An essay whose state is not told is unread, which is a state like any other.
  const told = (value: string): string => (name === 'reading' && value === '' ? ('unread' satisfies ReadState) : value);
  const counts = new Uint32Array(column.texts.length);
  return {
    ...{ name, counts, codes: column.codes },
    allowed: wanted.length > 0 ? values[name].codesWhere((value) => isWanted.has(told(value))) : null,
    totals: () => {
      const totals = values[name].totals(counts);
      const { names } = values[name];
      return name === 'reading' ? joined(names.map(told), totals) : { names, totals };
    },
  };
}

/** The totals of names of which some are the same. */
function joined(names: readonly string[], totals: Uint32Array): ReturnType<FacetPass['totals']> {
  const once = [...new Set(names)];
  const sums = new Uint32Array(once.length);
  for (const [at, name] of names.entries()) {
    const place = once.indexOf(name);
    sums[place] = (sums[place] ?? 0) + (totals[at] ?? 0);
  }
  return { names: once, totals: sums };
}

/** The most frequent values, and those that are chosen whatever their count. */
function valuesOf({ name, totals: read }: FacetPass, chosen: Filters): readonly FacetValue[] {
  const isChosen = new Set(chosen[name] ?? []);
  const missing = new Set(isChosen);
  const { names, totals } = read();
  const found = totals.filter((total, at) => total > 0 && names[at] !== '').sort();
  // Only what may be among the first is named at all: a thousand authors stand once each behind them.
  const least = found.at(-MOST_VALUES) ?? 1;
  const all: FacetValue[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const value = names[at] ?? '';
    const total = totals[at] ?? 0;
    if ((value === '' || total < least) && !isChosen.has(value)) continue;
    missing.delete(value);
    all.push({ value, count: value === '' ? 0 : total });
  }
  all.push(...Array.from(missing, (value) => ({ value, count: 0 })));
  all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return all.filter(({ value }, at) => at < MOST_VALUES || isChosen.has(value));
}
