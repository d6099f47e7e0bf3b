import { browser } from 'wxt/browser';
import type { QuickStore } from '../../../lib/collection/journal/journal.ts';

/* The browser's store for a session: one call puts a value there, content scripts cannot reach it, and it ends with the browser. */

const RUN = 'run';
const ASKED = 'asked:';

/** The name of this run of the browser: a tab's number means the same tab only within one. */
export function browserRun(): Promise<string> {
  return navigator.locks.request(RUN, async () => {
    const { [RUN]: known } = await browser.storage.session.get(RUN);
    if (typeof known === 'string') return known;
    const run = crypto.randomUUID();
    await browser.storage.session.set({ [RUN]: run });
    return run;
  });
}

/** Where the journal is first written: the browser itself holds it as soon as the call was sent. */
export const sessionStore: QuickStore = {
  put: (id, value) => browser.storage.session.set({ [`${ASKED}${id}`]: value }),
  remove: (id) => browser.storage.session.remove(`${ASKED}${id}`),
  all: async () => {
    const everything = await browser.storage.session.get(null);
    return Object.entries(everything).flatMap(([key, value]) => (key.startsWith(ASKED) ? [value] : []));
  },
};
