import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type MadeBackup, makeBackup } from '../../../lib/collection/backup/make-backup.ts';
import { type BackupFile, backupName, isBackupName } from '../../../lib/collection/backup/schedule.ts';
import type { BackupProblem } from '../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import { sendMessage } from '../../../lib/messages/protocol.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { awake } from '../awake.ts';
import { closeOffscreen, openOffscreen, withOffscreen } from '../offscreen-document.ts';

/** Beside the reader's other downloads, in a folder of its own; under the other name on a system whose locale has no Chinese. */
const folders = () => [i18n.t('backup.folder'), 'wencun-backups'] as const;
/** How often the download is looked at, in milliseconds: each look also keeps the worker awake. */
const LOOK = 500;

/** Why no backup was saved by itself. `no-permission`: the reader does not let us write downloads. */
export type SaveProblem = BackupProblem | 'no-permission';

/** Makes a backup and saves it into the downloads; gives its file, once it is whole on the disk. */
export async function saveBackup(collection: Collection): Promise<Outcome<BackupFile, SaveProblem>> {
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return fail('no-permission');
  const settings = { ...(await readSettings()) };
  if (import.meta.env.FIREFOX)
    return awake(makeBackup(collection, settings).then((made) => download(made, URL.revokeObjectURL)));
  return awake(
    withOffscreen(async () => {
      await openOffscreen();
      const made = await sendMessage('makeBackup', { settings });
      // The address ends with the document; a queue that reads in it opens it again.
      return download(made, () => undefined).finally(closeOffscreen);
    }),
  );
}

const startDownload = (url: string, folder: string): Promise<number> =>
  browser.downloads.download({ url, filename: `${folder}/${backupName(new Date())}`, saveAs: false });

async function download(
  made: Outcome<MadeBackup, BackupProblem>,
  drop: (url: string) => void,
): Promise<Outcome<BackupFile, SaveProblem>> {
  if (!made.ok) return made;
  const { url, essays, collection } = made.value;
  try {
    const [folder, plain] = folders();
    const id = await startDownload(url, folder).catch(() => startDownload(url, plain));
    for (;;) {
      const [item] = await browser.downloads.search({ id });
      if (item === undefined || item.state === 'interrupted') return fail('not-written', item?.error ?? '');
      if (item.state === 'complete')
        return succeed({ id, name: nameOf(item.filename), madeAt: new Date().toISOString(), essays, collection });
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  } catch (error) {
    return fail('not-written', String(error));
  } finally {
    drop(url);
  }
}

/**
 * The numbers of downloads whose files the browser knows to be gone, deleted or moved since; of one that was taken out of the list of downloads
 * it knows nothing. A look has the browser look at the disk, and the next one tells what it found.
 */
export async function findGone(files: readonly BackupFile[]): Promise<ReadonlySet<number>> {
  if (files.length === 0 || !(await browser.permissions.contains({ permissions: ['downloads'] }))) return new Set();
  const look = () => Promise.all(files.map(({ id }) => browser.downloads.search({ id })));
  await look();
  await new Promise((resolve) => setTimeout(resolve, LOOK));
  const isGone = ({ exists, state }: { readonly exists: boolean; readonly state: string }) =>
    !exists && state === 'complete';
  return new Set((await look()).flat().flatMap((item) => (isGone(item) ? [item.id] : [])));
}

/**
 * Takes a file away that was saved before: only where the browser itself says that it is a download of ours, by this number, in
 * our folder and under the name that was remembered. The reader may have moved or deleted it.
 */
export async function removeBackup({ id, name }: BackupFile): Promise<void> {
  const [item] = await browser.downloads.search({ id }).catch(() => []);
  if (item === undefined || item.byExtensionId !== browser.runtime.id) return;
  const isOurs = nameOf(item.filename) === name && isBackupName(name) && isOurFolder(item.filename);
  if (!isOurs) return;
  await browser.downloads.removeFile(id).catch(() => undefined);
  await browser.downloads.erase({ id }).catch(() => undefined);
}

/** A path's parts, of whatever system. */
const partsOf = (path: string): readonly string[] => path.split(/[\\/]/);
const nameOf = (path: string): string => partsOf(path).at(-1) ?? '';
const isOurFolder = (path: string): boolean => (folders() as readonly string[]).includes(partsOf(path).at(-2) ?? '');
