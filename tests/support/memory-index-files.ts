import type { IndexFiles } from '../../lib/search/files/index-files.ts';

/** Files of the index in memory; `files` are what they hold, for tests that look at them, tear them or take them away. */
export function memoryIndexFiles(): IndexFiles & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
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
    open: async (name) =>
      files.has(name)
        ? { read: (at, length) => (files.get(name) ?? new Uint8Array()).slice(at, at + length), close: () => undefined }
        : null,
    names: async () => [...files.keys()],
    remove: async (name) => files.delete(name),
  };
}
