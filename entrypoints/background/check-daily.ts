import { browser } from 'wxt/browser';
import type { Collection } from '../../lib/collection/collection.ts';
import { readIntegrity } from '../../lib/collection/integrity/integrity-state.ts';
import { checkCollection, withCheckLock } from '../../lib/collection/integrity/run-check.ts';
import { countKeys } from '../../lib/collection/loss/count-keys.ts';
import type { Rests, Writes } from '../../lib/collection/telling/give-way.ts';
import { browserCopies } from '../../lib/settings/browser-copies.ts';
import { awake } from './awake.ts';

const ALARM = 'check';
/** Minutes between two looks at whether a day has passed: the machine may sleep over any one of them. */
const EVERY = 180;

const DAY = 86_400_000;

/** Essays looked at in a day, at least; and the share of all of them, so that a month sees each once. */
const AT_LEAST = 100;
const SHARE = 1 / 30;

/**
 * Looks through a part of the collection each day, also where the library is not opened: bytes that change on the disk are found
 * while a backup that has them whole is still there. To be called while the background starts, since it adds listeners.
 */
export function checkDaily(collection: Collection, writes: Writes): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    // What fails is tried again at the next look; a collection that cannot be read says so elsewhere.
    if (name === ALARM) void awake(withCheckLock(() => check(collection, writes.rests()))).catch(() => undefined);
  });
  const arrange = async (): Promise<void> => {
    if ((await browser.alarms.get(ALARM)) === undefined)
      await browser.alarms.create(ALARM, { delayInMinutes: EVERY, periodInMinutes: EVERY });
  };
  browser.runtime.onStartup.addListener(() => void arrange());
  browser.runtime.onInstalled.addListener(() => void arrange());
}

async function check(collection: Collection, rest: Rests): Promise<void> {
  const ago = Date.now() - Date.parse((await readIntegrity(collection)).lookedAt);
  // A look in the future was one by a wrong clock.
  if (ago >= 0 && ago < DAY) return;
  const essays = await countKeys(collection, 'essays', rest);
  let began = performance.now();
  const goOn = async (): Promise<boolean> => {
    await rest(performance.now() - began);
    began = performance.now();
    return true;
  };
  await checkCollection(collection, {
    most: Math.max(AT_LEAST, Math.ceil(essays * SHARE)),
    goOn,
    copies: browserCopies(),
  });
}
