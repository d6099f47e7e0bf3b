import { hostOf } from './host.ts';
import { type HostState, type Item, type Job, settled } from './job.ts';
import { nextCapture } from './next-capture.ts';

/**
 * How asking for an item went. `again` asks for it once more, after the server had a rest: refused for now (429, 5xx),
 * silent, or cut off. `failed` is for good: gone, no essay, not allowed; where it is `final`, other captures of the page are no better.
 * `resting`: its host has asked for a rest, or is given one; nothing is wrong with the item, and no try counts.
 * `lost`: what reads it died under it. It is asked for once more; the second time it fails by that name.
 */
export type Answer =
  | { readonly kind: 'kept' | 'already' }
  | { readonly kind: 'failed'; readonly reason: string; readonly final?: true }
  | { readonly kind: 'again' | 'resting'; readonly reason: string; readonly retryAfter: number | null }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'offline' };

/** Times in milliseconds. */
export interface Manners {
  /** Rest between two requests to a host: a random time between the two. */
  readonly rest: readonly [least: number, most: number];
  /** Rest after the first refusal; doubles with each in a row. */
  readonly backOff: number;
  readonly longestBackOff: number;
  /** How often an item is asked for before it counts as failed. */
  readonly tries: number;
}

/** Slower than a person who reads titles; a server that is down for an hour is asked some ten times. */
export const politely: Manners = { rest: [1500, 3500], backOff: 10_000, longestBackOff: 600_000, tries: 6 };

/** Rests that a reader may choose instead, for servers that are older or slower still. */
const restsOf = { normal: politely.rest, gentle: [6000, 10_000], slow: [20_000, 40_000] } as const;

/** How fast queues go, from the fastest that is polite. */
export type QueuePace = keyof typeof restsOf;

/** Tries of a capture: its archive's own trouble counts for none, and another capture may have the page. */
const triesOfCapture = 4;

/** The manners of a pace, with sites or with the captures of an archive. */
export const mannersOf = (pace: QueuePace, ofCaptures = false): Manners => ({
  ...politely,
  rest: restsOf[pace],
  ...(ofCaptures && { tries: triesOfCapture }),
});

/**
 * Takes in an answer at `now`. `chance` is a random number from 0 to below 1. The host rests before it is asked again:
 * after a refusal as long as `Retry-After` says or longer. When nothing is left to ask for, the job is done.
 */
export function takeAnswer(
  job: Job,
  number: number,
  answer: Answer,
  now: number,
  chance: number,
  manners: Manners = politely,
): Job {
  const item = job.items[number];
  if (item?.state !== 'asked') return job;
  const answered = itemAfter(item, answer, manners);
  const items = job.items.with(number, answered);
  const host = hostOf(item.address);
  const before = job.hosts[host] ?? { notBefore: 0, failures: 0 };
  const hosts = { ...job.hosts, [host]: hostAfter(before, answer, now, chance, manners) };
  return settled({ ...job, items, hosts });
}

/** Takes in what is known of waiting items without asking: by number, that they are kept. No host rests for it. */
export function takeKnown(job: Job, known: ReadonlyMap<number, 'kept' | 'already'>): Job {
  if (known.size === 0) return job;
  const items = job.items.map((item): Item => {
    const state = item.state === 'waiting' ? known.get(item.number) : undefined;
    return state === undefined ? item : { ...item, state, reason: '' };
  });
  return settled({ ...job, items });
}

/** A rest between two requests to a host, in milliseconds. `chance` is a random number from 0 to below 1. */
export const restOf = ({ rest: [least, most] }: Manners, chance: number): number => least + chance * (most - least);

function itemAfter(item: Item, answer: Answer, { tries }: Manners): Item {
  switch (answer.kind) {
    case 'kept':
    case 'already':
      return { ...item, state: answer.kind, reason: '' };
    case 'failed':
      return answer.final ? { ...item, state: 'failed', reason: answer.reason } : failedItem(item, answer.reason);
    case 'resting':
      return { ...item, state: 'waiting', tries: item.tries - 1, reason: answer.reason };
    case 'offline':
      return { ...item, state: 'waiting', tries: item.tries - 1 };
    case 'lost':
      return item.reason === answer.reason
        ? failedItem(item, answer.reason)
        : { ...item, state: 'waiting', reason: answer.reason };
    case 'again':
      return item.tries < tries
        ? { ...item, state: 'waiting', reason: answer.reason }
        : failedItem(item, answer.reason);
  }
}

/** Failed for good; or waiting for the next capture of the page, where an archive has one that was not asked for yet. */
function failedItem(item: Item, reason: string): Item {
  const next = nextCapture(item, reason);
  if (next === null) return { ...item, state: 'failed', reason };
  return { ...item, ...next, state: 'waiting', reason: '', tries: 0 };
}

function hostAfter(host: HostState, answer: Answer, now: number, chance: number, manners: Manners): HostState {
  const rest = restOf(manners, chance);
  if (answer.kind !== 'again' && answer.kind !== 'resting' && answer.kind !== 'offline')
    return { notBefore: now + rest, failures: 0 };
  if (answer.kind === 'offline') return { ...host, notBefore: now + manners.backOff + rest };
  const backOff = Math.min(manners.longestBackOff, manners.backOff * 2 ** host.failures);
  return { notBefore: now + Math.max(backOff, answer.retryAfter ?? 0) + rest, failures: host.failures + 1 };
}
