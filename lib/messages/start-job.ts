import type { Outcome } from '../essay/outcome.ts';
import type { NewJob } from '../queue-plan/new-job.ts';
import { writeJobAhead } from '../settings/jobs-ahead.ts';
import { askSurely } from './ask-surely.ts';
import { type StartProblem, sendMessage } from './protocol.ts';

/**
 * Has the background start a queue, from a page of the extension. It is written down in the same task, and asked for again where the background was
 * stopped before it answered; by its id it is started once.
 */
export function startJob(job: NewJob): Promise<Outcome<{ readonly id: string }, StartProblem>> {
  const asked = { ...job, id: crypto.randomUUID() };
  writeJobAhead(asked).catch(() => undefined);
  return askSurely(() => sendMessage('startJob', asked));
}
