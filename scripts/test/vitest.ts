import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../build.ts';
import { type Running, runTool } from './run-tool.ts';

/** What Vitest's JSON reporter tells of a run; times are milliseconds since 1970. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    /** The file's whole path. */
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

/** A run of Vitest: whether all passed, what it printed, and what it reported. */
export interface VitestRun {
  readonly ok: boolean;
  readonly output: string;
  readonly report: VitestReport;
}

/** Which files of the projects run, and how. */
export interface VitestOptions extends Running {
  /** Files that run side by side; as many as Vitest thinks right where it is left out. */
  readonly sideBySide?: number;
  /** True where one process takes file after file with what it has loaded, for projects that do not say so themselves. */
  readonly loadedOnce?: boolean;
  /** Paths of the test files; all where it is left out. */
  readonly files?: readonly string[];
  /** Paths of test files that do not run. */
  readonly without?: readonly string[];
}

async function readReport(file: string): Promise<VitestReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

/** Runs the tests of Vitest projects; `name` tells its report from those of runs beside it. A run that ends before it reports has an empty report. */
export async function runVitest(
  name: string,
  projects: readonly string[],
  { sideBySide, loadedOnce = false, files = [], without = [], ...running }: VitestOptions,
): Promise<VitestRun> {
  const report = join(root, '.cache', 'test', `${name.replaceAll(/\W+/g, '-')}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const { ok, output } = await runTool(
    'vitest/vitest.mjs',
    [
      'run',
      ...files,
      ...projects.flatMap((project) => ['--project', project]),
      ...without.flatMap((file) => ['--exclude', file]),
      ...(sideBySide === undefined ? [] : ['--fileParallelism', `--maxWorkers=${sideBySide}`]),
      ...(loadedOnce ? ['--isolate=false'] : []),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    running,
  );
  return { ok, output, report: await readReport(report) };
}
