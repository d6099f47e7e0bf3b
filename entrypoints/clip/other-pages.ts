import { decodeHtml } from '../../lib/dom/decode.ts';
import { isBeyondReading } from '../../lib/dom/measure-html.ts';
import { parseHtml } from '../../lib/dom/parse.ts';
import { normaliseUrl } from '../../lib/essay/identity.ts';
import type { FetchPage } from '../../lib/pipeline/whole-essay.ts';
import { servedPage } from './served-bytes.ts';

/** Another page of the essay at hand, as the site served it. */
export interface OtherPage {
  readonly address: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Encoding that the bytes were decoded with. */
  readonly charset: string;
}

/** All other pages together, in bytes: with the page at hand they pass through one message of the browser. */
const MOST_BYTES = 10_000_000;

/** Fetches pages of the site at hand until `signal` says to stop; what came is in `fetched`. */
export function createPageSource(signal: AbortSignal): {
  readonly fetchPage: FetchPage;
  readonly fetched: readonly OtherPage[];
} {
  const fetched: OtherPage[] = [];
  const fetchPage: FetchPage = async (address) => {
    const room = fetched.reduce((left, { bytes }) => left - bytes.byteLength, MOST_BYTES);
    const served = await servedPage(address, room, signal);
    if (served === null) return null;
    const url = served.redirectedTo ?? address;
    // An archive sends us on to the capture that it has; a site, to its home page when the essay is gone.
    if (normaliseUrl(url) !== normaliseUrl(address)) return null;
    const { text, charset } = decodeHtml(served.bytes, served.charset === null ? {} : { charset: served.charset });
    // A page of more than any essay's would hold up the tab: it is missing.
    if (isBeyondReading(text)) return null;
    fetched.push({ address, bytes: served.bytes, charset });
    return { document: parseHtml(text), url, charset };
  };
  return { fetchPage, fetched };
}
