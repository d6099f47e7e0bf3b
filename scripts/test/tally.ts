import type { Result } from './steps.ts';
import { whereTimeWent } from './where-time-went.ts';

/** The results of a run's steps. */
export interface Tally {
  /** Prints a result as it comes in, and counts it. */
  readonly tell: (result: Result) => void;
  /** Prints which steps failed, where the minutes went and how many tests passed; the program ends with status 1 where one failed. */
  readonly close: () => void;
}

/** A tally of no results yet. */
export function openTally(): Tally {
  const results: Result[] = [];
  const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
  return {
    tell: (result) => {
      results.push(result);
      const { name, passed, failed, seconds, output } = result;
      const counts = failed > 0 ? `${failed} FAILED, ${passed} passed` : `${passed} passed`;
      console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds.toFixed(1)} s)`);
      if (output) console.log(output.trimEnd());
    },
    close: () => {
      const bad = results.filter(({ failed }) => failed > 0);
      if (bad.length > 0) {
        console.log(`\nFailed: ${bad.map(({ name }) => name).join(', ')}`);
        process.exitCode = 1;
      }
      console.log(whereTimeWent(results));
      console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    },
  };
}
