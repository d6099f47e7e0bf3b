import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { kinds, type TextColumn } from '../../collection/ledger/slot.ts';
import { type FacetName, type FacetValue, type Filters, facetNames, type Summary } from '../contract.ts';
import type { ColumnValues } from './column-values.ts';

/** Values of one facet that are given at most; chosen ones are among them whatever their count. */
const MOST_VALUES = 300;

/** The values of each column, by name. */
export type AllValues = Readonly<Record<TextColumn, ColumnValues>>;

/** What choosing came to. */
export interface Chosen extends Pick<Summary, 'facets' | 'years'> {
  /** Documents that are hits and have what was chosen, in order of their numbers. */
  readonly docs: Uint32Array;
}

interface FacetPass {
  readonly name: FacetName;
  readonly codes: ArrayLike<number>;
  /** By code: 1 for codes that have a chosen value; null when nothing of the facet is chosen. */
  readonly allowed: Uint8Array | null;
  readonly counts: Uint32Array;
  readonly valuesOf: (code: number) => readonly string[];
}

/** Keeps the hits that have what was chosen, and counts each facet over the hits that all other facets let through. */
export function choose(ledger: Ledger, values: AllValues, hits: Uint8Array, chosen: Filters): Chosen {
  const passes = facetNames.map((name) => passOf(name, ledger, values, chosen));
  const limited = passes.filter(({ allowed }) => allowed !== null);
  const [firstYear, lastYear] = chosen.years ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const byYear = new Uint32Array(10_000);
  const docs = new Uint32Array(hits.length);
  let total = 0;
  for (let doc = 0; doc < hits.length; doc += 1) {
    if (hits[doc] !== 1) continue;
    const year = Math.floor((ledger.published[doc] ?? 0) / 10_000);
    const yearFits = year >= firstYear && year <= lastYear;
    let failed: FacetPass | null = null;
    let failures = yearFits ? 0 : 1;
    for (const pass of limited) {
      if (pass.allowed?.[pass.codes[doc] ?? 0] === 1) continue;
      failures += 1;
      failed = pass;
    }
    if (failures === 0) {
      docs[total] = doc;
      total += 1;
      for (const { counts, codes } of passes) count(counts, codes[doc] ?? 0);
      count(byYear, year);
    } else if (failures === 1) {
      // One facet alone stands against it, so it counts among that facet's other values.
      if (failed !== null) count(failed.counts, failed.codes[doc] ?? 0);
      else count(byYear, year);
    }
  }
  return {
    docs: docs.slice(0, total),
    facets: Object.fromEntries(passes.map((pass) => [pass.name, valuesOf(pass, chosen)])) as Chosen['facets'],
    years: [...byYear.entries()].flatMap(([year, found]) => (year > 0 && found > 0 ? [{ year, count: found }] : [])),
  };
}

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
  return {
    name,
    codes: column.codes,
    allowed: wanted.length > 0 ? values[name].codesWhere((value) => isWanted.has(value)) : null,
    counts: new Uint32Array(column.texts.length),
    valuesOf: values[name].of,
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
