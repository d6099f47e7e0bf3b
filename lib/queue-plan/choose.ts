import { type Item, type Job, settled } from './job.ts';
import type { YearRule } from './years.ts';

/** Where the essays of a queue go, by the reader's wish: a collection by its id, '' for none, and tags by their names. */
export interface QueueTarget {
  readonly shelf: string;
  readonly tags: readonly string[];
}

/** What a reader wishes of a queue beside its essays. */
export interface QueueWishes {
  /** Where its essays go. */
  readonly into: QueueTarget;
  /** Whether the reader wants to be told of its end. */
  readonly notify: boolean;
}

/** The wishes as a queue's row has them. */
export interface StoredWishes {
  /** As the settings have it, where it is left out. */
  readonly into?: QueueTarget;
  /** Whether the reader wants to be told of its end, was told, and has seen it; left out where it is not to be told. */
  readonly notice?: 'wanted' | 'told' | 'seen';
}

/** A reader's choice among what a queue has found. */
export interface Choice extends QueueWishes {
  /** Numbers of the essays that are not wanted, of those that the reader saw. */
  readonly unchosen: readonly number[];
  /** What is wanted of lists that are still to be read; null for all. */
  readonly years: YearRule | null;
}

/**
 * Takes in the reader's choice, at the first time or later: what is not wanted is passed by, what is wanted again waits. What was
 * fetched meanwhile stays as it is. A queue that waited for the choice runs, and one that was paused stays so.
 */
export function chooseItems(job: Job, { unchosen, years }: Pick<Choice, 'unchosen' | 'years'>): Job {
  const out = new Set(unchosen);
  const items = job.items.map((item): Item => {
    if (item.kind !== 'essay' || !(item.state === 'waiting' || item.state === 'unchosen')) return item;
    const state = out.has(item.number) ? 'unchosen' : 'waiting';
    return state === item.state ? item : { ...item, state, reason: '' };
  });
  const { choosing, years: _before, ...rest } = job;
  const again = choosing || (job.state === 'done' && items.some(({ state }) => state === 'waiting'));
  return settled({
    ...rest,
    items,
    state: again && job.state !== 'stopped' ? 'running' : job.state,
    ...(years !== null && { years }),
  });
}
