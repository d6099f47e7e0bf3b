import { isBackup } from '../../../lib/collection/backup/is-backup.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** The files of an import, and the one file that is to be restored or merged instead; null where there is none by itself. */
export interface SortedFiles {
  readonly files: readonly SourceFile[];
  readonly backup: Blob | null;
}

/**
 * Takes collection files and backups out of what is imported: one that comes alone is opened as such, others are named in the report, since
 * each is looked at before it is merged.
 */
export async function sortFiles(files: readonly SourceFile[]): Promise<SortedFiles> {
  const [only] = files;
  if (files.length === 1 && only !== undefined && (await isCollection(only))) return { files: [], backup: only.blob };
  const sorted = await Promise.all(
    files.map(async (file): Promise<SourceFile> => {
      if (!(await isCollection(file))) return file;
      return { name: file.name, blob: new Blob(), passed: () => 'collection-file' };
    }),
  );
  return { files: sorted, backup: null };
}

/** True for what may be a collection file: nothing else is opened to see that. */
export const isZip = ({ name, passed }: SourceFile): boolean => passed === undefined && /\.zip$/i.test(name);

const isCollection = async (file: SourceFile): Promise<boolean> => isZip(file) && (await isBackup(file.blob));
