import { browser } from 'wxt/browser';
import type { DownloadsWorld } from '../../../lib/features/living-folder/folder-world.ts';
import type { Clash, SavedFiles } from '../../../lib/living-folder/downloads/saved-files.ts';
import { readSettings } from '../../../lib/settings/settings.ts';

/** The first and the longest rest between two looks at a download, in milliseconds: most are done at once. */
const FIRST_LOOK = 5;
const LONGEST_LOOK = 300;

const wanted = { permissions: ['downloads' as const] };

/** The browser's downloads. Firefox tells of them neither which change on the disk nor, after a restart, which are ours. */
export const browserDownloads: DownloadsWorld = {
  isAllowed: () => browser.permissions.contains(wanted),
  allow: () => browser.permissions.request(wanted),
  async letGo() {
    if ((await readSettings()).backupEvery === 'off') await browser.permissions.remove(wanted);
  },
  filesIn: savedFiles,
};

function savedFiles(folder: string): SavedFiles {
  const saveAs = async (url: string, asked: string, clash: Clash): Promise<string> => {
    const { id, filename } = await written(url, asked, clash);
    const got = filename.split(/[\\/]/).slice(-asked.split('/').length).join('/');
    // Under a number it is the same bytes once more.
    if (clash === 'once' && got !== asked) await browser.downloads.removeFile(id).catch(() => undefined);
    // A mirror of thousands of files would bury the reader's own downloads.
    await browser.downloads.erase({ id }).catch(() => undefined);
    return got.split('/').slice(folder.split('/').length).join('/');
  };
  return {
    async save(path, content, clash) {
      const url = URL.createObjectURL(new Blob([content]));
      const asked = `${folder}/${path}`;
      // What a browser or a disk takes no name of goes under a plainer one.
      return await saveAs(url, asked, clash)
        .catch(() => saveAs(url, plainPath(asked), clash))
        .finally(() => URL.revokeObjectURL(url));
    },
  };
}

/** A path of letters, digits and what holds names together alone. */
const plainPath = (path: string): string =>
  path
    .split('/')
    .map((name) => name.replace(/[^\p{L}\p{N}._()-]+/gu, '_').replace(/^[._]+|[._]+$/g, '') || '_')
    .join('/');

/** Saves bytes among the downloads; resolves when they are whole on the disk. Rejects when the browser gives it up. */
async function written(url: string, filename: string, clash: Clash): Promise<{ id: number; filename: string }> {
  const conflictAction = clash === 'replace' ? 'overwrite' : 'uniquify';
  const id = await browser.downloads.download({ url, filename, conflictAction, saveAs: false });
  for (let rest = FIRST_LOOK; ; rest = Math.min(rest * 2, LONGEST_LOOK)) {
    const [item] = await browser.downloads.search({ id });
    if (item === undefined || item.state === 'interrupted') throw new Error(item?.error ?? 'The download is gone.');
    if (item.state === 'complete') return { id, filename: item.filename };
    if (item.danger !== 'safe' && item.danger !== 'accepted') {
      // Chrome would wait for the reader's word about each of them.
      await browser.downloads.cancel(id);
      throw new Error(item.danger);
    }
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
