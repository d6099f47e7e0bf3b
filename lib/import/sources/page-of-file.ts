import { normaliseUrl } from '../../essay/identity.ts';
import { type Mhtml, readMhtml } from '../mhtml.ts';
import { isBinary } from './binary.ts';
import type { ImageLookup } from './image-lookup.ts';
import type { SourceItem } from './source.ts';

/** The page of a file that holds one: HTML as it is, with what lies beside it; of MHTML the page in it, with its parts. */
export function pageOfFile(name: string, bytes: Uint8Array<ArrayBuffer>, beside?: ImageLookup): SourceItem {
  if (bytes.length === 0) return { name, problem: { code: 'empty' } };
  if (isBinary(bytes)) return { name, problem: { code: 'binary' } };
  const read = /^\s*(?:\ufeff)?\s*</.test(startOf(bytes)) ? null : readMhtml(bytes);
  const images = beside === undefined ? {} : { images: beside };
  if (!read?.ok) return { name, address: null, capturedAt: null, charset: null, bytes, container: null, ...images };
  const { html, charset, url, savedAt, images: parts } = read.value;
  const container = url === null && savedAt === null ? null : 'mhtml';
  const page = { name, address: url, capturedAt: savedAt, charset, bytes: new Uint8Array(html), container } as const;
  return parts.size === 0 ? { ...page, ...images } : { ...page, images: imagesInParts(parts) };
}

const imagesInParts =
  (parts: Mhtml['images']): ImageLookup =>
  async (address) => {
    const content = parts.get(normaliseUrl(address))?.();
    return content === undefined ? null : new Uint8Array(content);
  };

const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 64));
