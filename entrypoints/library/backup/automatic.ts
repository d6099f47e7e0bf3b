import { browser } from 'wxt/browser';
import type { BackupInterval, BackupRecord } from '../../../lib/collection/backup/schedule.ts';
import { changeBackupRecord, changeSettings, readBackupRecord, readSettings } from '../../../lib/settings/settings.ts';

/** How backups are made by themselves, as the reader chose it. */
export interface Automatic {
  readonly every: BackupInterval;
  readonly keep: number;
}

/** What is chosen, and what came of it. */
export async function readAutomatic(): Promise<Automatic & { readonly record: BackupRecord }> {
  const [{ backupEvery, backupsKept }, record] = await Promise.all([readSettings(), readBackupRecord()]);
  return { every: backupEvery, keep: backupsKept, record };
}

/**
 * Stores the choice. Asks for the permission that it needs: to be called from a press, with nothing waited for before. False
 * when the reader refuses; then nothing is stored. The permission is given back unless `savesElse` tells that it is needed still.
 */
export async function chooseAutomatic({ every, keep }: Automatic, savesElse: () => Promise<boolean>): Promise<boolean> {
  const wanted = { permissions: ['downloads' as const] };
  if (every === 'off') {
    if (!(await savesElse())) await browser.permissions.remove(wanted).catch(() => false);
  } else if (!(await browser.permissions.request(wanted))) return false;
  await changeSettings({ backupEvery: every, backupsKept: keep });
  await changeBackupRecord({ failure: null });
  return true;
}
