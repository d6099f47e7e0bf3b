import * as v from 'valibot';
import type { Collection } from '../collection.ts';
import type { BackupFile } from './schedule.ts';

/** The row of `meta` that holds them: what is deleted by it must be out of reach of whatever shares a process with a page. */
const KEY = 'backup-files';

const file = v.object({
  id: v.number(),
  name: v.string(),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  essays: v.number(),
  collection: v.string(),
});

/** The backups that were made by themselves and are still there, oldest first; one that is stored wrongly is left out. */
export async function readBackupFiles({ meta }: Pick<Collection, 'meta'>): Promise<readonly BackupFile[]> {
  const value = (await meta.get(KEY))?.value;
  return Array.isArray(value) ? value.filter((one) => v.is(file, one)) : [];
}

/** Remembers these backups in the place of those before. */
export async function writeBackupFiles(
  { meta }: Pick<Collection, 'meta'>,
  files: readonly BackupFile[],
): Promise<void> {
  await meta.put({ key: KEY, value: files.map((one) => ({ ...one })) });
}
