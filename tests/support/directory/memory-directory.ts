import type { FolderFiles } from '../../../lib/living-folder/folder-files.ts';

/** A folder in memory: its files by path, and how often each was written. */
export function memoryDirectory(): FolderFiles & { readonly held: Map<string, string>; readonly writes: string[] } {
  const held = new Map<string, string>();
  const writes: string[] = [];
  return {
    held,
    writes,
    list: async () => [...held.keys()].filter((path) => !path.split('/').some((name) => name.startsWith('.'))),
    read: async (path) => held.get(path) ?? null,
    has: async (path) => held.has(path),
    write: async (path, content) => {
      writes.push(path);
      held.set(path, typeof content === 'string' ? content : `bytes ${content.byteLength}`);
    },
    remove: async (path) => void held.delete(path),
    move: async (from, to) => {
      for (const [path, text] of [...held]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        held.set(to + path.slice(from.length), text);
        held.delete(path);
      }
    },
  };
}
