import type { Answer } from './answer.ts';

/** Longest wait that a site may ask for, in milliseconds; what asks for more is asked again then. Archives may ask for more. */
const longestRetryAfter = 3_600_000;

/** Statuses that another try may turn: too slow, too early, too many, and what ails the server (RFC 9110, 6585). */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/** Reads a refusal by its status and `Retry-After` header at `now`; null for a response that has the page. */
export function answerOfResponse(status: number, retryAfter: string | null, now: number): Answer | null {
  if (status >= 200 && status < 300) return null;
  const reason = `http-${status}`;
  return isPassing(status)
    ? { kind: 'again', reason, retryAfter: waitOf(retryAfter, now, longestRetryAfter) }
    : { kind: 'failed', reason };
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). In milliseconds, no more than `longest`; null when it says neither. */
export function waitOf(header: string | null, now: number, longest: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(longest, Math.max(0, wait));
}
