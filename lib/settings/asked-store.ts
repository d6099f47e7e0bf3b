import { browser } from 'wxt/browser';
import type { QuickStore } from '../collection/journal/journal.ts';
import { ASKED, RUN } from './asked-ahead.ts';

/*
 * Where a keep is first written down: stores of the browser that take a value by one call. The session's outlives the background, the one of
 * the settings outlives the browser too: a browser that is killed some milliseconds after the call knows of it at its next start, where a
 * file takes 10 to 60 ms (Chromium 156). Firefox lets content scripts write the settings, so that what is done is not read from there.
 */

/** The run of what the session's store does not know any more: one before this. */
const EARLIER = 'earlier';
/** Milliseconds that a keep is left to the message that a page of the extension sends of it. */
const UNDER_WAY = 60_000;

const isLasting = !import.meta.env.FIREFOX;

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

/** Where the journal is first written. Content scripts cannot reach it. */
export const askedStore: QuickStore = {
  put: async (id, value) => {
    const item = { [`${ASKED}${id}`]: value };
    // Both are called before either is waited for.
    const stored = [browser.storage.session.set(item), ...(isLasting ? [browser.storage.local.set(item)] : [])];
    await Promise.any(stored);
    await Promise.allSettled(stored);
  },
  remove: async (id) => {
    const key = `${ASKED}${id}`;
    // What outlives the session goes first: what is in the session alone is known to be of this run.
    if (isLasting) await browser.storage.local.remove(key);
    await browser.storage.session.remove(key);
  },
  all: async () => {
    const [lasting, session, run] = await Promise.all([
      isLasting ? browser.storage.local.get(null) : {},
      browser.storage.session.get(null),
      browserRun(),
    ]);
    const now = Date.now();
    return [
      ...askedIn(session),
      ...askedIn(lasting).flatMap((value) => {
        if (`${ASKED}${Reflect.get(value, 'id')}` in session) return [];
        if (Reflect.get(value, 'run') === '') return [{ ...value, run: EARLIER }];
        return isUnderWay(value, run, now) ? [] : [value];
      }),
    ];
  },
};

const askedIn = (stored: Record<string, unknown>): readonly object[] =>
  Object.entries(stored).flatMap(([key, value]) =>
    key.startsWith(ASKED) && typeof value === 'object' && value !== null ? [value] : [],
  );

/** True of what a page has written down just now: its message is on its way to the background. */
const isUnderWay = (value: object, run: string, now: number): boolean =>
  Reflect.get(value, 'run') === run && Math.abs(now - Date.parse(String(Reflect.get(value, 'askedAt')))) < UNDER_WAY;
