import type { Manifest } from '../../../lib/collection/backup/manifest.ts';
import { type Backup, type OpenProblem, openBackup } from '../../../lib/collection/backup/open-backup.ts';
import {
  type RestoreProblem,
  type RestoreReport,
  restoreBackup,
} from '../../../lib/collection/backup/restore-backup.ts';
import { type BackupProblem, type RunOptions, writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { fail, type Outcome } from '../../../lib/essay/outcome.ts';
import { changeBackupRecord, changeSettings, readSettings, type Settings } from '../../../lib/settings/settings.ts';
import { newFile } from '../../../lib/ui/save-file.ts';

export type Mode = 'merge' | 'replace';

/** What the dialog has done. `backUp` gives null when the reader chose no file. */
export interface BackupActions {
  backUp(options: RunOptions): Promise<Outcome<Manifest, BackupProblem> | null>;
  open(file: Blob, options: RunOptions): Promise<Outcome<Backup, OpenProblem>>;
  restore(backup: Backup, mode: Mode, options: RunOptions): Promise<Outcome<RestoreReport, RestoreProblem>>;
}

/** The actions for a collection and the settings beside it. */
export const backupActions = (collection: Collection): BackupActions => ({
  async backUp(options) {
    const file = await newFile(`wencun-${new Date().toISOString().slice(0, 10)}.zip`, 'application/zip');
    if (file === null) return null;
    const { next } = await readState(collection.meta).catch(() => ({ next: 0 }));
    const written = await writeBackup(collection, await readSettings(), file.sink, options);
    try {
      await (written.ok ? file.finish() : file.cancel());
    } catch (error) {
      return written.ok ? fail('not-written', String(error)) : written;
    }
    // The backup is there, remembered or not.
    if (written.ok) await changeBackupRecord({ madeAt: written.value.madeAt, next }).catch(() => undefined);
    return written;
  },
  open: openBackup,
  async restore(backup, mode, options) {
    const restored = await restoreBackup(collection, backup, mode, options);
    if (restored.ok && mode === 'replace') await restoreSettings(backup.manifest.settings);
    return restored;
  },
});

/** Settings that there are still; a value that is none is read as the default. One that cannot be stored is not worth a failure. */
async function restoreSettings(stored: Readonly<Record<string, unknown>>): Promise<void> {
  const known = Object.keys(await readSettings());
  const wanted = Object.fromEntries(Object.entries(stored).filter(([name]) => known.includes(name)));
  await changeSettings(wanted as Partial<Settings>).catch(() => undefined);
}
