import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { kinds, LIVE, type TextColumn } from '../../collection/ledger/slot.ts';
import type { ReadState } from '../../collection/rows.ts';
import { ANY_CLUSTER, type Counts, type FacetName, type FacetValue, type Filters, facetNames } from '../contract.ts';
import type { ColumnValues } from './column-values.ts';

/** Values of one facet that are given at most; chosen ones are among them whatever their count. */
const MOST_VALUES = 300;

/** The values of each column, by name. */
export type AllValues = Readonly<Record<TextColumn, ColumnValues>>;

interface FacetPass {
  readonly name: FacetName;
  readonly codes: ArrayLike<number>;
  /** By code: 1 for codes that have a chosen value; null when nothing of the facet is chosen. */
  readonly allowed: Uint8Array | null;
  readonly counts: Uint32Array;
  readonly valuesOf: (code: number) => readonly string[];
}

/** The documents that are hits and have what was chosen, in order of their numbers. */
export function choose(ledger: Ledger, values: AllValues, all: Uint8Array, chosen: Filters): Uint32Array {
  const hits = hitsAlso(ledger, values, hitsInCluster(ledger, all, chosen.cluster), chosen.also);
  const limits = passesOf(ledger, values, chosen).flatMap(({ allowed, codes }) =>
    allowed ? [{ allowed, codes }] : [],
  );
  const [firstYear, lastYear] = chosen.years ?? [0, 9999];
  const byYear = firstYear > 0 || lastYear < 9999;
  let most = 0;
  for (let doc = 0; doc < hits.length; doc += 1) most += hits[doc] ?? 0;
  const docs = new Uint32Array(most);
  let total = 0;
  if (!byYear && limits.length === 0) {
    for (let doc = 0; total < most; doc += 1) {
      if (hits[doc] !== 1) continue;
      docs[total] = doc;
      total += 1;
    }
    return docs;
  }
  for (let doc = 0; doc < hits.length; doc += 1) {
    if (hits[doc] !== 1) continue;
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
  const limited = passes.filter(({ allowed }) => allowed !== null);
  const [firstYear, lastYear] = chosen.years ?? [0, 9999];
  const byYear = new Uint32Array(10_000);
  for (let doc = 0; doc < hits.length; doc += 1) {
    if (hits[doc] !== 1) continue;
    const year = yearOf(ledger, doc);
    const yearFits = year >= firstYear && year <= lastYear;
    let failed: FacetPass | null = null;
    let failures = yearFits ? 0 : 1;
    for (const pass of limited) {
      if (pass.allowed?.[pass.codes[doc] ?? 0] === 1) continue;
      failures += 1;
      failed = pass;
    }
    if (failures === 0) {
      for (const { counts, codes } of passes) count(counts, codes[doc] ?? 0);
      count(byYear, year);
    } else if (failures === 1) {
      // One facet alone stands against it, so it counts among that facet's other values.
      if (failed !== null) count(failed.counts, failed.codes[doc] ?? 0);
      else count(byYear, year);
    }
  }
  return {
    facets: Object.fromEntries(passes.map((pass) => [pass.name, valuesOf(pass, chosen)])) as Counts['facets'],
    years: yearsOf(byYear),
    allYears: yearsOf(yearsOfAll(ledger)),
    undated: byYear[0] ?? 0,
  };
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
export const yearsOf = (byYear: Uint32Array): Counts['years'] =>
  [...byYear.entries()].flatMap(([year, found]) => (year > 0 && found > 0 ? [{ year, count: found }] : []));

/** Essays of the collection, the trash apart, by year. */
function yearsOfAll(ledger: Ledger): Uint32Array {
  const byYear = new Uint32Array(10_000);
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
    const valuesOfKind = (code: number): readonly string[] => [kinds[code] ?? ''];
    return {
      name,
      codes: ledger.kinds,
      allowed: wanted.length > 0 ? allowed : null,
      counts: new Uint32Array(kinds.length),
      valuesOf: valuesOfKind,
    };
  }
  const column = ledger.columns[name];
  // An essay whose state is not told is unread, which is a state like any other.
  const told = (value: string): string => (name === 'reading' && value === '' ? ('unread' satisfies ReadState) : value);
  return {
    name,
    codes: column.codes,
    allowed: wanted.length > 0 ? values[name].codesWhere((value) => isWanted.has(told(value))) : null,
    counts: new Uint32Array(column.texts.length),
    valuesOf: name === 'reading' ? (code) => values[name].of(code).map(told) : values[name].of,
  };
}

function valuesOf({ name, counts, valuesOf: read }: FacetPass, chosen: Filters): readonly FacetValue[] {
  const isChosen = new Set(chosen[name] ?? []);
  const totals = new Map<string, number>((chosen[name] ?? []).map((value) => [value, 0]));
  for (const [code, found] of counts.entries()) {
    if (found === 0) continue;
    for (const value of read(code)) if (value !== '') totals.set(value, (totals.get(value) ?? 0) + found);
  }
  const all = [...totals]
    .map(([value, found]) => ({ value, count: found }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return all.filter(({ value }, at) => at < MOST_VALUES || isChosen.has(value));
}
