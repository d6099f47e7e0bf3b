import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Time for one test where the machine has other work as well, in milliseconds. */
const patience = 30_000;

/**
 * Room for what tests make, in megabytes: a process that begins small looks through all that it holds again and again while it grows. What
 * lives shortly has more room too.
 */
const execArgv = ['--max-semi-space-size=64', '--min-semi-space-size=32', '--initial-old-space-size=1024'];

/** Browsers are started by each test file: one file after another, and time enough for a slow machine, also for what is waited for. */
const inBrowser = {
  environment: 'node',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  expect: { poll: { timeout: 15_000 } },
} as const;

const unitFolder = fileURLToPath(new URL('tests/unit', import.meta.url));

/** Paths of the unit tests whose text fits a pattern. */
const unitTests = (pattern: RegExp): string[] =>
  readdirSync(unitFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && pattern.test(readFileSync(`${unitFolder}/${path}`, 'utf8')))
    .map((path) => `tests/unit/${path}`);
const isComponent = (path: string): boolean => path.startsWith('tests/unit/ui/');

/** Tests that measure what the processor does for them: each file has a process of its own. */
const measured = unitTests(/fuzz\/trial/);

/**
 * Tests that put something else in the place of a module or of a global, which no other file may see: they share processes among themselves,
 * which forget all modules after each file. A process for each took 25 seconds of the processor more.
 */
const alone = unitTests(/\bvi\.(?:mock|doMock|stubGlobal|resetModules)\(/);
const replacing = alone.filter((path) => !isComponent(path) && !measured.includes(path));
const replacingComponents = alone.filter(isComponent);

/** What components are tested with: a document, and words by their keys. */
const inDocument = {
  plugins: [svelte()],
  resolve: {
    conditions: ['browser'],
    alias: { '#i18n': fileURLToPath(new URL('tests/support/i18n.ts', import.meta.url)) },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          execArgv,
          testTimeout: patience,
          include: ['tests/unit/**/*.test.ts', 'tests/house.test.ts'],
          exclude: ['tests/unit/ui/**', ...replacing, ...measured],
          // Processes and modules serve one file after another: starting and loading them anew takes half of the time.
          isolate: false,
          setupFiles: ['tests/support/leave-as-found.ts'],
        },
      },
      {
        test: {
          name: 'unit-alone',
          environment: 'node',
          execArgv,
          testTimeout: patience,
          include: replacing,
          isolate: false,
          setupFiles: ['tests/support/leave-as-found.ts', 'tests/support/load-modules-anew.ts'],
        },
      },
      { test: { name: 'unit-measured', environment: 'node', execArgv, testTimeout: patience, include: measured } },
      {
        ...inDocument,
        test: {
          name: 'components',
          environment: 'jsdom',
          execArgv,
          testTimeout: patience,
          include: ['tests/unit/ui/**/*.test.ts'],
          exclude: replacingComponents,
          // A document of its own for each file takes three quarters of the time.
          isolate: false,
          setupFiles: ['tests/support/leave-as-found.ts', 'tests/support/leave-document-empty.ts'],
        },
      },
      {
        ...inDocument,
        test: {
          name: 'components-alone',
          environment: 'jsdom',
          execArgv,
          testTimeout: patience,
          include: replacingComponents,
          isolate: false,
          setupFiles: [
            'tests/support/leave-as-found.ts',
            'tests/support/leave-document-empty.ts',
            'tests/support/load-modules-anew.ts',
          ],
        },
      },
      { test: { ...inBrowser, name: 'chromium', include: ['tests/browser/chromium/*.test.ts'] } },
      { test: { ...inBrowser, name: 'firefox', include: ['tests/browser/firefox/*.test.ts'] } },
      { test: { ...inBrowser, name: 'proofs-chromium', include: ['tests/browser/proofs/chromium/*.test.ts'] } },
      { test: { ...inBrowser, name: 'proofs-firefox', include: ['tests/browser/proofs/firefox/*.test.ts'] } },
    ],
  },
});
