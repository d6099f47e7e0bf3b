import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { fetchServed } from '../../lib/dom/fetch-served.ts';
import { base64OfBytes } from '../../lib/essay/base64.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import type { ServedAnswer, ServedProblem } from '../../lib/messages/protocol.ts';
import { isFetchable, patternOf } from '../../lib/queue-plan/wanted.ts';

/** Largest page that a clipper takes, in bytes. */
const LARGEST = 20_000_000;

const request = v.strictObject({
  address: v.pipe(v.string(), v.maxLength(4000), v.check(isFetchable)),
  most: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST)),
});

/** What a reload sends: nothing in the request says that a program asks (Fetch standard, "Accept" of a navigation). */
const AS_A_RELOAD = {
  cache: 'no-cache',
  credentials: 'include',
  headers: {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'upgrade-insecure-requests': '1',
  },
} as const satisfies RequestInit;

/**
 * A page of the site that a frame shows, for the clipper in that frame: of its own origin and of no other, and only where the
 * reader has opened that site to us.
 */
export async function readServedPage(
  sent: unknown,
  frameUrl: string | undefined,
): Promise<Outcome<ServedAnswer, ServedProblem>> {
  if (!v.is(request, sent) || !isSameOrigin(sent.address, frameUrl)) return fail('unreachable');
  const granted = await browser.permissions.contains({ origins: [patternOf(sent.address)] });
  if (!granted) return fail('no-permission');
  const served = await fetchServed(sent.address, sent.most, { init: AS_A_RELOAD, again: null });
  return served === null ? fail('unreachable') : succeed({ ...served, bytes: base64OfBytes(served.bytes) });
}

const isSameOrigin = (address: string, frameUrl: string | undefined): boolean =>
  frameUrl !== undefined && URL.canParse(frameUrl) && new URL(frameUrl).origin === new URL(address).origin;
