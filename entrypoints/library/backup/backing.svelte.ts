import type { Manifest } from '../../../lib/collection/backup/manifest.ts';
import type { Backup } from '../../../lib/collection/backup/open-backup.ts';
import type { RestoreReport } from '../../../lib/collection/backup/restore-backup.ts';
import type { RunOptions } from '../../../lib/collection/backup/write-backup.ts';
import type { Outcome, Problem } from '../../../lib/essay/outcome.ts';
import type { BackupActions, Mode } from './backup-actions.ts';

/** Where the dialog is. */
export type BackupStage =
  | { readonly is: 'start' | 'saving' | 'checking' | 'restoring' }
  | { readonly is: 'saved'; readonly manifest: Manifest }
  | { readonly is: 'checked'; readonly backup: Backup }
  | { readonly is: 'restored'; readonly report: RestoreReport }
  | { readonly is: 'failed'; readonly problem: Problem };

/** Backing up and restoring, one at a time, each to be stopped. */
export function createBacking(actions: BackupActions) {
  let stage = $state.raw<BackupStage>({ is: 'start' });
  let share = $state(0);
  let stop = new AbortController();

  async function run<T>(
    busy: 'saving' | 'checking' | 'restoring',
    action: (options: RunOptions) => Promise<Outcome<T> | null>,
    then: (value: T) => BackupStage,
  ): Promise<void> {
    stop = new AbortController();
    [stage, share] = [{ is: busy }, 0];
    const onProgress = (done: number, of: number): void => {
      share = of === 0 ? 1 : done / of;
    };
    const outcome = await action({ signal: stop.signal, onProgress });
    if (outcome === null) stage = { is: 'start' };
    else stage = outcome.ok ? then(outcome.value) : { is: 'failed', problem: outcome.problem };
  }

  return {
    get stage() {
      return stage;
    },
    /** How much is done, 0 to 1. */
    get share() {
      return share;
    },
    save: () => run('saving', actions.backUp, (manifest) => ({ is: 'saved', manifest })),
    check: (file: Blob) =>
      run(
        'checking',
        (options) => actions.open(file, options),
        (backup) => ({ is: 'checked', backup }),
      ),
    restore: (backup: Backup, mode: Mode) =>
      run(
        'restoring',
        (options) => actions.restore(backup, mode, options),
        (report) => ({ is: 'restored', report }),
      ),
    stop: () => stop.abort(),
  };
}
