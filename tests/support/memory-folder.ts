import type { Folder } from '../../lib/collection/files/folder.ts';

/** A folder in memory; `files` are what it holds, for tests that look at them or tear them. */
export function memoryFolder(): Folder & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    write: async (name, content) => {
      files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content.slice());
    },
    read: async (name) => files.get(name) ?? null,
    size: async (name) => files.get(name)?.byteLength ?? 0,
    names: async () => [...files.keys()].toSorted(),
    remove: async (name) => void files.delete(name),
  };
}
