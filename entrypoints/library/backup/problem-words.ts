import { i18n } from '#i18n';
import type { Problem } from '../../../lib/essay/outcome.ts';
import { problemSentence } from '../../../lib/ui/words.ts';

/** Why backing up or restoring did not come about, in words. */
export function backupProblem({ code, detail = '' }: Problem): string {
  switch (code) {
    case 'not-a-backup':
      return i18n.t('backup.notABackup');
    case 'newer-version':
      return i18n.t('backup.newerVersion');
    case 'damaged':
      return i18n.t('backup.damaged', [detail]);
    case 'cannot-be-read':
      return i18n.t('backup.cannotBeRead');
    case 'not-written':
      return i18n.t('backup.notWritten');
    case 'no-permission':
      return i18n.t('backup.noPermission');
    case 'unfinished':
      return i18n.t('backup.unfinished');
    case 'stopped':
      return i18n.t('backup.stopped');
    default:
      return problemSentence(code);
  }
}
