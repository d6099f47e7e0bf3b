import { type StoredFile, type SyncProblem, SyncRefusal, type SyncStorage } from '../storage.ts';

/** What the File System Access API's errors mean to a sync; see its specification, and the names of DOMException. */
const meanings: Readonly<Record<string, SyncProblem>> = {
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
  NotFoundError: 'no-folder',
  TypeMismatchError: 'no-folder',
  NoModificationAllowedError: 'locked',
  InvalidStateError: 'locked',
  NotReadableError: 'locked',
  QuotaExceededError: 'full',
};

/**
 * A folder of the reader's computer that a program carries to the others: 坚果云, Nextcloud, Dropbox, Syncthing, or git. A file that is written
 * is whole or as it was: the browser puts it in its place when it is closed.
 */
export function folderStorage(root: FileSystemDirectoryHandle): SyncStorage {
  const folderOf = async (names: readonly string[]): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const name of names) folder = await folder.getDirectoryHandle(name);
    return folder;
  };
  /** What stands at a path; null where there is nothing, or what it stands in is not there, while the reader's folder itself is. */
  const find = async <T>(path: string, open: (parent: FileSystemDirectoryHandle, name: string) => Promise<T>) => {
    try {
      const [folders, name] = split(path);
      return await open(await folderOf(folders), name);
    } catch (error) {
      if (nameOf(error) !== 'NotFoundError') throw refusalOf(error, path);
      await told(path, () => root.keys().next());
      return null;
    }
  };
  return {
    list: async (folder) => {
      const found = await find(`${folder}/`, async (parent) => parent);
      return found === null ? [] : told(folder, () => filesIn(found));
    },
    get: (path) =>
      find(path, async (parent, name) => {
        const handle = await parent.getFileHandle(name);
        return bytesOf(handle).catch((error: unknown) => {
          // A program that carries the folder put another file in its place while it was read: that one is read.
          if (nameOf(error) === 'NotReadableError') return bytesOf(handle);
          throw error;
        });
      }),
    put: (path, bytes) =>
      told(path, async () => {
        const [folders, name] = split(path);
        const folder = await folderOf(folders);
        await removeLeft(folder, name);
        const file = await folder.getFileHandle(name, { create: true });
        const writable = await file.createWritable();
        await writable.write(bytes);
        await writable.close();
      }),
    makeFolder: (path) =>
      told(path, async () => {
        const [folders, name] = split(path);
        await (await folderOf(folders)).getDirectoryHandle(name, { create: true });
      }),
    remove: async (path) => {
      await find(path, (parent, name) => parent.removeEntry(name));
    },
  };
}

async function bytesOf(handle: FileSystemFileHandle): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

async function filesIn(folder: FileSystemDirectoryHandle): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const handle of folder.values()) {
    const file = handle.kind === 'file' ? await fileOf(handle) : null;
    if (file !== null) files.push({ name: handle.name, tag: `${file.lastModified} ${file.size}`, size: file.size });
  }
  return files;
}

/** A file that was just seen; null where it is gone again, as what a program that carries the folder writes into first and then renames. */
async function fileOf(handle: FileSystemFileHandle): Promise<File | null> {
  try {
    return await handle.getFile();
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return null;
    throw error;
  }
}

/** Takes away what Chrome writes a file into before it has its place, where the browser was ended then: it would lie there, and be carried, for ever. */
async function removeLeft(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(`${name}.crswap`).catch(() => undefined);
}

/** The folders that a path leads through, and the name that it ends with: '' for a folder's own path. */
const split = (path: string): readonly [readonly string[], string] => {
  const parts = path.split('/');
  return [parts.slice(0, -1), parts.at(-1) ?? ''];
};

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, path);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const refusalOf = (error: unknown, path: string): SyncRefusal =>
  new SyncRefusal(meanings[nameOf(error)] ?? 'refused', `${nameOf(error)} ${path}`);
