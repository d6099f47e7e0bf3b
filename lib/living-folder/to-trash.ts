import { filesFolder } from './compose.ts';
import type { FolderFiles } from './folder-files.ts';

/** Where files of essays go that are gone; within it they lie as they lay before, so that their images are found. */
const TRASH = '.trash';

/** The place of our version beside a file that was changed by hand. */
export const besideOf = (path: string, n = 1): string =>
  path.replace(/(?:\.md)?$/, n === 1 ? '.new.md' : `.new (${n}).md`);

/** Moves a file to the folder's trash, with the reader's own words in it, and what lies beside it. One of the same name there is not written over. */
export async function toTrash(files: FolderFiles, id: string, path: string | null): Promise<void> {
  for (const one of path === null ? [] : [path, besideOf(path)]) {
    const text = await files.read(one);
    if (text === null) continue;
    let to = `${TRASH}/${one}`;
    for (let n = 2; ![null, text].includes(await files.read(to)); n += 1)
      to = `${TRASH}/${one.replace(/(?:\.md)?$/, ` (${n}).md`)}`;
    await files.move(one, to);
  }
  await files.move(filesFolder(id), `${TRASH}/${filesFolder(id)}`);
}
