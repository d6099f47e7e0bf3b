import type { FolderFiles } from './folder-files.ts';
import { type Mirrored, markOfFile, type WantedFile } from './plan.ts';
import { idOfFile } from './sealed-file.ts';

/**
 * Files of ours that nobody remembers: the folder was let go of and picked again, or another computer filled it. They are known by the
 * mark in their name and the id in their front matter. As what they were written is not known, each is looked at once.
 */
export async function adoptFiles(
  files: FolderFiles,
  known: readonly Mirrored[],
  wanted: readonly WantedFile[],
  listing: readonly string[],
): Promise<readonly Mirrored[]> {
  const remembered = new Set(known.map(({ id }) => id));
  const strange = new Map<string, string[]>();
  const taken = new Set(known.map(({ path }) => path));
  for (const path of listing) {
    const mark = /-\w{6}\.md$/.exec(path)?.[0];
    if (mark !== undefined && !taken.has(path)) strange.set(mark, [...(strange.get(mark) ?? []), path]);
  }
  const adopted: Mirrored[] = [];
  for (const { id } of wanted) {
    if (remembered.has(id)) continue;
    for (const path of strange.get(markOfFile(id)) ?? []) {
      if (idOfFile((await files.read(path)) ?? '') !== id) continue;
      adopted.push({ id, path, state: '' });
      break;
    }
  }
  return [...known, ...adopted];
}
