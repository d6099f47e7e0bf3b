import { readPageNumbers } from '../../listing/page-number.ts';
import type { PaceLimits } from '../../queue-plan/pace.ts';
import type { Catalogue, IndexedAddress } from '../captures/catalogue.ts';
import type { NamedEssay } from '../lists/listed-essays.ts';
import { sorting } from './sorting.ts';

/** What is wanted of what an archive has. What is left out is no bound. */
export interface HarvestChoice {
  /** First and last year of publication, inclusive: as lists or the address tell it, else the year of the first capture. */
  readonly years?: readonly [from: number, to: number];
  /** Column as lists name it. */
  readonly column?: string;
  /** Part of the address, with `*` for anything. */
  readonly pattern?: string;
  /** Take also what only might be an essay: every page that is no list. */
  readonly others?: boolean;
}

/** An address that is to be fetched. */
export interface PlannedAddress {
  readonly key: string;
  readonly address: string;
  /** As lists tell; '' and null where none does. */
  readonly title: string;
  readonly date: string | null;
  readonly column: string;
  readonly year: number;
}

/** What a harvest is to fetch, before it begins. */
export interface HarvestPlan {
  readonly essays: readonly PlannedAddress[];
  readonly lists: readonly IndexedAddress[];
  /** Essays that are kept already, and left out. */
  readonly kept: number;
  /** Requests if every first capture is good. */
  readonly requests: number;
  /** Milliseconds for them at the archive's pace. */
  readonly milliseconds: number;
}

type PlanArguments = readonly [
  catalogue: Pick<Catalogue, 'addresses' | 'get'>,
  listed: { readonly get: (key: string) => NamedEssay | null },
  choice: HarvestChoice,
  pace: Pick<PaceLimits, 'gap'>,
  isKept?: (key: string) => boolean,
];

/** Plans a harvest. `listed` is what lists have told so far; `isKept` tells what need not be fetched, by its folded address. */
export function planHarvest(...given: PlanArguments): HarvestPlan {
  const steps = planning(...given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps between two rests of `planAtEase`: some milliseconds of work. */
const STEPS = 500;

/** Plans as `planHarvest` does, and calls `rest` again and again, so that a page stays quick; null when `signal` says so. */
export async function planAtEase(
  rest: () => Promise<void>,
  signal: AbortSignal,
  ...given: PlanArguments
): Promise<HarvestPlan | null> {
  const steps = planning(...given);
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % STEPS === 0) await rest();
    if (signal.aborted) return null;
  }
}

/** Plans, an address a step; then puts the essays in order, year after year. */
function* planning(...[catalogue, listed, choice, pace, isKept]: PlanArguments): Generator<void, HarvestPlan> {
  const byYear = new Map<number, PlannedAddress[]>();
  const lists: IndexedAddress[] = [];
  const fits = fitting(choice);
  const met = new Set<string>();
  let kept = 0;
  for (const one of catalogue.addresses()) {
    yield;
    if (one.count === 0) continue;
    if (one.kind === 'list') lists.push(one);
    const told = listed.get(one.key);
    if (!isWanted(one, told, choice) || (one.page > 1 && !standsForAll(one.key, catalogue, met))) continue;
    const planned = plannedOf(one, told);
    if (!fits(planned)) continue;
    if (isKept?.(one.key)) kept += 1;
    else if (!byYear.get(planned.year)?.push(planned)) byYear.set(planned.year, [planned]);
  }
  const essays: PlannedAddress[] = [];
  for (const [, ofYear] of [...byYear].sort(([one], [other]) => one - other)) {
    for (const one of yield* sorting(ofYear, byKey)) essays.push(one);
  }
  const requests = essays.length + lists.length;
  return { essays, lists, kept, requests, milliseconds: timeToAsk(requests, pace) };
}

/**
 * A later page of an essay comes with its first; where nobody captured that, one of the others stands for the essay. `met` are essays
 * that another page stands for already.
 */
function standsForAll(key: string, catalogue: Pick<Catalogue, 'get'>, met: Set<string>): boolean {
  const essay = readPageNumbers(key)
    .find(({ written }) => written)
    ?.essay.replace(/\?$/, '');
  if (essay === undefined || met.has(essay)) return false;
  met.add(essay);
  return (catalogue.get(`http://${essay}`)?.count ?? 0) === 0;
}

/** What a list says goes before what the address looks like. */
function isWanted(one: IndexedAddress, told: NamedEssay | null, { others = false }: HarvestChoice): boolean {
  if (told !== null) return told.isEssay && one.by !== 'type';
  return one.kind === 'essay' || (others && one.kind === 'other' && one.by !== 'type');
}

function plannedOf(one: IndexedAddress, told: NamedEssay | null): PlannedAddress {
  const year = Number(told?.date?.slice(0, 4) ?? one.year ?? one.first.slice(0, 4));
  return {
    key: one.key,
    address: one.address,
    title: told?.title ?? '',
    date: told?.date ?? null,
    column: told?.column ?? '',
    year,
  };
}

function fitting({ years, column, pattern }: HarvestChoice): (planned: PlannedAddress) => boolean {
  const parts = pattern?.toLowerCase().split('*') ?? [];
  const shape = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
  return (planned) => {
    if (years !== undefined && (planned.year < years[0] || planned.year > years[1])) return false;
    if (column !== undefined && planned.column !== column) return false;
    return pattern === undefined || shape.test(planned.address.toLowerCase()) || shape.test(planned.key);
  };
}

const byKey = (one: PlannedAddress, other: PlannedAddress): number => (one.key < other.key ? -1 : 1);

/** Milliseconds that a number of requests takes at an archive's pace. */
export const timeToAsk = (requests: number, { gap }: Pick<PaceLimits, 'gap'>): number => requests * gap;
