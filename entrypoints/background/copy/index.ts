import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { copyChanges, dropChanges, withCopy } from '../../../lib/collection/copy/copy-changes.ts';
import { forgetCopyState, readCopyState } from '../../../lib/collection/copy/copy-state.ts';
import { beginAnewWhereGone, fillCopy } from '../../../lib/collection/copy/fill-copy.ts';
import { hasEverCopied } from '../../../lib/collection/copy/find-copies.ts';
import { foldCopy } from '../../../lib/collection/copy/fold-copy.ts';
import type { Folder } from '../../../lib/collection/files/folder.ts';
import { openSparedFolder } from '../../../lib/collection/files/spared-folder.ts';
import { isRunningShort } from '../../../lib/collection/guard/room.ts';
import { countRows, isToldLately, readIdentity } from '../../../lib/collection/loss/witness.ts';
import { settleWrites } from '../../../lib/collection/sync/settle-writes.ts';
import { isSyncOn } from '../../../lib/collection/sync/switch.ts';
import type { Writes } from '../../../lib/collection/telling/give-way.ts';
import { type Rest, whenAtRest } from '../../../lib/essay/when-at-rest.ts';
import { tellCopyTrouble } from '../../../lib/settings/copy-trouble.ts';
import { readSettings, watchSettings } from '../../../lib/settings/settings.ts';
import { browserSpares } from '../../../lib/settings/spare-bucket.ts';
import { readWitness, writeWitness } from '../../../lib/settings/witness.ts';
import { awake } from '../awake.ts';
import { mendLoss } from './mend-loss.ts';

const ALARM = 'copy';
/** Minutes until a copy that could not be written is tried again. */
const AGAIN = 5;
/** Milliseconds of rest after which the witness is told and files are folded. */
const REST = 1_500;

/** While one change follows another, as a queue's keeps do, they have the database and the worker to themselves. Milliseconds. */
const AFTER_CHANGES: Rest = { quiet: 250, latest: 1_000 };

/** The second copy of this browser's collection. */
export interface Copier {
  /** Resolves when all that was written until now is copied, or is to have no copy; false when it could not be. Never rejects. */
  readonly copied: () => Promise<boolean>;
  /** True when the copy ever had a capture, also where it was deleted since. Rejects when the files cannot be read. */
  readonly everCopied: (captureId: string) => Promise<boolean>;
  /** Resolves when the collection is whole again, as far as it can be: until then it must not sync. Never rejects. */
  readonly mended: () => Promise<void>;
}

/**
 * Keeps the second copy: looks first whether the collection is the one that was there, and mends it where it is not; then takes
 * in what is not copied yet, and follows every change. The background alone writes it. To be called while the background starts.
 */
export function startCopier(collection: Collection, writes: Writes): Copier {
  const folder = openSparedFolder(['copy'], browserSpares(), collection.guard.room);
  const resting: { timer?: ReturnType<typeof setTimeout>; done: Promise<void> } = { done: Promise.resolve() };
  const mend = (): Promise<void> => mendLoss(collection, folder, writes.rests()).catch(() => undefined);
  /** `fewer`: rows were deleted that the witness may still tell of. */
  const held = { mended: mend(), fewer: false };
  // A store that the browser closed and opened again may be another one.
  const again = (): void => {
    held.mended = held.mended.then(mend);
  };
  collection.on('ready', again, true);

  async function copy(): Promise<boolean> {
    await held.mended;
    const { secondCopy } = await readSettings();
    let whole = true;
    if (secondCopy) {
      const { deleted } = await readCopyState(collection);
      // What the disk does not take now is still marked, and taken in later.
      whole = await copyChanges(collection, folder).then(
        () => true,
        () => false,
      );
      held.fewer ||= (await readCopyState(collection)).deleted > deleted;
    } else {
      // As long as there are marks, the witness may tell of more than there is.
      held.fewer = true;
      await tellWitness();
      await dropChanges(collection);
    }
    await tellTrouble(!whole);
    clearTimeout(resting.timer);
    resting.timer = setTimeout(() => {
      // One after another: folding gives way to what is written meanwhile, and may take longer than the next rest is away.
      resting.done = resting.done.then(() => awake(atRest(secondCopy))).catch(() => undefined);
    }, REST);
    return whole;
  }

  async function atRest(secondCopy: boolean): Promise<void> {
    // What was deleted is told in stamps, which are copied too: else a collection that is made anew of the copy would bring it back to all computers.
    if (secondCopy && (await isSyncOn(collection))) await settleWrites(collection);
    if (secondCopy) await foldCopy(collection, folder, writes.rests());
    await tellWitness();
  }

  async function tellWitness(): Promise<void> {
    const id = await readIdentity(collection);
    if (id === null || (!held.fewer && isToldLately(await readWitness(), id, Date.now()))) return;
    held.fewer = false;
    const counts = await awake(countRows(collection, writes.rests()));
    await writeWitness({ collection: id, counts, seenAt: new Date().toISOString() });
  }

  /** Takes in what was there before, while there is room; or takes the copy away, where the reader wants none. */
  async function follow(): Promise<void> {
    await held.mended;
    if (!(await readSettings()).secondCopy) return removeCopy(collection, folder);
    await beginAnewWhereGone(collection, folder);
    const room = await collection.guard.room();
    if (room === null || !isRunningShort(room)) await fillCopy(collection, folder);
    await copy();
  }

  // Thousands of changes take longer than a browser lets a background go on that nobody asks anything.
  const copied = (): Promise<boolean> => awake(copy()).catch(() => false);
  const followed = (): Promise<void> => awake(follow()).catch(() => undefined);
  const changing = whenAtRest(() => void copied(), AFTER_CHANGES);
  writes.follow(changing.changed);
  watchSettings(() => void followed());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void copied();
  });
  void followed();
  return { copied, mended: () => held.mended, everCopied: (id) => hasEverCopied(folder, 'captures', id) };
}

/** Has the library say that the copy is behind, and this worker woken to try again. */
async function tellTrouble(isTrouble: boolean): Promise<void> {
  if (isTrouble) await browser.alarms.create(ALARM, { delayInMinutes: AGAIN });
  await tellCopyTrouble(isTrouble).catch(() => undefined);
}

async function removeCopy(collection: Collection, folder: Folder): Promise<void> {
  await dropChanges(collection);
  await withCopy(async () => {
    for (const name of await folder.names()) await folder.remove(name);
    await forgetCopyState(collection);
  });
}
