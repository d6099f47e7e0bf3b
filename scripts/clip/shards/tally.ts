import type { ClippedJob } from '../clip-all.ts';

/** What became of the pages of a run. */
export interface Tally {
  records: number;
  essays: number;
  failed: number;
  /** Inputs that could not be read at all. */
  unreadable: number;
  readonly errors: Map<string, number>;
}

/** Of no page yet. */
export const newTally = (): Tally => ({ records: 0, essays: 0, failed: 0, unreadable: 0, errors: new Map() });

/** The kind of an error: its words without the name, number or address that they are about. */
const kindOf = (problem: string): string =>
  problem
    .split(/[:,(]/)[0]
    ?.replace(/\d+(?:\.\d+)?/g, 'n')
    .trim() ?? problem;

/** Counts what came of a page. */
export function count(tally: Tally, { job, clipped }: ClippedJob): void {
  tally.records += 1;
  if (clipped.ok) {
    if (clipped.value.essay !== null) tally.essays += 1;
    return;
  }
  tally.failed += 1;
  if (job.isInput) tally.unreadable += 1;
  const kind = kindOf(clipped.problem.detail ?? clipped.problem.code);
  tally.errors.set(kind, (tally.errors.get(kind) ?? 0) + 1);
}

/**
 * The exit status: 1 when an input could not be read at all, 3 when a page failed and every one was wanted, 0 else: which pages failed
 * is in their lines.
 */
export function statusOf({ unreadable, failed }: Tally, strict: boolean): 0 | 1 | 3 {
  if (unreadable > 0) return 1;
  return strict && failed > 0 ? 3 : 0;
}
