import type { Mutant } from './mutant.ts';
import type { Verdict } from './test-folder.ts';

/** Percent of the decided mutants that a test noticed; those that no test reaches count as missed. */
export function scoreOf({ caught, survived, unreached }: Verdict): number {
  const decided = caught.length + survived.length + unreached.length;
  return decided === 0 ? 100 : (100 * caught.length) / decided;
}

const place = ({ file, line, kind, from, to }: Mutant): string => `${file}:${line} ${kind}: ${from} → ${to}`;

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

/** What a run found, to print: those that got away with their places, and the score. */
export function reportOf(folder: string, verdict: Verdict, seconds: number): string {
  const { all, caught, survived, unreached, undecided, failing } = verdict;
  return [
    ...section(
      'Survived',
      survived.map((mutant) => `${place(mutant)} (${mutant.tests} tests reach it)`),
    ),
    ...section('No test reaches', unreached.map(place)),
    ...section('Not decided in time', undecided.map(place)),
    ...section('Fail without a mutant', failing),
    '',
    `${folder}: ${scoreOf(verdict).toFixed(1)} % caught (${caught.length} of ${caught.length + survived.length + unreached.length}, ` +
      `of ${all} mutants in all; ${seconds.toFixed(0)} s)`,
  ].join('\n');
}
