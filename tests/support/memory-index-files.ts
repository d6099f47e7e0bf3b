import type { IndexFiles } from '../../lib/search/files/index-files.ts';

/**
 * Files of the index in memory; `files` are what they hold, for tests that look at them, tear them or take them away. One that is held open
 * is not taken away, as in browsers.
 */
export function memoryIndexFiles(): IndexFiles & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const readers = new Map<string, number>();
  const count = (name: string, more: number): number => {
    const now = (readers.get(name) ?? 0) + more;
    readers.set(name, now);
    return now;
  };
  return {
    files,
    async create(name) {
      files.set(name, new Uint8Array());
      return {
        append(bytes) {
          const before = files.get(name) ?? new Uint8Array();
          const longer = new Uint8Array(before.length + bytes.length);
          longer.set(before);
          longer.set(bytes, before.length);
          files.set(name, longer);
        },
        close: () => undefined,
      };
    },
    async open(name) {
      if (!files.has(name)) return null;
      count(name, 1);
      return {
        read: (at, length) => (files.get(name) ?? new Uint8Array()).slice(at, at + length),
        close: () => void count(name, -1),
      };
    },
    names: async () => [...files.keys()],
    remove: async (name) => count(name, 0) === 0 && files.delete(name),
  };
}
