import { validNewJob } from '../../../lib/messages/valid-queue.ts';
import type { Queue } from '../../../lib/queue/run-queue.ts';
import { forgetJobAhead, readJobsAhead } from '../../../lib/settings/jobs-ahead.ts';

/** Milliseconds that a queue is left to the message that its page sends of it. */
const UNDER_WAY = 10_000;

/**
 * Starts the queues that were written down and whose message never came, or came to a background that was stopped. To be called at each start of the
 * background: the browser starts it for what is written down.
 */
export async function startLate(queue: Pick<Queue, 'start'>): Promise<void> {
  const ahead = await readJobsAhead();
  const late = ahead.filter(({ age }) => age >= UNDER_WAY);
  for (const { id, job } of late) {
    const wanted = validNewJob(job);
    const outcome = wanted === null || wanted.id !== id ? null : await queue.start(wanted);
    // What the store does not take now is tried again.
    if (outcome === null || outcome.ok) await forgetJobAhead(id);
  }
  const next = Math.max(...ahead.filter(({ age }) => age < UNDER_WAY).map(({ age }) => age));
  if (next >= 0) setTimeout(() => void startLate(queue).catch(() => undefined), UNDER_WAY - next);
}
