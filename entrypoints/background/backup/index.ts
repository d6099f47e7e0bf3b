import { browser } from 'wxt/browser';
import { afterRemoval } from '../../../lib/collection/backup/after-removal.ts';
import { readBackupFiles, writeBackupFiles } from '../../../lib/collection/backup/backup-files.ts';
import { type BackupOf, isBackupDue, isMuchSmaller, splitBackups } from '../../../lib/collection/backup/schedule.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { countKeys } from '../../../lib/collection/loss/count-keys.ts';
import { missingOf, readLoss } from '../../../lib/collection/loss/loss.ts';
import { readIdentity } from '../../../lib/collection/loss/witness.ts';
import { fail } from '../../../lib/essay/outcome.ts';
import { changeBackupRecord, readBackupRecord, readSettings, watchSettings } from '../../../lib/settings/settings.ts';
import { findGone, removeBackup, saveBackup } from './save-backup.ts';

const ALARM = 'backup';
/** Minutes between two looks at whether a backup is due: the machine may sleep over any one of them. */
const EVERY = 60;

/**
 * Saves backups by itself as often as the settings say. A worker that is stopped meanwhile loses nothing: the next look finds
 * that the backup is still due, and tells that one was begun. Where nearly nothing is left of what the last one holds, it waits for
 * the reader. To be called while the worker starts, since it adds listeners.
 */
export function backUpBySchedule(collection: Collection): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void backUpWhenDue(collection);
  });
  watchSettings(() => void arrange());
  void oneAtATime(tellUnfinished).catch(() => undefined);
  browser.runtime.onStartup.addListener(() => void arrange());
  browser.runtime.onInstalled.addListener(() => void arrange());
}

/** Sets the alarm while backups are wanted. One that rings already is left, so that changes of settings do not put it off. */
async function arrange(): Promise<void> {
  const { backupEvery } = await readSettings();
  if (backupEvery === 'off') await browser.alarms.clear(ALARM);
  else if (!isComing(await browser.alarms.get(ALARM)))
    await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY });
}

/** False for no alarm, and for one that a wrong clock put years away. */
const isComing = (alarm: { readonly scheduledTime: number } | undefined): boolean =>
  alarm !== undefined && alarm.scheduledTime - Date.now() <= EVERY * 60_000;

/** Two alarms may ring while one backup is made: the later one then finds that none is due. */
const oneAtATime = (work: () => Promise<void>): Promise<void> => navigator.locks.request('automatic backup', work);

const backUpWhenDue = (collection: Collection): Promise<void> =>
  oneAtATime(async () => {
    await tellUnfinished();
    await tellRemoved(collection).catch(() => undefined);
    const { backupEvery, backupsKept } = await readSettings();
    const record = await readBackupRecord();
    if (record.paused !== null || !isBackupDue(backupEvery, record, Date.now())) return;
    // A backup of what is left would take the place of a fuller one.
    const loss = await readLoss(collection);
    if (loss !== null && missingOf(loss) > 0) return;
    const [here, { next }] = [await whatIsHere(collection), await readState(collection.meta)];
    const at = new Date().toISOString();
    if (isMuchSmaller(here, record.last)) {
      const paused = { at, had: record.last?.essays ?? 0, has: here.essays };
      return changeBackupRecord({ paused });
    }
    // What there is nothing of needs no backup, and must take no other's place.
    if (here.essays === 0) return;
    await changeBackupRecord({ begunAt: at });
    const saved = await saveBackup(collection).catch((error: unknown) => fail('not-written', String(error)));
    if (!saved.ok) return changeBackupRecord({ begunAt: null, failure: { at, reason: saved.problem.code } });
    const { name, essays, collection: of, madeAt } = saved.value;
    const { stay, go } = splitBackups([...(await readBackupFiles(collection)), saved.value], backupsKept);
    await writeBackupFiles(collection, stay);
    const last = { name, essays, collection: of };
    await changeBackupRecord({ madeAt, automaticAt: madeAt, next, last, begunAt: null, failure: null, removed: null });
    for (const file of go) await removeBackup(file);
  });

/** One that was begun and is not under way any more was stopped with its background. */
async function tellUnfinished(): Promise<void> {
  const { begunAt } = await readBackupRecord();
  if (begunAt !== null) await changeBackupRecord({ begunAt: null, failure: { at: begunAt, reason: 'unfinished' } });
}

/** Files that are no longer where they were saved are no backups any more. */
async function tellRemoved(collection: Collection): Promise<void> {
  const files = await readBackupFiles(collection);
  const gone = await findGone(files);
  if (gone.size === 0) return;
  const after = afterRemoval(await readBackupRecord(), files, gone, new Date().toISOString());
  await writeBackupFiles(collection, after.files);
  await changeBackupRecord(after.change);
}

const whatIsHere = async (collection: Collection): Promise<BackupOf> => ({
  essays: await countKeys(collection, 'essays'),
  collection: (await readIdentity(collection)) ?? '',
});
