import { browser } from 'wxt/browser';
import { readBackupRecord } from '../../../lib/settings/settings.ts';
import { formatMoment } from '../../../lib/ui/format.ts';

/**
 * The newest backup as the reader finds it: the name of its file in the downloads where the browser tells it, else when it was
 * made; '' where there is none.
 */
export async function newestBackup(): Promise<string> {
  const { files, madeAt } = await readBackupRecord().catch(() => ({ files: [], madeAt: null }));
  const id = files.at(-1);
  if (id !== undefined && (await browser.permissions.contains({ permissions: ['downloads'] }))) {
    const [file] = await browser.downloads.search({ id }).catch(() => []);
    const name = file?.filename.split(/[\\/]/).at(-1);
    if (file?.exists !== false && name) return name;
  }
  return madeAt === null ? '' : formatMoment(madeAt);
}
