import type { Collection } from '../../../lib/collection/collection.ts';
import { type JobSummary, seeEnds } from '../../../lib/collection/jobs.ts';
import type { QueueActions } from './queue-actions.ts';

/** Notes that the ends of queues were looked at, and lets the icon say so. */
export async function seeEnded(
  collection: Collection,
  actions: Pick<QueueActions, 'endsSeen'>,
  ended: readonly JobSummary[],
): Promise<void> {
  const seen = await seeEnds(
    collection,
    ended.map(({ row }) => row.id),
  );
  // Without the background the mark stays on the icon until its next start.
  if (seen.ok) await actions.endsSeen().catch(() => undefined);
}
