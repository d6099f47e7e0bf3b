import { type Browser, browser } from 'wxt/browser';
import type { AskOnce } from '../../../lib/queue/follow-redirects.ts';
import { patternOf } from '../../../lib/queue-plan/wanted.ts';

/** Milliseconds that the browser may take to tell of a redirect after the answer to it. */
const LATE = 1_000;
/** The number by which requests are told that are of no tab. */
const NO_TAB = -1;

/**
 * Asks once and follows nothing. Where a server sends us is not in what `fetch` then gives (an opaque redirect); the browser tells it of our own
 * requests, where the reader has opened the host that sends us (`webRequest`, which only listens): by the header, or, where the browser itself
 * sends us on, as to https, by the redirect alone.
 */
export const askOnce: AskOnce = async (address, init) => {
  const asked = new URL(address);
  asked.hash = '';
  const told: { to?: string; hear?: () => void } = {};
  const hear = (url: string, to: string | null): void => {
    if (url !== asked.href || to === null) return;
    told.to ??= to;
    told.hear?.();
  };
  const redirect = ({ url, redirectUrl }: Browser.webRequest.OnBeforeRedirectDetails): void => hear(url, redirectUrl);
  const headers = ({ url, responseHeaders }: Browser.webRequest.OnHeadersReceivedDetails): undefined => {
    hear(url, locationIn(responseHeaders ?? [], url));
  };
  const { onBeforeRedirect, onHeadersReceived } = browser.webRequest;
  const ours = { urls: [patternOf(address)], tabId: NO_TAB };
  try {
    onBeforeRedirect.addListener(redirect, ours);
    onHeadersReceived.addListener(headers, ours, ['responseHeaders']);
    const response = await fetch(address, { ...init, redirect: 'manual' });
    if (response.type === 'opaqueredirect' && told.to === undefined)
      await new Promise<void>((resolve) => {
        told.hear = resolve;
        setTimeout(resolve, LATE);
      });
    return { response, to: told.to ?? null };
  } finally {
    onBeforeRedirect.removeListener(redirect);
    onHeadersReceived.removeListener(headers);
  }
};

/** The address in the header of an answer; null where there is none that can be read. Servers of that time wrote it in GBK. */
function locationIn(all: readonly Browser.webRequest.HttpHeader[], url: string): string | null {
  const header = all.find(({ name }) => name.toLowerCase() === 'location');
  const bytes = header?.binaryValue;
  // The bytes of one that is no UTF-8: a list of numbers in Chrome, which serves as well.
  const text = header?.value ?? (bytes && Array.from(new Uint8Array(bytes), escaped).join(''));
  // Firefox gives the bytes as characters of the same numbers.
  const written = import.meta.env.FIREFOX
    ? text?.replace(/[\u0080-\u00ff]/g, (one) => escaped(one.charCodeAt(0)))
    : text;
  return written !== undefined && URL.canParse(written, url) ? new URL(written, url).href : null;
}

/** A byte of an address: what is not ASCII as its escape. */
const escaped = (byte: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`;
