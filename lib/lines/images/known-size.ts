import { attributeOf } from '../../dom/tree.ts';
import { bytesOfBase64 } from '../../essay/base64.ts';
import { imageSizeOf } from '../../essay/image-size.ts';

/** Width and height that are known of an image, in CSS pixels; null for a side that nothing tells. */
export interface KnownSize {
  readonly width: number | null;
  readonly height: number | null;
}

/** Pixels of the largest dot that stands in for an image. */
const dot = 4;
/** Characters of a `data:` address that are decoded for its size: headers stand at the start. */
const headCharacters = 65_536;

/**
 * The size of an image as its page states it, by attribute or style in pixels (a share of the page's width is no size); else by
 * the image itself, where it is loaded or written into the page.
 */
export function sizeOfImage(image: Element, address: string): KnownSize {
  const stated = { width: statedSide(image, 'width'), height: statedSide(image, 'height') };
  const written = writtenSize(address);
  // A dot that is drawn large shows nothing all the same.
  if (written !== null && Math.max(written.width, written.height) <= dot) return written;
  if (stated.width !== null && stated.height !== null) return stated;
  const own = written ?? loadedSize(image, address);
  return { width: stated.width ?? own?.width ?? null, height: stated.height ?? own?.height ?? null };
}

const styledSides = {
  width: /(?:^|[;\s])width\s*:\s*(\d+(?:\.\d+)?)px/i,
  height: /(?:^|[;\s])height\s*:\s*(\d+(?:\.\d+)?)px/i,
};

/** A side of an image as its page states it, in pixels; null where it does not. */
export function statedSide(image: Element, side: 'width' | 'height'): number | null {
  const styled = styledSides[side].exec(attributeOf(image, 'style') ?? '');
  const attribute = /^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/i.exec(attributeOf(image, side) ?? '');
  const pixels = styled?.[1] ?? attribute?.[1];
  return pixels === undefined ? null : Number(pixels);
}

function writtenSize(address: string): { width: number; height: number } | null {
  const [, base64] = /^data:image\/[\w.+-]+;base64,(.*)$/is.exec(address.slice(0, headCharacters)) ?? [];
  if (base64 === undefined) return null;
  const bytes = bytesOfBase64(base64.slice(0, base64.length - (base64.length % 4)));
  return bytes === null ? null : imageSizeOf(bytes);
}

/** As the browser knows it; nothing where the page shows a placeholder as yet, or no browser shows it. */
function loadedSize(image: Element, address: string): { width: number; height: number } | null {
  const { naturalWidth: width = 0, naturalHeight: height = 0 } = image as HTMLImageElement;
  return width > 0 && height > 0 && attributeOf(image, 'src')?.trim() === address ? { width, height } : null;
}
