/** A file that is read at random. */
export interface IndexFile {
  /** The bytes from `at` on; fewer where the file is shorter. */
  read(at: number, length: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/** A file that is being written, from its beginning on. */
export interface IndexFileWriter {
  append(bytes: Uint8Array<ArrayBuffer>): void;
  /** The file is on disk when this is done; before, it may be anything. */
  close(): void;
}

/**
 * Files of what never changes once it is written: a read of the database crosses to another process, one of a file does not.
 * Losing one loses nothing, since all is made from the essays.
 */
export interface IndexFiles {
  /** Begins a file of a new name. Rejects with the browser's error. */
  create(name: string): Promise<IndexFileWriter>;
  /** Opens a file; null when there is none of this name. */
  open(name: string): Promise<IndexFile | null>;
  names(): Promise<readonly string[]>;
  /** Takes a file away; false for one that is still being read somewhere, which is taken another time. */
  remove(name: string): Promise<boolean>;
}

/** A handle as workers have it; TypeScript's types of pages have none, and no modes: https://github.com/whatwg/fs/blob/main/proposals/MultipleReadersWriters.md */
interface AccessHandle {
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface WorkerFileHandle {
  createSyncAccessHandle(options?: { readonly mode: 'read-only' }): Promise<AccessHandle>;
}
const inWorker = (file: FileSystemFileHandle): WorkerFileHandle => file as unknown as WorkerFileHandle;

/** The class of access handles; undefined where there are none, as in pages. */
const accessHandles = (): { readonly prototype: object } | undefined =>
  (globalThis as { FileSystemSyncAccessHandle?: { readonly prototype: object } }).FileSystemSyncAccessHandle;

/** True where several workers may hold a file open to read. Firefox's handles are exclusive: there a file is read by slices. */
const readsTogether = (): boolean => 'mode' in (accessHandles()?.prototype ?? {});

/** The files of a folder of the private file system, for a worker; null where there is none, as in private windows. */
export async function openIndexFiles(folder: string): Promise<IndexFiles | null> {
  if (accessHandles() === undefined) return null;
  try {
    const root = await navigator.storage.getDirectory();
    return filesIn(await root.getDirectoryHandle(folder, { create: true }));
  } catch {
    return null;
  }
}

const filesIn = (folder: FileSystemDirectoryHandle): IndexFiles => ({
  async create(name) {
    const file = await folder.getFileHandle(name, { create: true });
    const handle = await inWorker(file).createSyncAccessHandle();
    handle.truncate(0);
    const state = { at: 0 };
    return {
      append(bytes) {
        if (handle.write(bytes, { at: state.at }) < bytes.length) throw new Error('The file could not be written.');
        state.at += bytes.length;
      },
      close() {
        handle.flush();
        handle.close();
      },
    };
  },
  async open(name) {
    try {
      const file = await folder.getFileHandle(name);
      return readsTogether() ? await handleOf(file) : slicesOf(await file.getFile());
    } catch {
      return null;
    }
  },
  async names() {
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  },
  remove: (name) =>
    folder.removeEntry(name).then(
      () => true,
      () => false,
    ),
});

async function handleOf(file: FileSystemFileHandle): Promise<IndexFile> {
  const handle = await inWorker(file).createSyncAccessHandle({ mode: 'read-only' });
  return {
    read(at, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, handle.read(bytes, { at }));
    },
    close: () => handle.close(),
  };
}

const slicesOf = (file: File): IndexFile => ({
  read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
  close: () => undefined,
});
