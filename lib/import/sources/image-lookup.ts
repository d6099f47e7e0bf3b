import { savedImagePath } from '../../archive/saved/saved-image.ts';
import { imageLimits } from '../../essay/image.ts';
import { blobBytes } from './blob-chunks.ts';
import { folderOf } from './page-parts.ts';

/** The bytes of an image that came with a page, by its address in the essay of the page at `pageUrl`; null when it did not come, or is too large. */
export type ImageLookup = (address: string, pageUrl: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Gives the file at a path that is relative to a page's own folder. */
export type FindBeside = (path: string) => Blob | undefined;

/** Looks images up that were saved beside their page. */
export function imagesBeside(find: FindBeside): ImageLookup {
  return async (address, pageUrl) => {
    const file = pathsOfImage(address, pageUrl)
      .map(find)
      .find((found) => found !== undefined);
    return file === undefined || file.size > imageLimits.bytes ? null : blobBytes(file, 0, file.size);
  };
}

/**
 * Where an image may lie, from its page's folder: in the folder that was saved with the page, or where the page's own address
 * says, since mirrors and archives keep the folders of the site.
 */
export function pathsOfImage(address: string, pageUrl: string): readonly string[] {
  const saved = savedImagePath(address);
  if (saved !== null) return [saved];
  if (!URL.canParse(address) || !URL.canParse(pageUrl)) return [];
  const [image, page] = [new URL(address), new URL(pageUrl)];
  if (image.host !== page.host) return [];
  const from = page.pathname.split('/').slice(1, -1);
  const to = image.pathname.split('/').slice(1);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const path = `${'../'.repeat(from.length - shared)}${to.slice(shared).join('/')}`;
  try {
    return [...new Set([decodeURIComponent(path), path])];
  } catch {
    return [path];
  }
}

/** The path of a file beside another, both from the same root: `a/b.htm` and `b_files/1.gif` give `a/b_files/1.gif`. */
export function pathBeside(page: string, path: string): string {
  const parts = folderOf(page).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
