import { readBackupRecord } from '../../../lib/settings/settings.ts';
import { formatMoment } from '../../../lib/ui/format.ts';

/** The newest backup as the reader finds it: the name of its file where it is known, else when it was made; '' where there is none. */
export async function newestBackup(): Promise<string> {
  const { last, madeAt } = await readBackupRecord().catch(() => ({ last: null, madeAt: null }));
  if (last !== null && last.name !== '') return last.name;
  return madeAt === null ? '' : formatMoment(madeAt);
}
