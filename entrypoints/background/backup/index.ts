import { browser } from 'wxt/browser';
import { isBackupDue, splitBackups } from '../../../lib/collection/backup/schedule.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { missingOf, readLoss } from '../../../lib/collection/loss/loss.ts';
import { fail } from '../../../lib/essay/outcome.ts';
import { changeBackupRecord, readBackupRecord, readSettings, watchSettings } from '../../../lib/settings/settings.ts';
import { removeBackup, saveBackup } from './save-backup.ts';

const ALARM = 'backup';
/** Minutes between two looks at whether a backup is due: the machine may sleep over any one of them. */
const EVERY = 60;

/**
 * Saves backups by itself as often as the settings say. A worker that is stopped meanwhile loses nothing: the next look finds
 * that the backup is still due. To be called while the worker starts, since it adds listeners.
 */
export function backUpBySchedule(collection: Collection): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void backUpWhenDue(collection);
  });
  watchSettings(() => void arrange());
  browser.runtime.onStartup.addListener(() => void arrange());
  browser.runtime.onInstalled.addListener(() => void arrange());
}

/** Sets the alarm while backups are wanted. One that rings already is left, so that changes of settings do not put it off. */
async function arrange(): Promise<void> {
  const { backupEvery } = await readSettings();
  if (backupEvery === 'off') await browser.alarms.clear(ALARM);
  else if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY });
}

/** Two alarms may ring while one backup is made. */
const backUpWhenDue = (collection: Collection): Promise<void> =>
  navigator.locks.request('automatic backup', { ifAvailable: true }, async (lock) => {
    const { backupEvery } = await readSettings();
    if (lock === null || !isBackupDue(backupEvery, await readBackupRecord(), Date.now())) return;
    // A backup of what is left would take the place of a fuller one.
    const loss = await readLoss(collection);
    if (loss !== null && missingOf(loss) > 0) return;
    const { next } = await readState(collection.meta);
    const saved = await saveBackup(collection).catch((error: unknown) => fail('not-written', String(error)));
    const at = new Date().toISOString();
    if (!saved.ok) return changeBackupRecord({ failure: { at, reason: saved.problem.code } });
    const { files } = await readBackupRecord();
    const { stay, go } = splitBackups([...files, saved.value], (await readSettings()).backupsKept);
    await changeBackupRecord({ madeAt: at, automaticAt: at, next, failure: null, files: [...stay] });
    for (const id of go) await removeBackup(id);
  });
