/** What Firefox's own code does with names (`DownloadPaths.sanitize`): a component that it would change is refused. */
const illegal = /^\.|[. ]$|[<>:"|?*\\\p{Cc}\p{Cf}]/u;

interface Item {
  readonly id: number;
  readonly filename: string;
  state: 'in_progress' | 'complete' | 'interrupted';
  readonly danger: 'safe';
  readonly error?: string;
}

/** The parts of `browser.downloads` and `browser.permissions` that write files, as Firefox has them (`ext-downloads.js` of version 140). */
export function memoryDownloads() {
  const held = new Map<string, string>();
  const items = new Map<number, Item>();
  const told = { allowed: true, full: false, next: 0, writes: [] as string[] };

  const free = (path: string): string => {
    const [, base = path, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(path) ?? [];
    let found = path;
    for (let n = 1; held.has(found); n += 1) found = `${base}(${n})${extension}`;
    return found;
  };
  const downloads = {
    async download({ url, filename, conflictAction }: { url: string; filename: string; conflictAction: string }) {
      const name = filename.replaceAll('%', '_');
      if (name.split('/').some((part) => part === '' || illegal.test(part)))
        throw new Error('filename must not contain illegal characters');
      const path = conflictAction === 'overwrite' ? name : free(name);
      const text = await (await fetch(url)).text();
      told.next += 1;
      const id = told.next;
      const item: Item = { id, filename: `D:\\下载/${path}`, state: 'in_progress', danger: 'safe' };
      items.set(id, item);
      // The file is whole some time after the number is given.
      setTimeout(() => {
        item.state = told.full ? 'interrupted' : 'complete';
        if (told.full) return;
        held.set(path, text);
        told.writes.push(path);
      }, 1);
      return id;
    },
    search: async ({ id }: { id: number }) => [...items.values()].filter((item) => item.id === id),
    async removeFile(id: number) {
      const path = items.get(id)?.filename.replace('D:\\下载/', '') ?? '';
      if (!held.delete(path)) throw new Error('the file does not exist');
    },
    erase: async ({ id }: { id: number }) => void items.delete(id),
    cancel: async (id: number) => void items.delete(id),
  };
  const permissions = {
    contains: async () => told.allowed,
    request: async () => told.allowed,
  };
  return { held, items, told, browser: { downloads, permissions } };
}
