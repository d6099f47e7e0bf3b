/** Files of the extension's own, outside the database: small ones, written whole. */
export interface Folder {
  /** Writes a file, in the place of one that has the name already. Rejects with the browser's error. */
  readonly write: (name: string, content: Uint8Array<ArrayBuffer> | string) => Promise<void>;
  /** The bytes of a file; null when there is none of this name. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** The size of a file in bytes; 0 when there is none of this name. */
  readonly size: (name: string) => Promise<number>;
  /** The names of all files, in order. */
  readonly names: () => Promise<readonly string[]>;
  /** Takes a file away; one that is not there is no error. What is a folder is none. */
  readonly remove: (name: string) => Promise<void>;
}

/** The root of the browser's private file system. */
const usualRoot = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

/**
 * A folder of the browser's private file system (OPFS), made when it is first written to. A file is there whole after its
 * `close`, or not at all: until then the browser writes it beside. In Chromium's service worker a new one of 12 kB takes 4 ms.
 * `root` gives where the folder stands, where that is not the usual root.
 */
export function openFolder(path: readonly string[], root = usualRoot): Folder {
  const held: { folder: Promise<FileSystemDirectoryHandle> | null } = { folder: null };
  /** What is only read makes no folder: on a full disk that would fail. */
  const handle = (create: boolean): Promise<FileSystemDirectoryHandle> => {
    held.folder ??= root()
      .then((top) => handleOf(top, path, create))
      .catch((error: unknown) => {
        held.folder = null;
        throw error;
      });
    return held.folder;
  };
  /** Runs with the folder; once more with a new handle when the browser took the folder away with the site's data. */
  async function within<T>(work: (folder: FileSystemDirectoryHandle) => Promise<T>, create = false): Promise<T> {
    try {
      return await work(await handle(create));
    } catch (error) {
      if (!isMissing(error)) throw error;
      held.folder = null;
      return work(await handle(create));
    }
  }
  return {
    write: (name, content) =>
      within(async (folder) => {
        const file = await unblocked(folder, name, () => folder.getFileHandle(name, { create: true }));
        const stream = await file.createWritable();
        await stream.write(content);
        await stream.close();
      }, true),
    read: (name) =>
      within(async (folder) => {
        const file = await (await folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      }).catch(nullIfMissing),
    size: async (name) =>
      (await within(async (folder) => (await (await folder.getFileHandle(name)).getFile()).size).catch(
        nullIfMissing,
      )) ?? 0,
    names: async () =>
      (await within(async (folder) => {
        const names: string[] = [];
        for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') names.push(name);
        return names.toSorted();
      }).catch(nullIfMissing)) ?? [],
    remove: async (name) => {
      await within((folder) => folder.removeEntry(name)).catch(nullIfMissing);
    },
  };
}

async function handleOf(
  root: FileSystemDirectoryHandle,
  path: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const name of path) {
    const within = folder;
    folder = create
      ? await unblocked(within, name, () => within.getDirectoryHandle(name, { create }))
      : await within.getDirectoryHandle(name);
  }
  return folder;
}

/** Does something with an entry; once more without what stands under its name and is of the other kind, which nobody can use. */
async function unblocked<T>(folder: FileSystemDirectoryHandle, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOtherKind(error)) throw error;
    await folder.removeEntry(name, { recursive: true });
    return work();
  }
}

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';
const isOtherKind = (error: unknown): boolean => error instanceof DOMException && error.name === 'TypeMismatchError';

function nullIfMissing(error: unknown): null {
  if (isMissing(error) || isOtherKind(error)) return null;
  throw error;
}
