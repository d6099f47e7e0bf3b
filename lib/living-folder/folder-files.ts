/** A folder of files, as far as a mirror needs it. All reject where the folder cannot be reached any more. */
export interface FolderFiles {
  /** Paths of the files in it, folders that begin with a full stop apart. */
  readonly list: () => Promise<readonly string[]>;
  /** The text of a file, null where there is none. */
  readonly read: (path: string) => Promise<string | null>;
  readonly has: (path: string) => Promise<boolean>;
  /** Writes a file and the folders that it stands in; it is whole or as it was. */
  readonly write: (path: string, content: string | Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Removes a file; nothing where there is none. */
  readonly remove: (path: string) => Promise<void>;
  /** Moves a file, or a folder with all that is in it: each file is written whole before it goes. Nothing where there is none. */
  readonly move: (from: string, to: string) => Promise<void>;
}

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError');

/** The folder of a handle: one that the reader picked, or the browser's private one, which is asked alike. */
export function filesOfHandle(root: FileSystemDirectoryHandle): FolderFiles {
  const folderOf = async (path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create });
    return folder;
  };
  const split = (path: string): readonly [readonly string[], string] => {
    const parts = path.split('/');
    return [parts.slice(0, -1), parts.at(-1) ?? ''];
  };
  const find = async (path: string): Promise<FileSystemFileHandle | null> => {
    const [folders, name] = split(path);
    try {
      return await (await folderOf(folders, false)).getFileHandle(name);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  const walk = async (
    folder: FileSystemDirectoryHandle,
    before: string,
    found: string[],
    hidden: boolean,
  ): Promise<void> => {
    for await (const handle of folder.values()) {
      if (!hidden && handle.name.startsWith('.')) continue;
      const path = `${before}${handle.name}`;
      if (handle.kind === 'file') found.push(path);
      else await walk(handle, `${path}/`, found, hidden).catch(ofRootThere);
    }
  };
  /** A folder within it may be taken away by another program while it is listed; where the folder itself is gone, that is no empty one. */
  const ofRootThere = async (error: unknown): Promise<void> => {
    if (!isMissing(error)) throw error;
    await root.values().next();
  };
  const write = async (path: string, content: string | Blob | Uint8Array<ArrayBuffer>): Promise<void> => {
    const [folders, name] = split(path);
    const file = await (await folderOf(folders, true)).getFileHandle(name, { create: true });
    // What is written goes into the file when it is closed.
    const writable = await file.createWritable();
    await writable.write(content);
    await writable.close();
  };
  const remove = async (path: string): Promise<void> => {
    const [folders, name] = split(path);
    try {
      await (await folderOf(folders, false)).removeEntry(name, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  };
  const filesAt = async (path: string): Promise<readonly string[]> => {
    if ((await find(path)) !== null) return [path];
    const found: string[] = [];
    try {
      await walk(await folderOf(path.split('/'), false), `${path}/`, found, true);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return found;
  };
  return {
    list: async () => {
      const found: string[] = [];
      await walk(root, '', found, false);
      return found;
    },
    read: async (path) => {
      try {
        return (await (await (await find(path))?.getFile())?.text()) ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    has: async (path) => (await find(path)) !== null,
    write,
    remove,
    move: async (from, to) => {
      for (const path of await filesAt(from)) {
        const file = await (await find(path))?.getFile();
        if (file === undefined) continue;
        await write(to + path.slice(from.length), file);
        await remove(path);
      }
      await remove(from);
    },
  };
}
