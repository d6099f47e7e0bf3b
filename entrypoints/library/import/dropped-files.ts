import { pathBeside } from '../../../lib/import/sources/image-lookup.ts';
import { whyPassed } from '../../../lib/import/sources/passed-over.ts';
import { isImageName, isReadableName } from '../../../lib/import/sources/readable-name.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** A file by its path; in a folder only those that may hold a page are read for themselves. */
interface Named {
  readonly path: string;
  /** Null for a file, or a folder, that the disk does not give. */
  readonly file: File | null;
  readonly inFolder: boolean;
}

/** Files that were chosen, one by one or as a folder: in the order of their paths, where browsers give them in none. */
export const chosenFiles = (files: Iterable<File>): readonly SourceFile[] =>
  sourcesAmong(
    [...files]
      .map((file) => ({
        path: file.webkitRelativePath || file.name,
        file,
        inFolder: file.webkitRelativePath !== '',
      }))
      .toSorted((one, other) => byName(one.path, other.path)),
  );

/** As file managers order names: `2.htm` before `10.htm`. */
const byName = new Intl.Collator(undefined, { numeric: true }).compare;

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

/**
 * The files that may hold a page, each with the way to the images beside it; last all others, to be named: a picture that an essay
 * took along by then belongs to it.
 */
function sourcesAmong(found: readonly Named[]): readonly SourceFile[] {
  const images = new Map(found.flatMap(({ path, file }) => (file !== null && isImageName(path) ? [[path, file]] : [])));
  const used = new Set<string>();
  const isRead = ({ path, file, inFolder }: Named): boolean => file !== null && (!inFolder || isReadableName(path));
  const read = found.filter(isRead);
  const pages = new Set(read.map(({ path }) => path));
  return [
    ...read.map(({ path: name, file }) => ({
      name,
      blob: file ?? nothing,
      beside: (path: string) => {
        const image = pathBeside(name, path);
        if (images.has(image)) used.add(image);
        return images.get(image);
      },
    })),
    ...found
      .filter((one) => !isRead(one))
      .map(({ path: name, file }) => ({
        name,
        blob: nothing,
        passed: () => (file === null ? 'not-given' : whyPassed(name, pages, used.has(name))),
      })),
  ];
}

/** Stands for a file that is not opened. */
const nothing = new Blob();

async function filesOf(entry: FileSystemEntry, inFolder: boolean): Promise<readonly Named[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return [{ path, file, inFolder }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Named[] = [];
  // A reader gives a hundred at a time, and at last none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | null>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    ).catch(() => null);
    if (some === null) return [...found, { path, file: null, inFolder: true }];
    if (some.length === 0) return found;
    for (const one of some.toSorted((a, b) => byName(a.name, b.name))) found.push(...(await filesOf(one, true)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
