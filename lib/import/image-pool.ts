import { savedImagePath } from '../archive/saved/saved-image.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { type EssayImage, imageTypeOf } from '../essay/image.ts';
import { succeed } from '../essay/outcome.ts';
import { imageOf } from '../images/essay-images.ts';

/** Bytes of images that are held until an essay wants them. Crawlers fetch a page's images soon before or after it. */
const HELD = 48 * 1024 * 1024;
/** Images that essays still want, at most. */
const WANTED = 50_000;

/** An image that came after its essay. */
export interface LateImage {
  readonly essayId: string;
  readonly image: EssayImage;
}

/** Brings the images of a crawl and the essays that want them together, whichever of the two comes first. */
export interface ImagePool {
  /** Takes in an image of the crawl. */
  readonly offer: (address: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** The images of an essay that came before it; the others are awaited. */
  readonly want: (essayId: string, addresses: readonly string[]) => readonly EssayImage[];
  /** Those that came since for essays before them, once. */
  readonly takeLate: () => readonly LateImage[];
  /** Bytes of those that wait to be taken. */
  readonly lateBytes: () => number;
}

/** What an image is known by: any form of its address; one that was saved beside its page has its page's, and more. */
const keyOf = (address: string): string => (savedImagePath(address) === null ? normaliseUrl(address) : address);

/** An empty pool. When too much is held, what came first goes. */
export function createImagePool(): ImagePool {
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  const wanted = new Map<string, { readonly essayId: string; readonly address: string }[]>();
  const state = { bytes: 0, late: [] as LateImage[] };
  const imageAt = (address: string, bytes: Uint8Array<ArrayBuffer>): EssayImage => imageOf(address, succeed(bytes));

  return {
    offer(address, bytes) {
      if (imageTypeOf(bytes) === null) return;
      const key = keyOf(address);
      for (const want of wanted.get(key) ?? [])
        state.late.push({ essayId: want.essayId, image: imageAt(want.address, bytes) });
      wanted.delete(key);
      if (held.has(key)) return;
      held.set(key, bytes);
      state.bytes += bytes.byteLength;
      for (const [first, { byteLength }] of held) {
        if (state.bytes <= HELD) break;
        held.delete(first);
        state.bytes -= byteLength;
      }
    },
    want(essayId, addresses) {
      return addresses.flatMap((address) => {
        const key = keyOf(address);
        const bytes = held.get(key);
        if (bytes !== undefined) return [imageAt(address, bytes)];
        if (wanted.size < WANTED) wanted.set(key, [...(wanted.get(key) ?? []), { essayId, address }]);
        return [];
      });
    },
    takeLate: () => state.late.splice(0),
    lateBytes: () => state.late.reduce((sum, { image }) => sum + (image.bytes?.byteLength ?? 0), 0),
  };
}
