import { rawReplay } from '../archive/raw-replay.ts';
import { charsetOfType, readBody } from '../dom/read-body.ts';
import { isArchiveHost } from '../essay/archive-hosts.ts';
import type { Answer } from '../queue-plan/answer.ts';
import { answerOfResponse } from '../queue-plan/answer-of-response.ts';
import { asResting } from './archive-gate.ts';
import { isRedirectRefused, leadsHome } from './follow-redirects.ts';

/** A page as a server served it. */
export interface ServedPage {
  /** The address that was asked for. */
  readonly address: string;
  /** Where it came from, when the server sent us on; else the same. */
  readonly url: string;
  /** The charset that the content type names, if any. */
  readonly charset: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True where an archive says that its capture lacks a part of what the site sent. */
  readonly cutShort?: true;
  /** True of a capture in an archive that the reader named: what its address tells of the page's origin is believed. */
  readonly trusted?: boolean;
}

/** A page, or why there is none. */
export type Fetched = { readonly kind: 'page'; readonly page: ServedPage } | Refusal;
/** An answer that is no page. */
export type Refusal = Exclude<Answer, { readonly kind: 'kept' | 'already' }>;

/** What fetching needs from the browser. */
export interface Fetching {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly online: () => boolean;
  /** Whether the reader has granted the host of an address. */
  readonly mayAsk: (address: string) => Promise<boolean>;
  /** Ends it, where whoever asks may want that. */
  readonly signal?: AbortSignal;
}

/** Milliseconds that a server may take. Chrome ends a worker that waits 30 seconds for a response. */
const patience = 25_000;
/** Largest page, in bytes: what the clipper takes, so that both keep the same pages. */
const largest = 20_000_000;

/**
 * Fetches a page as a stranger: no cookies, no referrer. Of an archive's capture it gets the bytes as they were crawled, and not the
 * replay. A server may send us on to hosts that are granted, as an archive does to the capture that it has. Never throws.
 */
export async function fetchPage(address: string, { fetch, now, online, mayAsk, signal }: Fetching): Promise<Fetched> {
  const from = rawReplay(address) ?? address;
  const late = AbortSignal.timeout(patience);
  try {
    const response = await fetch(from, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    const { status, headers } = response;
    const refusal = answerOfResponse(status, headers.get('retry-after'), now(), headers.get('date'));
    const problem = refusal === null ? await problemOf(response, from, mayAsk) : null;
    if (refusal !== null || problem !== null || response.body === null) {
      await response.body?.cancel();
      // Nothing is wrong with the page: its archive was asked too often.
      if (refusal?.kind === 'again' && response.status === 429 && isArchiveHost(new URL(from).hostname))
        return { ...refusal, kind: 'resting' };
      return isRefusal(refusal) ? refusal : failed(problem ?? 'nothing-to-read');
    }
    const bytes = await readBody(response.body, largest);
    if (bytes === null) return failed('too-large');
    const charset = charsetOfType(typeOf(response));
    const page = { address, url: response.url || from, charset, bytes };
    return { kind: 'page', page: isCutShort(response, bytes) ? { ...page, cutShort: true } : page };
  } catch (error) {
    const rests = asResting(error);
    if (rests !== null) return { kind: 'resting', reason: 'archive-rests', retryAfter: rests.restsUntil - now() };
    if (isRedirectRefused(error)) return failed('redirected');
    if (signal?.aborted) return failed('stopped');
    if (!online()) return { kind: 'offline' };
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'again', reason: slow ? 'timeout' : 'unreachable', retryAfter: null };
  }
}

/** The Wayback Machine tells the headers that it was served with; a body that was packed on its way is longer or shorter. */
function isCutShort({ headers }: Response, { byteLength }: Uint8Array): boolean {
  const packed = headers.get('x-archive-orig-content-encoding') ?? 'identity';
  return packed === 'identity' && byteLength < Number(headers.get('x-archive-orig-content-length') ?? 0);
}

const failed = (reason: string): Refusal => ({ kind: 'failed', reason });
const isRefusal = (answer: Answer | null): answer is Refusal =>
  answer !== null && answer.kind !== 'kept' && answer.kind !== 'already';
const typeOf = (response: Response): string => response.headers.get('content-type') ?? '';

/** Why a response that was not refused is no page to read; null when it is one. */
async function problemOf(
  response: Response,
  address: string,
  mayAsk: Fetching['mayAsk'],
): Promise<'redirected' | 'not-html' | 'too-large' | null> {
  const led = response.url !== '' && response.url !== address;
  if (led && (leadsHome(address, response.url) || !(await mayAsk(response.url)))) return 'redirected';
  // Servers of that time often name no type, or one for anything.
  if (!/^$|html|text\/plain|octet-stream/i.test(typeOf(response))) return 'not-html';
  return Number(response.headers.get('content-length') ?? 0) > largest ? 'too-large' : null;
}
