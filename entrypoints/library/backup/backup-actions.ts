import { type HandedLook, lookAtHanded } from '../../../lib/collection/backup/handed/look-at-handed.ts';
import type { Manifest } from '../../../lib/collection/backup/manifest.ts';
import { saveMerge } from '../../../lib/collection/backup/merging/stored-merges.ts';
import {
  type MergeRecord,
  rememberMerge,
  type TakenBack,
  takeBackMerge,
} from '../../../lib/collection/backup/merging/take-back-merge.ts';
import { type Backup, type OpenProblem, openBackup } from '../../../lib/collection/backup/open-backup.ts';
import { type Practice, practiseRestore } from '../../../lib/collection/backup/practising/practise-restore.ts';
import {
  type RestoreProblem,
  type RestoreReport,
  restoreBackup,
} from '../../../lib/collection/backup/restore-backup.ts';
import { backupName } from '../../../lib/collection/backup/schedule.ts';
import { type BackupProblem, type RunOptions, writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { getFolder } from '../../../lib/collection/living-folder/rows-of-folder.ts';
import { beginAct } from '../../../lib/collection/running/running-acts.ts';
import type { StorageProblem } from '../../../lib/collection/storage.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import { reportOfMerge } from '../../../lib/import/report/import-report.ts';
import { saveReport } from '../../../lib/import/report/stored-reports.ts';
import { takeBackReported } from '../../../lib/import/report/take-back-reported.ts';
import { changeBackupRecord, readSettings } from '../../../lib/settings/settings.ts';
import { newBackupFile } from './backup-file.ts';
import { type Power, restoreSettings } from './restore-settings.ts';

export type Mode = 'merge' | 'replace';

/** A backup that was made by hand. */
export interface SavedBackup {
  readonly manifest: Manifest;
  /** The name that was given to the browser. */
  readonly name: string;
  /** False where the browser does not tell whether it wrote the file. */
  readonly sure: boolean;
  /** Remembers the backup, after the reader has seen the file: done already where it is sure. */
  readonly confirm: () => Promise<void>;
}

/** What restoring came to, with the settings that were not taken over since they would do more by themselves. */
export interface Restored extends RestoreReport {
  readonly withheld: readonly Power[];
  /** Takes it back; there for what was merged. */
  readonly undo?: () => Promise<Outcome<TakenBack, StorageProblem>>;
  /** Id of the report of what was merged, from which it can be taken back later too. */
  readonly report?: string;
}

/** What the dialog has done. `backUp` gives null when the reader chose no file. */
export interface BackupActions {
  backUp(options: RunOptions): Promise<Outcome<SavedBackup, BackupProblem> | null>;
  open(file: Blob, options: RunOptions): Promise<Outcome<Backup, OpenProblem>>;
  /** What a file that somebody handed over would bring. */
  look(backup: Backup): Promise<Outcome<HandedLook, StorageProblem>>;
  restore(backup: Backup, mode: Mode, options: RunOptions): Promise<Outcome<Restored, RestoreProblem>>;
  practise(file: Blob, options: RunOptions): Promise<Outcome<Practice, OpenProblem | RestoreProblem>>;
  /** Whether something else than backups writes into the downloads, and needs the permission. */
  savesElse(): Promise<boolean>;
}

/** The actions for a collection and the settings beside it. */
export const backupActions = (collection: Collection): BackupActions => ({
  async backUp(options) {
    const name = backupName(new Date());
    const file = await newBackupFile(name);
    if (file === null) return null;
    const { next } = await readState(collection.meta).catch(() => ({ next: 0 }));
    const running = await beginAct(collection, { kind: 'backup', name });
    const written = await writeBackup(collection, await readSettings(), file.sink, options);
    if (!written.ok) {
      await file.cancel().catch(() => undefined);
      await running.end();
      return written;
    }
    try {
      const sure = (await file.finish()) === 'written';
      const manifest = written.value;
      const confirm = (): Promise<void> => remember(manifest, name, next);
      // The backup is there, remembered or not.
      if (sure) await confirm().catch(() => undefined);
      return succeed({ manifest, name, sure, confirm });
    } catch (error) {
      return fail('not-written', String(error));
    } finally {
      await running.end();
    }
  },
  open: openBackup,
  look: (backup) => lookAtHanded(collection, backup),
  async restore(backup, mode, options) {
    const isHanded = backup.manifest.handed !== undefined;
    const merge = rememberMerge();
    const remembered: { as: Pick<Restored, 'undo' | 'report'> } = { as: {} };
    const running = await beginAct(collection, {
      kind: isHanded ? 'merge' : mode,
      name: nameOf(backup),
      of: backup.manifest.counts['essays'] ?? 0,
    });
    const restored = await restoreBackup(collection, backup, mode, {
      ...options,
      ...(isHanded && { watch: merge.watch }),
      alongside: async (report) => {
        if (isHanded) remembered.as = await rememberMerged(collection, backup, merge.record());
        await running.stored(report.essays.added + report.essays.changed);
      },
    });
    const withheld =
      restored.ok && mode === 'replace' && !isHanded ? await restoreSettings(backup.manifest.settings) : [];
    const isAnew = await running.look();
    await running.end();
    if (isAnew) return fail('library-anew');
    return restored.ok ? succeed({ ...restored.value, withheld, ...remembered.as }) : restored;
  },
  async practise(file, options) {
    const backup = await openBackup(file, options);
    return backup.ok ? practiseRestore(collection, backup.value, options) : backup;
  },
  savesElse: async () => (await getFolder(collection))?.handle === null,
});

function remember({ madeAt, counts, collection }: Manifest, name: string, next: number): Promise<void> {
  const last = { essays: counts['essays'] ?? 0, collection, name };
  return changeBackupRecord({ madeAt, next, last, paused: null, removed: null });
}

/** What a backup is called by. */
const nameOf = ({ blob, manifest }: Backup): string =>
  blob instanceof File ? blob.name : (manifest.handed?.title ?? '');

/** Remembers a merge with a report of it, so that it can be taken back when the dialog is long closed; else only as long as it is open. */
async function rememberMerged(
  collection: Collection,
  backup: Backup,
  merge: MergeRecord,
): Promise<Pick<Restored, 'undo' | 'report'>> {
  const id = crypto.randomUUID();
  const source = nameOf(backup);
  const times = { startedAt: backup.openedAt, endedAt: new Date().toISOString() };
  const saved =
    (await saveReport(collection, reportOfMerge(merge, source, id, times))) && (await saveMerge(collection, id, merge));
  return saved
    ? { undo: async () => (await takeBackReported(collection, id)) ?? takeBackMerge(collection, merge), report: id }
    : { undo: () => takeBackMerge(collection, merge) };
}
