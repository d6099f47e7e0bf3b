import { afterAll, vi } from 'vitest';

/*
 * Runs beside each test file of those that share a process: a clock or a function that a file put in another's place would stand there for the
 * files after it, whichever they are. A clock of another file's once made a backup one of the future.
 */
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
