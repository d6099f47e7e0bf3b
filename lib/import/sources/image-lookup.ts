import { savedImagePath } from '../../archive/saved-image.ts';
import { imageLimits } from '../../essay/image.ts';
import { blobBytes } from './blob-chunks.ts';

/** The bytes of an image that came with a page, by its address in the essay; null when it did not come, or is too large. */
export type ImageLookup = (address: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Gives the file at a path that is relative to a page's own folder. */
export type FindBeside = (path: string) => Blob | undefined;

/** Looks images up that were saved in the folder beside their page. */
export function imagesBeside(find: FindBeside): ImageLookup {
  return async (address) => {
    const path = savedImagePath(address);
    const file = path === null ? undefined : find(path);
    return file === undefined || file.size > imageLimits.bytes ? null : blobBytes(file, 0, file.size);
  };
}

/** The path of a file beside another, both from the same root: `a/b.htm` and `b_files/1.gif` give `a/b_files/1.gif`. */
export const pathBeside = (page: string, path: string): string =>
  `${page.replace(/\\/g, '/').replace(/[^/]*$/, '')}${path}`;
