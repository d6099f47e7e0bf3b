import { base64OfBytes, bytesOfBase64 } from '../../essay/base64.ts';
import { sha256Hex } from '../../essay/fixity.ts';
import type { ExportRecord } from '../record.ts';

/** An image of an essay as a file: its name, which is that of its bytes, and what the essay's HTML calls it. */
export interface NamedImage {
  readonly address: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
};

/** Hexadecimal digits of a name: enough that no two images of a file share one. */
const DIGITS = 24;

/** The images that an essay shows and that are kept, or written into it: each once. Reads nothing for an essay without any. */
export async function imagesOf(record: ExportRecord, body: DocumentFragment): Promise<ReadonlyMap<string, NamedImage>> {
  const shown = new Set([...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''));
  const images = new Map<string, NamedImage>();
  if (shown.size === 0) return images;
  const kept = (await record.images()).filter(({ address }) => shown.has(address));
  const written = [...shown].flatMap((address) => {
    const { type, bytes } = readDataUrl(address);
    return bytes === null ? [] : [{ address, type, bytes }];
  });
  for (const { address, type, bytes } of [...kept, ...written]) {
    const extension = extensions[type];
    if (extension === undefined) continue;
    images.set(address, { address, type, bytes, name: `${(await sha256Hex(bytes)).slice(0, DIGITS)}.${extension}` });
  }
  return images;
}

/** An image as an address that holds its bytes. */
export const dataUrl = ({ type, bytes }: NamedImage): string => `data:${type};base64,${base64OfBytes(bytes)}`;

function readDataUrl(address: string): Pick<NamedImage, 'type'> & { readonly bytes: NamedImage['bytes'] | null } {
  const [, type = '', base64 = ''] = /^data:(image\/\w+);base64,(.+)$/is.exec(address) ?? [];
  return { type: type.toLowerCase(), bytes: base64 === '' ? null : bytesOfBase64(base64) };
}
