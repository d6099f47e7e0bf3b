import type { ImageRow } from '../../collection/rows.ts';
import { imageTypeOf } from '../../essay/image.ts';
import { type ImageSize, imageSizeOf } from '../../essay/image-size.ts';

/** An image as it is shown: from an address of this page's own, or not, and why. */
export type ShownImage =
  | { readonly is: 'here'; readonly url: string; readonly size: ImageSize | null }
  | { readonly is: 'missing'; readonly problem: string };

/** Gives stored images addresses under which a page can show them, each once, until it is cleared. */
export function createImageStore() {
  const shown = new Map<string, ShownImage>();
  return {
    /** What is to be shown of these rows, by address. */
    take(rows: readonly ImageRow[]): ReadonlyMap<string, ShownImage> {
      for (const { address, bytes, problem } of rows) {
        if (shown.get(address)?.is === 'here') continue;
        // What was stored may come from a restored backup: only its bytes tell what it is.
        const type = bytes === null ? null : imageTypeOf(bytes);
        if (bytes === null || type === null)
          shown.set(address, { is: 'missing', problem: bytes === null ? problem : 'not-an-image' });
        else {
          const url = URL.createObjectURL(new Blob([bytes], { type }));
          shown.set(address, { is: 'here', url, size: imageSizeOf(bytes) });
        }
      }
      return new Map(shown);
    },
    /** Frees the bytes: the addresses lead nowhere from now on. */
    clear(): void {
      for (const image of shown.values()) if (image.is === 'here') URL.revokeObjectURL(image.url);
      shown.clear();
    },
  };
}
