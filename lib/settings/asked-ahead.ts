import { browser } from 'wxt/browser';
import type { Asked } from '../collection/journal/journal.ts';
import type { LastingAsked } from './asked-rows.ts';

/** Where the session's store has the name of this run of the browser. */
export const RUN = 'run';
/** The alarm at which the background takes up what is written down. */
export const JOURNAL_ALARM = 'journal';
/** Minutes until it rings for what a page wrote: more than its message is given to come. */
const MESSAGE_IS_LATE = 0.25;

/** The name of this run of the browser; undefined as long as the background has not started in it. */
export const runSoFar = async (): Promise<unknown> => (await browser.storage.session.get(RUN))[RUN];

/**
 * Writes down what a page of the extension asks of the background, which may have to be started first, and whose answer the page may not live
 * to see: a popup is gone with the next click beside it. It is called before anything is waited for, and the message right after it. A browser
 * that is killed meanwhile tells of it at its next start; where the message never comes, the background takes up what is written. `run` is what
 * `runSoFar` gave: of what nobody could say of which run it is, nothing is written.
 */
export async function writeAskedAhead(
  put: LastingAsked['put'],
  asked: Omit<Asked, 'run' | 'tries'>,
  run: unknown,
): Promise<void> {
  if (typeof run !== 'string') return;
  const written = put({ ...asked, run, tries: 0 });
  // Chrome wakes its background for each change of the settings' store; nothing tells Firefox's of a row.
  if (import.meta.env.FIREFOX) await browser.alarms.create(JOURNAL_ALARM, { delayInMinutes: MESSAGE_IS_LATE });
  await written;
}
