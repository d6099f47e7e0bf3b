import { afterAll, vi } from 'vitest';

/*
 * Runs beside each test file of those that put something in the place of a module or of a global: the files after it in the same process load
 * all modules anew, and find the globals as they were.
 */
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});
