import { charsetOfType, readBody } from '../../lib/dom/read-body.ts';

/** How long the site may take when the page is no longer in the browser's cache, in milliseconds. */
const PATIENCE = 10_000;

/** A page as a site served it. */
export interface Served {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The charset that the content type names, if any. */
  readonly charset: string | null;
  /** Where it came from, when the site sent us on; else null. */
  readonly redirectedTo: string | null;
}

/**
 * What a site serves under an address, from the browser's cache where it has it.
 * Null when it cannot be had: other than HTML, refused, too slow, more than `most` bytes, or when `signal` says to stop.
 */
export async function fetchServed(url: string, most: number, signal?: AbortSignal): Promise<Served | null> {
  try {
    const patience = AbortSignal.timeout(PATIENCE);
    const stop = signal === undefined ? patience : AbortSignal.any([patience, signal]);
    const cached = await fetch(url, { cache: 'force-cache', signal: stop });
    // Browsers remember errors too: a page that failed once may be there again.
    const response = cached.ok ? cached : await fetch(url, { cache: 'no-cache', signal: stop });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || response.body === null || !/^$|html/i.test(type)) return null;
    const bytes = await readBody(response.body, most);
    if (bytes === null) return null;
    return { bytes, charset: charsetOfType(type), redirectedTo: response.redirected ? response.url : null };
  } catch {
    // A file:, data: or sandboxed page, no connection, out of patience, or told to stop.
    return null;
  }
}

/** The bytes that the site served for the page at hand; null when they cannot be had, or not without a detour. */
export async function servedBytes(url: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const served = await fetchServed(url, most);
  return served === null || served.redirectedTo !== null ? null : served.bytes;
}
