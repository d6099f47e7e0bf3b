import { type FolderFiles, filesOfHandle } from '../../living-folder/folder-files.ts';

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

/** The parts of the File System Access API that TypeScript does not know; Firefox has none of it. */
interface PickerWindow {
  readonly showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}
interface Permitted {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}

const asked = { mode: 'readwrite' } as const;
const permitted = (handle: FileSystemDirectoryHandle): Permitted => handle as unknown as Permitted;

/** True where the browser lets a folder be picked. */
export const canPickFolder = (): boolean => (window as PickerWindow).showDirectoryPicker !== undefined;

/** The browser itself. */
export const browserFolders: FolderWorld = {
  pick: async () => {
    try {
      return (await (window as PickerWindow).showDirectoryPicker?.({ id: 'wencun', mode: 'readwrite' })) ?? null;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      throw error;
    }
  },
  isAllowed: async (handle) => (await permitted(handle).queryPermission(asked)) === 'granted',
  allow: async (handle) => (await permitted(handle).requestPermission(asked)) === 'granted',
  filesOf: filesOfHandle,
  alone: (work) => navigator.locks.request('living folder', work),
};
