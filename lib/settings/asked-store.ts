import { browser } from 'wxt/browser';
import type { QuickStore } from '../collection/journal/journal.ts';
import { RUN } from './asked-ahead.ts';
import type { LastingAsked } from './asked-rows.ts';
import { ASKED, askedIn } from './lasting-asked.ts';

/*
 * Where a keep is first written down: two stores of the browser that take a value by one call. The session's outlives the background, the lasting
 * one the browser too: a browser that is killed some milliseconds after the call knows of it at its next start.
 */

/** The run of what the session's store does not know any more: one before this. */
const EARLIER = 'earlier';
/** Milliseconds that a keep is left to the message that a page of the extension sends of it. */
const UNDER_WAY = 10_000;

/**
 * The name of this run of the browser: a tab's number means the same tab only within one. Where the session's store takes nothing the name is
 * known to this background alone, so that the next one takes no other tab for the one that was meant.
 */
export function browserRun(): Promise<string> {
  return navigator.locks.request(RUN, async () => {
    const run: string = crypto.randomUUID();
    try {
      const { [RUN]: known } = await browser.storage.session.get(RUN);
      if (typeof known === 'string') return known;
      await browser.storage.session.set({ [RUN]: run });
    } catch {
      return run;
    }
    return run;
  });
}

/** Where the journal is first written. Content scripts cannot reach it. */
export const askedStore = (lasting: LastingAsked): QuickStore => ({
  put: async (id, value) => {
    // Both are called before either is waited for.
    const stored = [browser.storage.session.set({ [ASKED + id]: value }), lasting.put(value)];
    await Promise.any(stored);
    await Promise.allSettled(stored);
  },
  remove: async (id) => {
    // What outlives the session goes first: what is in the session alone is known to be of this run.
    await lasting.remove(id);
    await browser.storage.session.remove(ASKED + id);
  },
  all: async () => {
    const [lasts, session, run] = await Promise.all([
      lasting.all().catch(() => []),
      browser.storage.session.get(null),
      browserRun(),
    ]);
    const now = Date.now();
    return [
      ...askedIn(session),
      ...lasts.flatMap((value) => {
        if (`${ASKED}${Reflect.get(value, 'id')}` in session) return [];
        if (Reflect.get(value, 'run') === '') return [{ ...value, run: EARLIER }];
        return isUnderWay(value, run, now) ? [] : [value];
      }),
    ];
  },
});

/**
 * Calls back when the message of what a page wrote down has had its time: the popup may have closed in the moment of the press, and a message to
 * a background that was not running is dropped then. Chrome tells of each change of the settings' store; in Firefox an alarm that the page has
 * set rings a little later.
 */
export function whenMessageIsLate(tell: () => void): void {
  if (import.meta.env.FIREFOX) return;
  browser.storage.onChanged.addListener((changes, area) => {
    const isAsked =
      area === 'local' && Object.keys(changes).some((key) => key.startsWith(ASKED) && changes[key]?.newValue);
    if (isAsked) setTimeout(tell, UNDER_WAY);
  });
}

/** True of what a page has written down just now: its message is on its way to the background. */
const isUnderWay = (value: object, run: string, now: number): boolean =>
  Reflect.get(value, 'run') === run && Math.abs(now - Date.parse(String(Reflect.get(value, 'askedAt')))) < UNDER_WAY;
