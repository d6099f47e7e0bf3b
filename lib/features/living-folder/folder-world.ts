import { type FolderFiles, filesOfHandle } from '../../living-folder/folder-files.ts';
import { allowFolder, isFolderAllowed, pickFolder } from '../../ui/picked-folder.ts';

/** What a living folder needs of the browser: the reader picks one, and lets us write into it. */
export interface FolderWorld {
  /** Null where the reader thinks better of it. To be called from a press. */
  readonly pick: () => Promise<FileSystemDirectoryHandle | null>;
  readonly isAllowed: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  /** Asks the reader once more, as after a restart of the browser. To be called from a press. */
  readonly allow: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  readonly filesOf: (handle: FileSystemDirectoryHandle) => FolderFiles;
  /** Does some work while no other window does any of this kind. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The browser itself. */
export const browserFolders: FolderWorld = {
  pick: () => pickFolder('wencun'),
  isAllowed: isFolderAllowed,
  allow: allowFolder,
  filesOf: filesOfHandle,
  alone: (work) => navigator.locks.request('living folder', work),
};
