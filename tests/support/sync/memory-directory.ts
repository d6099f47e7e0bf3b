/**
 * A folder of the reader's in memory, as the browser hands one to a page; `fault` makes every access fail by that name. `onOpen` is told of each file
 * that is opened, before it is: a program that carries the folder does its work then.
 */
export interface MemoryDirectory {
  readonly handle: FileSystemDirectoryHandle;
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly folders: Set<string>;
  fault: string;
  onOpen: (path: string) => void;
}

export function memoryDirectory(): MemoryDirectory {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folders = new Set(['']);
  const clock = { writes: 0 };
  const times = new Map<string, number>();
  const held: { fault: string; onOpen: (path: string) => void } = { fault: '', onOpen: () => undefined };
  const check = (isThere = true): void => {
    const name = held.fault || (isThere ? '' : 'NotFoundError');
    if (name !== '') throw new DOMException(name, name);
  };
  const inside = (folder: string): string[] =>
    [...files.keys(), ...folders].filter((path) => path !== '' && path.replace(/\/?[^/]*$/, '') === folder);
  const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const fileHandle = (path: string) => ({
    kind: 'file',
    name: path.slice(path.lastIndexOf('/') + 1),
    getFile: async () => {
      held.onOpen(path);
      check(files.has(path));
      return Object.assign(new Blob([files.get(path) ?? '']), { lastModified: times.get(path) ?? 0 });
    },
    createWritable: async () => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      return {
        write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes),
        close: async () => {
          check();
          clock.writes += 1;
          times.set(path, clock.writes);
          files.set(path, new Uint8Array(await new Blob(parts).arrayBuffer()));
        },
      };
    },
  });
  const folderHandle = (path: string): unknown => ({
    kind: 'directory',
    name: path.slice(path.lastIndexOf('/') + 1),
    getDirectoryHandle: async (name: string, { create = false } = {}) => {
      check(create || folders.has(join(path, name)));
      folders.add(join(path, name));
      return folderHandle(join(path, name));
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      check(create || files.has(join(path, name)));
      return fileHandle(join(path, name));
    },
    removeEntry: async (name: string) => {
      check(files.delete(join(path, name)));
    },
    async *keys() {
      check();
      yield* inside(path);
    },
    async *values() {
      check();
      for (const name of inside(path)) yield files.has(name) ? fileHandle(name) : folderHandle(name);
    },
  });
  return {
    handle: folderHandle('') as FileSystemDirectoryHandle,
    files,
    folders,
    get fault() {
      return held.fault;
    },
    set fault(name) {
      held.fault = name;
    },
    get onOpen() {
      return held.onOpen;
    },
    set onOpen(told) {
      held.onOpen = told;
    },
  };
}
