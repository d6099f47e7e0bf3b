import { charsetOfType, readBody } from './read-body.ts';

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

/** How a page is asked for. */
export interface FetchOptions {
  /** `RequestInit` of the first try. */
  readonly init: RequestInit;
  /** How to ask once more where the first answer is an error, which browsers remember too; null not to. */
  readonly again: RequestInit | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a site serves under an address. Null when it cannot be obtained: other than HTML, refused, too slow, more than `most` bytes,
 * or when `signal` says to stop.
 */
export async function fetchServed(
  url: string,
  most: number,
  { init, again, signal }: FetchOptions,
): Promise<Served | null> {
  try {
    const patience = AbortSignal.timeout(PATIENCE);
    const stop = signal === undefined ? patience : AbortSignal.any([patience, signal]);
    const first = await fetch(url, { ...init, signal: stop });
    const response = first.ok || again === null ? first : await fetch(url, { ...again, signal: stop });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || response.body === null || !/^$|html/i.test(type)) return null;
    const bytes = await readBody(response.body, most);
    if (bytes === null) return null;
    return { bytes, charset: charsetOfType(type), redirectedTo: response.redirected ? response.url : null };
  } catch {
    // A file:, data: or sandboxed page, no connection, out of patience, not in the cache, or told to stop.
    return null;
  }
}
