import { waitOf } from './answer-of-response.ts';
import type { HostState } from './job.ts';
import { restsUntil } from './next-item.ts';

/** How often a host may be asked, whatever for: pages, images and its index count together. Times in milliseconds. */
export interface PaceLimits {
  /** Least time from the start of a request to the start of the next. */
  readonly gap: number;
  /** Rest after a refusal that says no time of its own; doubles with each in a row. */
  readonly pause: number;
  /** Rest after several connections in a row that were refused or cut: the host has shut us out. Doubles too. */
  readonly shutOut: number;
  readonly longestPause: number;
}

/**
 * What web archives bear: 20 requests a minute. The Wayback Machine's index refuses the 25th since June 2026
 * (edgi-govdata-archiving/wayback 0.5.1), and whoever goes on after that is shut out at its firewall for an hour, twice as long
 * each time (internetarchive/wayback issue 252).
 */
export const archiveLimits: PaceLimits = {
  gap: 3000,
  pause: 60_000,
  shutOut: 3_600_000,
  longestPause: 24 * 3_600_000,
};

/** Connections in a row without any answer after which a host counts as one that shuts us out. */
const SHUT_OUT_AFTER = 3;

/** How a request ended: the host answered, refused for now (429, 5xx, with its `Retry-After` and `Date`), or there was no connection. */
export type Heard =
  | { readonly kind: 'answered' | 'silent' }
  | { readonly kind: 'refused'; readonly retryAfter: string | null; readonly sent?: string | null };

/** A host of which nothing is known. */
const unknown: HostState = { notBefore: 0, failures: 0 };

/** The host after a request was begun at `now`: to be stored before it is sent, so that a worker which is stopped keeps the pace too. */
export const afterAsking = (host: HostState = unknown, { gap }: PaceLimits, now: number): HostState => ({
  ...host,
  notBefore: Math.max(restsUntil(host, now), now + gap),
});

/** The host after it was heard at `now`. A rest that it asks for is given up to the longest pause. */
export function afterHearing(host: HostState = unknown, limits: PaceLimits, heard: Heard, now: number): HostState {
  if (heard.kind === 'answered') return { ...host, failures: 0 };
  const failures = host.failures + 1;
  const asked = heard.kind === 'refused' ? (waitOf(heard.retryAfter, now, limits.longestPause, heard.sent) ?? 0) : 0;
  const shutOut = heard.kind === 'silent' && failures >= SHUT_OUT_AFTER;
  const own = shutOut
    ? limits.shutOut * 2 ** (failures - SHUT_OUT_AFTER)
    : limits.pause * 2 ** Math.min(host.failures, 10);
  const notBefore = now + Math.min(limits.longestPause, Math.max(asked, own, limits.gap));
  return { notBefore: Math.max(restsUntil(host, now), notBefore), failures };
}
