import { i18n } from '#i18n';
import type { QueueWishes } from '../../../lib/queue-plan/choose.ts';
import type { Wanted } from '../../../lib/queue-plan/job.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { originsOf } from '../../../lib/queue-plan/wanted.ts';
import { problemSentence } from '../../../lib/ui/words.ts';
import type { QueueActions } from './queue-actions.ts';

/**
 * Starts a queue of these pages and asks for their hosts, in the press that calls it. Gives what went wrong in words, ''
 * when it is there; it rests there when the reader granted nothing.
 */
export async function startQueue(
  actions: QueueActions,
  kind: NewJob['kind'],
  wanted: readonly Wanted[],
  wishes: QueueWishes | Promise<QueueWishes>,
): Promise<string> {
  const origins = originsOf(wanted.map(({ address }) => address));
  const start = (known: QueueWishes) =>
    actions.start({ kind, title: '', address: '', wanted, origins, rows: '', wishes: known });
  const started = wishes instanceof Promise ? wishes.then(start) : start(wishes);
  // Asked for before anything is awaited: browsers grant only within the press, and nothing is asked that was granted.
  // The answer is not waited for: the queue shows what it lacks, and a grant lets it run.
  actions.grant(origins).catch(() => false);
  const outcome = await started.catch(() => null);
  if (outcome === null) return i18n.t('queue.actionFailed');
  return outcome.ok ? '' : problemSentence(outcome.problem.code);
}
