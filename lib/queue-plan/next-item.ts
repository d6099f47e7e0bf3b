import { hostOf } from './host.ts';
import type { HostState, Item, Job } from './job.ts';

/** What is to be done next: ask for an item, wait until a time, wait for an answer, or nothing more. */
export type Next =
  | { readonly kind: 'ask'; readonly item: Item; readonly job: Job }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'busy' }
  | { readonly kind: 'nothing' };

/**
 * Milliseconds beyond any rest that is ever given: archives may ask for a day. A host that is to rest longer was asked while the
 * clock was wrong.
 */
const LONGEST_REST = 25 * 3_600_000;

/** When a host may be asked again, in milliseconds of 1970: 0 for at once. */
export const restsUntil = (host: HostState | undefined, now: number): number =>
  host === undefined || host.notBefore > now + LONGEST_REST ? 0 : host.notBefore;

/** The hosts that a job has asked and that have not answered. */
export const busyHosts = (job: Job): ReadonlySet<string> =>
  new Set(job.items.filter(({ state }) => state === 'asked').map(({ address }) => hostOf(address)));

/**
 * The next item of a running job: the first that waits, of a host that is neither asked at the moment nor resting.
 * Before the reader has chosen, lists alone are asked for. The job that comes with it has it as asked for: store that before asking, so that nothing is asked for twice. Hosts
 * that are `closed`, as `hostOf` gives them, count as asked: by another job, or because the reader has not granted them.
 */
export function nextItem(job: Job, now: number, closed: ReadonlySet<string> = new Set()): Next {
  if (job.state !== 'running') return { kind: 'nothing' };
  const busy = new Set([...closed, ...busyHosts(job)]);
  let until = Number.POSITIVE_INFINITY;
  for (const item of inTurn(job.items)) {
    const host = hostOf(item.address);
    if (item.state !== 'waiting' || busy.has(host) || (job.choosing && item.kind !== 'list')) continue;
    const notBefore = restsUntil(job.hosts[host], now);
    if (notBefore > now) {
      until = Math.min(until, notBefore);
      continue;
    }
    const asked: Item = { ...item, state: 'asked', tries: item.tries + 1 };
    return { kind: 'ask', item: asked, job: { ...job, items: job.items.with(item.number, asked) } };
  }
  if (Number.isFinite(until)) return { kind: 'wait', until };
  return { kind: busy.size > 0 ? 'busy' : 'nothing' };
}

/** Tries after which an archived page lets the others of its archive go first: one that is cut off each time holds up none. */
const PATIENT_TRIES = 2;

function* inTurn(items: readonly Item[]): Generator<Item> {
  const isLate = ({ others, tries }: Item): boolean => others !== undefined && tries >= PATIENT_TRIES;
  for (const item of items) if (!isLate(item)) yield item;
  for (const item of items) if (isLate(item)) yield item;
}
