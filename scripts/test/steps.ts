import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root } from '../build.ts';
import { type Running, runTool } from './run-tool.ts';

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

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

async function readReport(file: string): Promise<VitestReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

/** Test files that are named as where the time went. */
const mostNamed = 8;

const slowestOf = ({ testResults }: VitestReport): TestFile[] =>
  testResults
    .map(({ name, startTime, endTime }) => ({ path: relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, mostNamed);

/** Which tests a step runs. */
export interface Tests extends Running {
  readonly projects: readonly string[];
  /** Files that run side by side; as many as Vitest thinks right where it is left out. */
  readonly sideBySide?: number;
}

/** Tests of Vitest projects, counted one by one. A run that ends badly without a failed test counts as one. */
export async function tests(name: string, { projects, sideBySide, ...running }: Tests): Promise<Result> {
  const [start, began] = [performance.now(), sinceStart()];
  const report = join(root, '.cache', 'test', `${projects.join('-')}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const { ok, output } = await runTool(
    'vitest/vitest.mjs',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...(sideBySide === undefined ? [] : ['--fileParallelism', `--maxWorkers=${sideBySide}`]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    running,
  );
  const read = await readReport(report);
  const failed = ok ? 0 : Math.max(1, read.numFailedTests);
  return {
    name,
    passed: read.numPassedTests,
    failed,
    began,
    seconds: since(start),
    slowest: slowestOf(read),
    output: ok ? '' : output,
  };
}
