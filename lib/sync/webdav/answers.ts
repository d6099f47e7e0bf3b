import { type SyncProblem, SyncRefusal } from '../storage.ts';

/** Milliseconds to wait where a server that is asked too much does not say how long: 坚果云 counts by half hours. */
const HALF_HOUR = 1_800_000;
/** The longest that a server's own word is followed, milliseconds. */
const DAY = 86_400_000;

const meanings: Readonly<Record<number, SyncProblem>> = {
  401: 'not-let-in',
  403: 'forbidden',
  404: 'no-folder',
  409: 'no-folder',
  423: 'locked',
  429: 'later',
  503: 'later',
  507: 'full',
};

/**
 * What the reader is to be told of an answer that is none of the good ones; of a server that asks to wait, the detail is when to go on,
 * milliseconds since 1970, and else its status.
 */
export async function refusalOf(answer: Response, now = Date.now()): Promise<SyncRefusal> {
  // A body that nobody reads keeps its connection.
  await answer.body?.cancel().catch(() => undefined);
  const code = meanings[answer.status] ?? 'refused';
  if (code === 'later') return new SyncRefusal(code, String(now + restOf(answer.headers.get('retry-after'), now)));
  return new SyncRefusal(code, answer.type === 'opaqueredirect' ? 'redirect' : String(answer.status));
}

/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110, 10.2.3). */
function restOf(header: string | null, now: number): number {
  if (header === null) return HALF_HOUR;
  const rest = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(rest) ? HALF_HOUR : Math.min(DAY, Math.max(1000, rest));
}
