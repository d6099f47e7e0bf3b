import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { openSparedFolder } from '../../../lib/collection/files/spared-folder.ts';
import { dropEmptySpares } from '../../../lib/collection/files/spares.ts';
import { hasRoomFor, readRoom } from '../../../lib/collection/guard/room.ts';
import { openJournal } from '../../../lib/collection/journal/journal.ts';
import { JOURNAL_ALARM } from '../../../lib/settings/asked-ahead.ts';
import { askedStore, browserRun, whenMessageIsLate } from '../../../lib/settings/asked-store.ts';
import { openLastingAsked } from '../../../lib/settings/lasting-asked.ts';
import { browserSpares } from '../../../lib/settings/spare-bucket.ts';
import type { Copier } from '../copy/index.ts';
import { fetchWanted } from './keep-images.ts';
import { createKeeper, type Keeper } from './keeper.ts';

/** Minutes until a stopped worker is woken to take up a keep: the least that Chrome allows. */
const SOON = 0.5;
/** Minutes until what could not be done is tried again. */
const LATER = 5;

/**
 * The keeper of this browser. Takes up at once what an earlier worker left, and is woken for what this one may leave; to be
 * called while the worker starts, since it adds a listener.
 */
export function startKeeper(
  collection: Collection,
  { copied, everCopied }: Copier,
  ask: typeof fetch,
  kept: (essayId: string) => Promise<void>,
): Keeper {
  const run = browserRun();
  const spares = browserSpares();
  const journal = openJournal(
    openSparedFolder(['journal'], spares, collection.guard.room),
    askedStore(openLastingAsked()),
  );
  const wakeIn = (minutes: number): void => void browser.alarms.create(JOURNAL_ALARM, { delayInMinutes: minutes });
  const keeper = createKeeper({
    collection,
    journal,
    run: () => run,
    wakeLater: () => wakeIn(SOON),
    copied,
    everCopied,
    isDiskTight: async () => {
      const room = await readRoom();
      return room !== null && !hasRoomFor(room, 0);
    },
    ask,
    kept,
  });
  const takeUp = async (): Promise<void> => {
    const left = await keeper.takeUp();
    // What is under way is looked after by an alarm that rings soon: one that rings later would take its place.
    if (left !== 'nothing') wakeIn(left === 'under way' ? SOON : LATER);
    if (spares !== null) await dropEmptySpares(spares).catch(() => undefined);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === JOURNAL_ALARM) void takeUp();
  });
  whenMessageIsLate(() => void takeUp());
  void takeUp();
  void fetchWanted(collection, ask);
  // A database that another window held is taken up as soon as it opens.
  void collection.open().then(
    () => void takeUp(),
    () => undefined,
  );
  return keeper;
}
