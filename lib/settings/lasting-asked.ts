import { browser } from 'wxt/browser';
import type { Asked } from '../collection/journal/journal.ts';
import { type LastingAsked, openAskedRows } from './asked-rows.ts';

/** What the keys of keeps begin with that were asked for. */
export const ASKED = 'asked:';

/** What was asked for, as a store of the browser's holds it among other things. */
export const askedIn = (stored: Record<string, unknown>): readonly object[] =>
  Object.entries(stored).flatMap(([key, value]) => (key.startsWith(ASKED) && isObject(value) ? [value] : []));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * The store of this browser: in Chrome that of the settings, which takes a value within a millisecond, where a file takes 10 to 60. Firefox
 * lets content scripts write the settings: there it is a small database, whose rows take about as long.
 */
export const openLastingAsked = (): LastingAsked =>
  import.meta.env.FIREFOX
    ? openAskedRows()
    : {
        put: putInSettings,
        remove: (id) => browser.storage.local.remove(ASKED + id),
        all: async () => askedIn(await browser.storage.local.get(null)),
      };

/** The way into it alone, for a page that is to be small. */
export const openAskedWriter = (): LastingAsked['put'] =>
  import.meta.env.FIREFOX ? openAskedRows().put : putInSettings;

const putInSettings = (value: Asked): Promise<void> => browser.storage.local.set({ [ASKED + value.id]: value });
