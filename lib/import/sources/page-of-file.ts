import { savedImagePath } from '../../archive/saved/saved-image.ts';
import { normaliseUrl } from '../../essay/identity.ts';
import { type Mhtml, readMhtml } from '../mhtml.ts';
import { isBinary } from './binary.ts';
import type { ImageLookup } from './image-lookup.ts';
import type { SourceItem } from './source.ts';

/**
 * The page of a file that holds one: HTML as it is, with what lies beside it; of MHTML the page in it, with its images and the pages
 * of its frames.
 */
export function pageOfFile(name: string, bytes: Uint8Array<ArrayBuffer>, beside?: ImageLookup): SourceItem {
  if (bytes.length === 0) return { name, problem: { code: 'empty' } };
  if (isBinary(bytes)) return { name, problem: { code: 'binary' } };
  const read = /^\s*(?:\ufeff)?\s*</.test(startOf(bytes)) ? null : readMhtml(bytes);
  const images = beside === undefined ? {} : { images: beside };
  if (!read?.ok) return { name, address: null, capturedAt: null, charset: null, bytes, container: null, ...images };
  const { html, charset, url, savedAt, images: parts, frames } = read.value;
  const container = url === null && savedAt === null ? null : ('mhtml' as const);
  const common = {
    name,
    capturedAt: savedAt,
    container,
    ...(parts.size === 0 ? images : { images: imagesInParts(parts) }),
  };
  const page = { ...common, address: url, charset, bytes: new Uint8Array(html) } as const;
  if (frames.length === 0) return page;
  return {
    ...page,
    frames: frames.map((frame) => ({
      ...common,
      address: frame.url ?? url,
      charset: frame.charset,
      bytes: new Uint8Array(frame.html),
    })),
  };
}

/** By the address of a part; of an image beside its page, by the path or the id that the page calls it by. */
const imagesInParts =
  (parts: Mhtml['images']): ImageLookup =>
  async (address) => {
    const path = savedImagePath(address);
    const ending = path === null ? undefined : [...parts.keys()].find((name) => decoded(name).endsWith(`/${path}`));
    const content = (parts.get(normaliseUrl(address)) ?? parts.get(path ?? '') ?? parts.get(ending ?? ''))?.();
    return content === undefined ? null : new Uint8Array(content);
  };

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 64));
