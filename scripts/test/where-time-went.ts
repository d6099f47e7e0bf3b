import { type Result, sinceStart } from './steps.ts';

/** `4:05`, of seconds. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Shorter steps are not named, in seconds. */
const shortest = 1;

/**
 * Where the minutes of a run went, from its first step (set-up aside) to `ended`, in seconds: each step with its beginning and its
 * length, and the test files that took longest.
 */
export function whereTimeWent(results: readonly Result[], ended = sinceStart()): string {
  const first = Math.min(ended, ...results.map(({ began }) => began));
  const steps = results
    .filter(({ seconds }) => seconds >= shortest)
    .toSorted((one, other) => one.began - other.began)
    .flatMap(({ name, began, seconds, slowest = [] }) => [
      `  ${clock(began - first)}  ${clock(seconds)}  ${name}`,
      ...slowest
        .filter((file) => file.seconds >= shortest)
        .map((file) => `                ${file.seconds.toFixed(0).padStart(4)} s  ${file.path}`),
    ]);
  return ['', `Where the time went (${clock(ended - first)} in all; began, took):`, ...steps, ''].join('\n');
}
