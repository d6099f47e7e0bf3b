import { imageTypeOf } from './image.ts';

/** Width and height of an image, CSS pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size that an image states in its header; null where it states none. Lets a page be laid out before anything is decoded. */
export function imageSizeOf(bytes: Uint8Array<ArrayBuffer>): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const [width, height] = sizeIn(view, imageTypeOf(bytes)) ?? [0, 0];
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    // Cut short within the header.
    return null;
  }
}

function sizeIn(view: DataView, type: string | null): readonly [number, number] | null {
  switch (type) {
    case 'image/gif':
      return [view.getUint16(6, true), view.getUint16(8, true)];
    case 'image/png':
      return [view.getUint32(16), view.getUint32(20)];
    case 'image/bmp':
      return [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/webp':
      return webpSize(view);
    default:
      return null;
  }
}

/** The first start-of-frame segment (ITU-T T.81, B.2.2): markers C0 to CF but C4, C8 and CC. */
function jpegSize(view: DataView): readonly [number, number] | null {
  for (let at = 2; at < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint16(at);
    if (marker < 0xffc0) return null;
    if (marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc)
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return null;
}

/** The three forms of WebP (RFC 9649): extended, lossless, lossy. */
function webpSize(view: DataView): readonly [number, number] | null {
  const form = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + 12, 4));
  if (form === 'VP8X') return [1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8)];
  if (form === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (form !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
}
