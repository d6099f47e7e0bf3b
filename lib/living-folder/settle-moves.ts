import type { Collection } from '../collection/collection.ts';
import type { MirroredRow } from '../collection/living-folder/folder-rows.ts';
import { putMirrored } from '../collection/living-folder/rows-of-folder.ts';
import type { FolderFiles } from './folder-files.ts';
import { isSealed, partsOf } from './sealed-file.ts';

/**
 * Ends what a window that closed left half done: a file that was to get another name may be there under both. The old one goes where
 * nothing was written in either since; else both stay. Gives the rows as they are then.
 */
export async function settleMoves(
  collection: Collection,
  files: FolderFiles,
  known: readonly MirroredRow[],
): Promise<readonly MirroredRow[]> {
  const settled: MirroredRow[] = [];
  for (const row of known) {
    if (row.moving === '') {
      settled.push(row);
      continue;
    }
    const now = { ...row, path: (await isMoved(files, row)) ? row.moving : row.path, moving: '' };
    await putMirrored(collection, now);
    settled.push(now);
  }
  return settled;
}

async function isMoved(files: FolderFiles, { path, moving }: MirroredRow): Promise<boolean> {
  const [old, young] = [await files.read(path), await files.read(moving)];
  if (young === null || old === null) return young !== null;
  const [before, after] = [partsOf(old), partsOf(young)];
  if (before.own !== after.own && after.own.trim() !== before.own.trim()) return false;
  if (!(await isSealed(before)) || !(await isSealed(after))) return false;
  await files.remove(path);
  return true;
}
