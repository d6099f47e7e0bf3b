import { type SyncProblem, SyncRefusal } from '../storage.ts';

/** Milliseconds to wait where a server that is asked too much does not say how long: 坚果云 counts by half hours. */
const HALF_HOUR = 1_800_000;
/** The longest that a server's own word is followed, milliseconds. */
const DAY = 86_400_000;

/** What a status means (RFC 9110, 4918, 6585, and 520 to 526 of Cloudflare). 408, 502 and 504: who was to answer was not reached. 511: a network wants one to sign in. */
const meanings: Readonly<Record<number, SyncProblem>> = {
  401: 'not-let-in',
  403: 'forbidden',
  404: 'no-folder',
  407: 'other-page',
  408: 'unreachable',
  409: 'no-folder',
  413: 'file-too-large',
  423: 'locked',
  429: 'later',
  500: 'broken',
  502: 'unreachable',
  503: 'later',
  504: 'unreachable',
  507: 'full',
  511: 'other-page',
};

/** Statuses by which a server sends one elsewhere: no WebDAV server does so with files. */
const isElsewhere = ({ status, type }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/**
 * What the reader is to be told of an answer that is none of the good ones; of a server that asks to wait, the detail is when to go on,
 * milliseconds since 1970, and else its status.
 */
export async function refusalOf(answer: Response, now = Date.now()): Promise<SyncRefusal> {
  const isPage = answer.status === 200 && isPageType(answer);
  // A body that nobody reads keeps its connection.
  await answer.body?.cancel().catch(() => undefined);
  if (isElsewhere(answer) || isPage) return new SyncRefusal('other-page', String(answer.status));
  const code = meanings[answer.status] ?? (answer.status > 511 ? 'unreachable' : 'refused');
  if (code === 'later') return new SyncRefusal(code, String(now + restOf(answer.headers, now)));
  return new SyncRefusal(code, String(answer.status));
}

/** True for an answer that says it is a page for people. */
export const isPageType = ({ headers }: Response): boolean =>
  /^\s*text\/html\b/i.test(headers.get('content-type') ?? '');

/** True for bytes that are a page for people: no file of a log begins with an element. */
export const isPage = (bytes: Uint8Array): boolean =>
  /^\s*<(?:!doctype\s+html|html|head|body|script|meta)\b/i.test(
    new TextDecoder().decode(bytes.subarray(0, PAGE_HEAD)).replace(/<!--[\s\S]*?-->|<\?xml[^>]*>/g, ''),
  );
/** Bytes that are looked at for it. */
const PAGE_HEAD = 1024;

/** Milliseconds of a Retry-After header: seconds, or a date by the server's own clock (RFC 9110, 10.2.3), which may be wrong. */
function restOf(headers: Headers, now: number): number {
  const header = headers.get('retry-after');
  if (header === null) return HALF_HOUR;
  const there = Date.parse(headers.get('date') ?? '');
  const rest = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - (Number.isNaN(there) ? now : there);
  return Number.isNaN(rest) ? HALF_HOUR : Math.min(DAY, Math.max(1000, rest));
}
