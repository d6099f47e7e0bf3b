import { pathBeside } from '../../../lib/import/sources/image-lookup.ts';
import { isImageName, isReadableName } from '../../../lib/import/sources/readable-name.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** A file by its path; in a folder only those that may hold a page are read for themselves. */
interface Named {
  readonly path: string;
  readonly file: File;
  readonly inFolder: boolean;
}

/** Files that were chosen, one by one or as a folder. */
export const chosenFiles = (files: Iterable<File>): readonly SourceFile[] =>
  sourcesAmong(
    [...files].map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
      inFolder: file.webkitRelativePath !== '',
    })),
  );

/** Files that were dropped, folders with all that is in them. Must be called while the event lasts. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly SourceFile[]> {
  // The list is emptied as soon as the event is over, so that everything is taken from it at once.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found: Named[] = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push({ path: entry.name, file: entry, inFolder: false });
    else if (entry !== null) found.push(...(await filesOf(entry, false)));
  }
  return sourcesAmong(found);
}

/** The files that may hold a page, each with the way to the images beside it. */
function sourcesAmong(found: readonly Named[]): readonly SourceFile[] {
  const images = new Map(found.filter(({ path }) => isImageName(path)).map(({ path, file }) => [path, file]));
  return found
    .filter(({ path, inFolder }) => !inFolder || isReadableName(path))
    .map(({ path: name, file: blob }) => ({ name, blob, beside: (path) => images.get(pathBeside(name, path)) }));
}

async function filesOf(entry: FileSystemEntry, inFolder: boolean): Promise<readonly Named[]> {
  if (isFile(entry)) {
    if (inFolder && !isReadableName(entry.name) && !isImageName(entry.name)) return [];
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return file === null ? [] : [{ path: entry.fullPath.replace(/^\//, ''), file, inFolder }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Named[] = [];
  // A reader gives a hundred at a time, and at last none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      () => [],
    );
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesOf(one, true)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
