import { browser } from 'wxt/browser';
import type { Asked } from '../collection/journal/journal.ts';

/** Where the session's store has the name of this run of the browser. */
export const RUN = 'run';
/** What the keys of keeps begin with that were asked for. */
export const ASKED = 'asked:';

/** The name of this run of the browser; undefined as long as the background has not started in it. */
export const runSoFar = async (): Promise<unknown> => (await browser.storage.session.get(RUN))[RUN];

/**
 * Writes down what a page of the extension is about to ask of the background, which may have to be started first: a browser that is killed
 * meanwhile tells of it at its next start. To be waited for before the background is asked, which forgets it when all is done. `run` is
 * read when the page opens, so that nothing but the writing is waited for. Firefox's content scripts could write the same: nothing is written there.
 */
export async function writeAskedAhead(asked: Omit<Asked, 'run' | 'tries'>, run: unknown): Promise<void> {
  if (!import.meta.env.FIREFOX && run !== undefined)
    await browser.storage.local.set({ [ASKED + asked.id]: { ...asked, run, tries: 0 } });
}
