import type { SavedFiles } from '../../living-folder/downloads/saved-files.ts';
import { type FolderFiles, filesOfHandle } from '../../living-folder/folder-files.ts';
import { allowFolder, isFolderAllowed, pickFolder } from '../../ui/picked-folder.ts';

/** The browser's downloads, into which a folder can be written where none can be picked. */
export interface DownloadsWorld {
  readonly isAllowed: () => Promise<boolean>;
  /** Asks the reader. To be called from a press, with nothing waited for before. */
  readonly allow: () => Promise<boolean>;
  /** Gives the permission back, unless something else needs it. */
  readonly letGo: () => Promise<void>;
  /** A folder by its path within the downloads. */
  readonly filesIn: (folder: string) => SavedFiles;
}

/** What a living folder needs of the browser: the reader picks one, and lets us write into it. */
export interface FolderWorld {
  /** Null where the reader thinks better of it. To be called from a press. */
  readonly pick: () => Promise<FileSystemDirectoryHandle | null>;
  readonly isAllowed: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  /** Asks the reader once more, as after a restart of the browser. To be called from a press. */
  readonly allow: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  readonly filesOf: (handle: FileSystemDirectoryHandle) => FolderFiles;
  readonly downloads: DownloadsWorld;
  /** Does some work while no other window does any of this kind. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The browser itself, but for its downloads, which extensions alone may write. */
export const browserFolders: Omit<FolderWorld, 'downloads'> = {
  pick: () => pickFolder('wencun'),
  isAllowed: isFolderAllowed,
  allow: allowFolder,
  filesOf: filesOfHandle,
  alone: (work) => navigator.locks.request('living folder', work),
};
