import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../build.ts';
import { runTool } from './run-tool.ts';

/** What a step of the test run came to. */
export interface Result {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What to show: of a failed step everything it said, of a passed one what it measured. */
  readonly output: string;
}

/** A check that passes or fails as one. */
export async function check(name: string, path: string, ...args: readonly string[]): Promise<Result> {
  const start = performance.now();
  const { ok, output } = await runTool(path, ...args);
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: since(start), output: ok ? '' : output };
}

/** Seconds that have passed since a moment of `performance.now()`. */
export const since = (start: number): number => (performance.now() - start) / 1000;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

async function readReport(file: string): Promise<VitestReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

/** Tests of Vitest projects, counted one by one. A run that ends badly without a failed test counts as one. */
export async function tests(name: string, ...projects: readonly string[]): Promise<Result> {
  const start = performance.now();
  const report = join(root, '.cache', 'test', `${projects.join('-')}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const { ok, output } = await runTool(
    'vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  const { numPassedTests: passed, numFailedTests } = await readReport(report);
  const failed = ok ? 0 : Math.max(1, numFailedTests);
  return { name, passed, failed, seconds: since(start), output: ok ? '' : output };
}
