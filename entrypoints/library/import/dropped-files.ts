import { isReadableName } from '../../../lib/import/sources/readable-name.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** Files that were chosen, one by one or as a folder: in a folder only those that may hold a page. */
export const chosenFiles = (files: Iterable<File>): readonly SourceFile[] =>
  [...files]
    .filter(({ name, webkitRelativePath }) => !webkitRelativePath || isReadableName(name))
    .map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }));

/** Files that were dropped, folders with all that is in them. Must be called while the event lasts. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly SourceFile[]> {
  // The list is emptied as soon as the event is over, so that everything is taken from it at once.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found: SourceFile[] = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push(...chosenFiles([entry]));
    else if (entry !== null) found.push(...(await filesOf(entry, true)));
  }
  return found;
}

async function filesOf(entry: FileSystemEntry, dropped: boolean): Promise<readonly SourceFile[]> {
  if (isFile(entry)) {
    if (!dropped && !isReadableName(entry.name)) return [];
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return blob === null ? [] : [{ name: entry.fullPath.replace(/^\//, ''), blob }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: SourceFile[] = [];
  // A reader gives a hundred at a time, and at last none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      () => [],
    );
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesOf(one, false)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
