import type { Answer } from './answer.ts';

/** Longest wait that a site may ask for, in milliseconds; what asks for more is asked again then. Archives may ask for more. */
const longestRetryAfter = 3_600_000;

/** Statuses that another try may turn: too slow, too early, too many, and what ails the server (RFC 9110, 6585). */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/** Reads a refusal by its status, its `Retry-After` header at `now`, and its `Date`; null for a response that has the page. */
export function answerOfResponse(
  status: number,
  retryAfter: string | null,
  now: number,
  sent: string | null = null,
): Answer | null {
  if (status >= 200 && status < 300) return null;
  const reason = `http-${status}`;
  return isPassing(status)
    ? { kind: 'again', reason, retryAfter: waitOf(retryAfter, now, longestRetryAfter, sent) }
    : { kind: 'failed', reason };
}

/** Seconds, also in words or quotes, of a sum of headers the first. */
const seconds = /^["']?\+?(\d{1,15})(?:\.\d+)?["']?\s*(?:[;,].*|s(?:ec(?:ond)?s?)?\.?)?$/is;
/** A date has a month by its name, or the form of ISO 8601: of bare numbers browsers make dates of their own. */
const date = /[a-z]{3}\w* ?-?\d|\d[ -][a-z]{3}|^\d{4}-\d\d-\d\d/i;

/**
 * `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3), which counts from the server's own `sent` date where that is told: its clock may
 * be another than ours, `now`. In milliseconds, no more than `longest`; null when it says neither.
 */
export function waitOf(header: string | null, now: number, longest: number, sent: string | null = null): number | null {
  const text = header?.trim() ?? '';
  const told = seconds.exec(text)?.[1];
  const theirs = Date.parse(sent ?? '');
  const until = date.test(text) ? Date.parse(text) : Number.NaN;
  const wait = told === undefined ? until - (Number.isNaN(theirs) ? now : theirs) : Number(told) * 1000;
  return Number.isNaN(wait) ? null : Math.min(longest, Math.max(0, wait));
}
