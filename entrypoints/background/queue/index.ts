import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { ArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import { createQueue, type Queue } from '../../../lib/queue/run-queue.ts';
import { isFetchable, patternOf } from '../../../lib/queue-plan/wanted.ts';
import { whenJobIsAhead } from '../../../lib/settings/jobs-ahead.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { filing } from '../keep/file.ts';
import { fetchGranted } from '../keep/keep-images.ts';
import { createAlarm } from './alarm.ts';
import { createPageReader } from './page-reader.ts';
import { listenOnce, showEnds } from './show-ends.ts';
import { startLate } from './start-late.ts';

/**
 * The queue of this browser. Goes on with what ran when the worker was stopped; to be called while it starts, since it adds
 * listeners. `mended` resolves when nothing is being put back from the second copy.
 */
export function runQueue(
  collection: Collection,
  archives: ArchiveGate,
  mended: () => Promise<void>,
  kept: (essayId: string) => Promise<void>,
): Queue {
  const reader = createPageReader();
  const keepTime = createAlarm('queue', () => queue.wake());
  const queue = createQueue({
    collection,
    reader,
    mayAsk,
    online,
    fetchPage: (address) => fetchPage(address, { fetch: archives.fetch, now, online, mayAsk }),
    standing: archives.standing,
    kept: filing(collection, kept),
    now,
    chance: Math.random,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    imageFetcher: async () =>
      (await readSettings()).keepImages ? (address) => fetchGranted(address, archives.fetch) : null,
    ended: showEnds,
    pace: async () => (await readSettings()).queuePace,
    arrange: (next) => {
      keepTime(next);
      if (!next.busy && next.time - now() > unused) void reader.close();
    },
  });
  browser.runtime.onStartup.addListener(() => void queue.wake());
  browser.permissions.onAdded.addListener(() => void queue.granted());
  addEventListener('online', () => void queue.wake());
  listenOnce();
  // Jobs that the second copy brings back after the browser has lost the library go on.
  collection.on('ready', () => void mended().then(queue.libraryMended), true);
  void queue.wake();
  const late = (): void => void startLate(queue).catch(() => undefined);
  whenJobIsAhead(late);
  late();
  return queue;
}

/** Milliseconds that the reader may stay open without being used. */
const unused = 60_000;

const now = (): number => Date.now();
const online = (): boolean => navigator.onLine;

/** Whether the reader has granted the host of an address. */
const mayAsk = async (address: string): Promise<boolean> =>
  isFetchable(address) && (await browser.permissions.contains({ origins: [patternOf(address)] }));
