import { type SyncProblem, SyncRefusal } from '../storage.ts';

/** Milliseconds to wait where a server that is asked too much does not say how long: 坚果云 counts by half hours. */
const HALF_HOUR = 1_800_000;
/** Milliseconds for which a CouchDB lets an account in no more that was tried with wrong passwords (`couch_auth_lockout`, `max_lifetime`). */
const LOCKED_OUT = 300_000;
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
  const fault = await namedFault(answer);
  if (isElsewhere(answer) || isPage) return new SyncRefusal('other-page', String(answer.status));
  const logins = answer.status === 401 ? loginsOf(answer) : [];
  if (logins.length > 0 && logins.every((login) => takesNoPassword.test(login)))
    return new SyncRefusal('other-login', logins.join(', '));
  const code = fault ?? meanings[answer.status] ?? (answer.status > 511 ? 'unreachable' : 'refused');
  if (code === 'later') return new SyncRefusal(code, String(now + restOf(answer, now)));
  return new SyncRefusal(code, String(answer.status));
}

/**
 * What a server means by the name that it gives its fault, where its status says something else. CouchDB (3.4 and later): 403 to an account that was given too many
 * wrong passwords, to the right one too. One that is built on sabre/dav, as Nextcloud is: 503 of one that is maintained and of a share that is gone, 500 (32) or 503 (31) of
 * one that was given too many wrong passwords (seen with Nextcloud 31 and 32).
 */
const faults: readonly (readonly [RegExp, SyncProblem])[] = [
  [/\\MaxDelayReached\b/, 'later'],
  [/"reason":\s*"Account is temporarily locked\b/, 'later'],
  [/\\ServerMaintenanceMode</, 'out-of-service'],
  [/\\ServiceUnavailable<\/s:exception>\s*<s:message>[\w\\]*\\NotFound\b/, 'no-folder'],
  [/\\ServiceUnavailable<|\\StorageNotAvailableException</, 'out-of-service'],
];

/** What the fault means that an answer names; null where it names none. Its body is read, or let go, since one that nobody reads keeps its connection. */
async function namedFault(answer: Response): Promise<SyncProblem | null> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 500 ? answer.status !== 403 || !/\bjson\b/i.test(type) : !/\bxml\b/i.test(type)) {
    await answer.body?.cancel().catch(() => undefined);
    return null;
  }
  const body = await beginningOf(answer).catch(() => '');
  return faults.find(([name]) => name.test(body))?.[1] ?? null;
}

/** Characters of a fault that are read: it names itself at its beginning, and a stranger's server may send without an end. */
const FAULT_HEAD = 4096;

async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader !== undefined && text.length < FAULT_HEAD) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

/** Ways to log in by which no password is sent as it is. Others may be Basic by a name of their own, as Nextcloud's DummyBasic, of which browsers make no dialog. */
const takesNoPassword = /^(?:Bearer|Digest|Kerberos|Negotiate|NTLM|SCRAM-[\w-]+)$/i;

/** The ways to log in that a server names (RFC 9110, 11.6.1): words that no parameter of one before is, and none within quotes. */
function loginsOf({ headers }: Response): readonly string[] {
  const named = (headers.get('www-authenticate') ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '');
  return [...named.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s+[^\s=]|\s*(?:,|$))/g)].flatMap(([, login]) => login ?? []);
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
function restOf({ headers, status }: Response, now: number): number {
  const header = headers.get('retry-after');
  if (header === null) return status === 403 ? LOCKED_OUT : HALF_HOUR;
  const there = Date.parse(headers.get('date') ?? '');
  const rest = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - (Number.isNaN(there) ? now : there);
  return Number.isNaN(rest) ? HALF_HOUR : Math.min(DAY, Math.max(1000, rest));
}
