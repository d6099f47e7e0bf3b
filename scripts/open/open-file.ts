import { type Mhtml, readMhtml } from '../../lib/import/mhtml.ts';
import { type OpenPage, openPage, type PageOpener } from './open-page.ts';

/** A page opened from a file: of an MHTML file, the page in it under the address that the file names. */
export interface OpenFile extends OpenPage {
  readonly url: string;
  readonly mhtml: Mhtml;
}

/** Opens a page's bytes as file import does. `url` counts where the file names no address, `charset` where it names none. */
export function openFile(
  bytes: Uint8Array,
  url: string,
  charset: string | null = null,
  open: PageOpener = openPage,
): OpenFile {
  const read = readMhtml(bytes);
  const mhtml = read.ok
    ? read.value
    : { html: bytes, charset: null, url: null, savedAt: null, producer: null, images: new Map(), frames: [] };
  const hint = mhtml.charset ?? charset;
  const address = mhtml.url ?? url;
  return { ...open(mhtml.html, address, hint === null ? {} : { charset: hint }), url: address, mhtml };
}
