import type { Collection } from '../collection/collection.ts';
import { isUnseenEnd, type JobSummary, listJobs } from '../collection/jobs.ts';
import type { QueueWishes, StoredWishes } from '../queue-plan/choose.ts';
import type { HeldJobs } from './jobs-in-memory.ts';

/** What a job's row has of the reader's wishes: nothing, where none were told. */
export const factsOf = (wishes: QueueWishes | undefined): StoredWishes =>
  wishes === undefined ? {} : { into: wishes.into, ...(wishes.notify && { notice: 'wanted' }) };

/**
 * Tells of the queues that have ended of which the reader wants to know. It is stored afterwards that it was told: a worker that is stopped
 * in between tells once more.
 */
export async function tellEnds(
  collection: Collection,
  jobs: HeldJobs,
  told: (now: readonly JobSummary[], unseen: number) => Promise<void>,
): Promise<void> {
  const listed = await listJobs(collection);
  if (!listed.ok) return;
  const fresh = listed.value.filter(({ row }) => row.state === 'done' && row.notice === 'wanted');
  // A browser that shows nothing is no reason for the queue to stand still.
  await told(fresh, fresh.length + listed.value.filter(isUnseenEnd).length).catch(() => undefined);
  for (const { row } of fresh) {
    const stored = await jobs.get(row.id);
    if (stored !== null) await jobs.step({ ...stored, facts: { ...stored.facts, notice: 'told' } }, true);
  }
}
