import type { Publication } from '../collection/publishing/publication.ts';
import { momentOfLater, waitsForReader } from './next-sync.ts';

/** Milliseconds after which it is tried again by itself: a while, since colleagues wait for no minute. */
const AGAIN = 900_000;

/**
 * When publishing is to be gone on with though nothing was changed: milliseconds since 1970, endless where all is published or its publisher
 * has to do something first. For a permission it is looked again: one that is given for syncing counts for both.
 */
export function nextPublishing(
  { triedAt, problem, running, waits }: Pick<Publication, 'triedAt' | 'problem' | 'running' | 'waits'>,
  now: number,
): number {
  if (running === true) return now;
  const again = Math.min(triedAt, now) + AGAIN;
  if (problem === null) return waits === true ? again : Number.POSITIVE_INFINITY;
  if (problem.code === 'taken') return Number.POSITIVE_INFINITY;
  if (problem.code !== 'not-allowed' && waitsForReader({ problem })) return Number.POSITIVE_INFINITY;
  return momentOfLater({ problem, triedAt }, now) ?? again;
}
