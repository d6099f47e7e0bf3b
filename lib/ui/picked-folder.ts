/** The parts of the File System Access API that TypeScript does not know; Firefox has none of it. */
interface PickerWindow {
  readonly showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}
interface Permitted {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}

const toWrite = { mode: 'readwrite' } as const;
const permitted = (handle: FileSystemDirectoryHandle): Permitted => handle as unknown as Permitted;

/** True where the browser lets a folder be picked. */
export const canPickFolder = (): boolean => (globalThis as PickerWindow).showDirectoryPicker !== undefined;

/**
 * Lets the reader pick a folder; null where he thinks better of it. The browser remembers by the id where it was last. To be called within a press,
 * before anything is awaited.
 */
export async function pickFolder(id: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (globalThis as PickerWindow).showDirectoryPicker?.({ id, mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the folder may be written without asking. */
export const isFolderAllowed = async (handle: FileSystemDirectoryHandle): Promise<boolean> =>
  (await permitted(handle).queryPermission(toWrite)) === 'granted';

/** Asks the reader once more, as after a restart of the browser. To be called within a press. */
export const allowFolder = async (handle: FileSystemDirectoryHandle): Promise<boolean> =>
  (await permitted(handle).requestPermission(toWrite)) === 'granted';
