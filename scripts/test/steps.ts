import { relative } from 'node:path';
import { root } from '../build.ts';
import { type Running, runTool } from './run-tool.ts';
import { runVitest, type VitestRun } from './vitest.ts';

/** What a step of the test run came to. */
export interface Result {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** Seconds after the start of the run at which it began. */
  readonly began: number;
  /** Of tests, the files that took longest. */
  readonly slowest?: readonly TestFile[];
  /** What to show: of a failed step everything it said, of a passed one what it measured. */
  readonly output: string;
}

/** A check that passes or fails as one: a program of a package with its arguments. */
export async function check(
  name: string,
  [path, ...args]: readonly [path: string, ...args: string[]],
  running: Running = {},
): Promise<Result> {
  const [start, began] = [performance.now(), sinceStart()];
  const { ok, output } = await runTool(path, args, running);
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, began, seconds: since(start), output: ok ? '' : output };
}

/** Seconds that have passed since a moment of `performance.now()`. */
export const since = (start: number): number => (performance.now() - start) / 1000;

/** Seconds that this program has been running. */
export const sinceStart = (): number => since(0);

/** A test file and the seconds that its tests took. */
export interface TestFile {
  readonly path: string;
  readonly seconds: number;
}

/** Test files that are named as where the time went. */
const mostNamed = 8;

const slowestOf = ({ report: { testResults } }: VitestRun): TestFile[] =>
  testResults
    .map(({ name, startTime, endTime }) => ({ path: relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, mostNamed);

/** Which tests a step runs. */
export interface Tests extends Running {
  readonly projects: readonly string[];
  /** Files that run side by side; as many as Vitest thinks right where it is left out. */
  readonly sideBySide?: number;
  /** True where one process takes file after file with what it has loaded. */
  readonly loadedOnce?: boolean;
  /** Paths of the test files that run; all of the projects' where it is left out. */
  readonly files?: readonly string[];
  /** Paths of those that do not. */
  readonly without?: readonly string[];
}

/** More failed files than these are no chance: they are not tried again. */
const mostTriedAgain = 3;

/**
 * Tests of Vitest projects, counted one by one. A run that ends badly without a failed test counts as one. Where a few files
 * failed, they are run once more, alone: a busy machine can make a browser late. What passes then is passed, and is named with what
 * it said the first time: such a test, or what it tests, depends on chance and is to be mended.
 */
export async function tests(name: string, { projects, sideBySide, ...how }: Tests): Promise<Result> {
  const [start, began] = [performance.now(), sinceStart()];
  const first = await runVitest(name, projects, { ...how, ...(sideBySide !== undefined && { sideBySide }) });
  const files = first.report.testResults.filter(({ status }) => status === 'failed').map(({ name: path }) => path);
  const again = files.length > 0 && files.length <= mostTriedAgain;
  const last = again ? await runVitest(name, projects, { ...how, sideBySide: 1, files }) : first;
  const chance = last.ok && !first.ok ? files.map((file) => `Passed only when run again: ${relative(root, file)}`) : [];
  return {
    name,
    passed: first.report.numPassedTests + (last.ok ? first.report.numFailedTests : 0),
    failed: last.ok ? 0 : Math.max(1, last.report.numFailedTests),
    began,
    seconds: since(start),
    slowest: slowestOf(first),
    output: [...(first.ok ? [] : [first.output]), ...(last.ok || !again ? [] : [last.output]), ...chance].join('\n'),
  };
}
