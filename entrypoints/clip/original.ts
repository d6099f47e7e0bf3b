import type { Page } from '../../lib/archive/unwrapped.ts';
import { decodeHtml } from '../../lib/dom/decode.ts';
import { charsetOf, doctypeOf, htmlOf, rootOf } from '../../lib/dom/tree.ts';
import type { OriginalForm } from '../../lib/essay/capture.ts';
import { holdsEssay } from './holds-essay.ts';
import { servedBytes } from './served-bytes.ts';

/** The original of a page: its bytes, how to decode them, and whether they are as served. */
export interface Original {
  readonly form: OriginalForm;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly charset: string;
}

/** Largest original that is kept, in bytes. As base64 it must pass through one message of the browser (64 MB in Chrome). */
const MOST_BYTES = 20_000_000;

/**
 * The bytes as the site served them, re-read from the browser's cache, when they hold the essay; else the live document
 * written out: after a form was sent, behind a login that ran out, or where a script made the text.
 * Null when even that is larger than what can be kept.
 */
export async function originalOf({ document, url }: Page, essayText: string): Promise<Original | null> {
  const bytes = await servedBytes(url, MOST_BYTES);
  if (bytes !== null) {
    const { text, charset } = decodeHtml(bytes, { charset: charsetOf(document) });
    if (holdsEssay(text, essayText)) return { form: 'served', bytes, charset };
  }
  const written = new TextEncoder().encode(serialised(document));
  return written.byteLength > MOST_BYTES ? null : { form: 'serialised', bytes: written, charset: 'utf-8' };
}

/** The doctype goes along: without it the page would be laid out and parsed in quirks mode, or out of it. */
function serialised(document: Document): string {
  const type = doctypeOf(document);
  const doctype = type === null ? '' : new XMLSerializer().serializeToString(type);
  return `${doctype}${htmlOf(rootOf(document))}`;
}
