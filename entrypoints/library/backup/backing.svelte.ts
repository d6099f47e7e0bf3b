import type { Backup } from '../../../lib/collection/backup/open-backup.ts';
import type { Practice } from '../../../lib/collection/backup/practising/practise-restore.ts';
import type { RunOptions } from '../../../lib/collection/backup/write-backup.ts';
import type { Outcome, Problem } from '../../../lib/essay/outcome.ts';
import type { BackupActions, Mode, Restored, SavedBackup } from './backup-actions.ts';

/** What takes its time. */
export type Busy = 'saving' | 'checking' | 'restoring' | 'practising';

/** Where the dialog is. */
export type BackupStage =
  | { readonly is: 'start' | Busy }
  | { readonly is: 'saved'; readonly saved: SavedBackup }
  | { readonly is: 'checked'; readonly backup: Backup }
  | { readonly is: 'restored'; readonly report: Restored }
  | { readonly is: 'practised'; readonly practice: Practice }
  | { readonly is: 'failed'; readonly problem: Problem };

/** Backing up, restoring and practising it, one at a time, each to be stopped. */
export function createBacking(actions: BackupActions) {
  let stage = $state.raw<BackupStage>({ is: 'start' });
  let share = $state(0);
  let stop = new AbortController();

  async function run<T>(
    busy: Busy,
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
    save: () => run('saving', actions.backUp, (saved) => ({ is: 'saved', saved })),
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
    practise: (file: Blob) =>
      run(
        'practising',
        (options) => actions.practise(file, options),
        (practice) => ({ is: 'practised', practice }),
      ),
    stop: () => stop.abort(),
  };
}
