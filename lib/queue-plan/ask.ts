import { isPublicAddress } from '../essay/archive-hosts.ts';
import type { SaveAnswer } from './save-answer.ts';

/** A page that a web archive is to be asked to save, and how far that is. Plain data, so that a store can hold it. */
export interface Ask {
  readonly essayId: string;
  /** The page's address: that of the essay before archiving. */
  readonly address: string;
  /**
   * `waiting` to be asked for; `asked`: the archive has said that it will, and nothing is saved yet; `saved`: the capture's address is
   * known; `failed` for good.
   */
  readonly state: 'waiting' | 'asked' | 'saved' | 'failed';
  /** The archive's own number of the task, '' where it gave none. */
  readonly job: string;
  /** When it was asked for last: milliseconds since 1970, 0 for never. */
  readonly askedAt: number;
  /** Before it nothing is asked for the page: milliseconds since 1970. */
  readonly notBefore: number;
  /** How often the archive was asked to save it. */
  readonly tries: number;
  /** How often it was looked for since it was asked to save it last. */
  readonly looks: number;
  /** Machine word of why it is not saved, '' for none. */
  readonly reason: string;
  /** Address of the capture, '' before it is known. */
  readonly copy: string;
}

/** The address of an essay that was kept from its living, public site, which an archive may be asked to save; null for any other. */
export const liveAddress = (essay: { readonly originalUrl: string; readonly archivedCopy: unknown }): string | null =>
  essay.archivedCopy === null && isPublicAddress(essay.originalUrl) ? essay.originalUrl.replace(/#.*$/s, '') : null;

/** A page that is to be saved, and was not asked for yet. */
export const newAsk = (essayId: string, address: string): Ask => ({
  essayId,
  address,
  state: 'waiting',
  job: '',
  askedAt: 0,
  notBefore: 0,
  tries: 0,
  looks: 0,
  reason: '',
  copy: '',
});

/** Milliseconds between two pages that are to be saved: 3 a minute without keys, 7 with (spn-client); we stay below. */
export const savingGap = (withKeys: boolean): number => (withKeys ? 10_000 : 30_000);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Saving a page takes some seconds to some minutes; the index tells of it later than the status of a task does. */
const lookAfter = { job: 20 * SECOND, index: 10 * MINUTE } as const;
/** Looks after which what was asked for is asked for again, or given up. */
const mostLooks = 6;
const mostTries = 4;
/** The archive's day is that of Greenwich; clocks differ. */
const DAY = 24 * 60 * MINUTE;

/** A page after the archive was asked to save it, or was looked for, at `now`. */
export function afterSaveAnswer(
  ask: Ask,
  answer: SaveAnswer,
  now: number,
  copyOf: (ask: Ask, timestamp: string) => string,
): Ask {
  switch (answer.kind) {
    case 'saved':
      return { ...ask, state: 'saved', reason: '', copy: copyOf(ask, answer.timestamp) };
    case 'failed':
      return { ...ask, state: 'failed', reason: answer.reason };
    case 'resting':
      return { ...ask, notBefore: answer.until };
    case 'quota':
      return { ...ask, ...again, reason: answer.reason, notBefore: nextDay(answer.reason, now) };
    case 'again':
      return laterOrNever({ ...ask, reason: answer.reason }, now);
    case 'pending':
      return pendingAt(ask, answer.job, now);
  }
}

const again = { state: 'waiting', job: '', looks: 0 } as const;

/** A session's limit passes with what is under way; a day's with the day. */
const nextDay = (reason: string, now: number): number =>
  /session|requests/.test(reason) ? now + 5 * MINUTE : (Math.floor(now / DAY) + 1) * DAY + 5 * MINUTE;

function pendingAt(ask: Ask, job: string, now: number): Ask {
  const looks = ask.state === 'asked' ? ask.looks + 1 : 0;
  if (looks >= mostLooks) return laterOrNever({ ...ask, reason: ask.reason || 'save-not-seen' }, now);
  const wait = (job === '' ? lookAfter.index : lookAfter.job) * 2 ** looks;
  return { ...ask, state: 'asked', job, looks, reason: '', notBefore: now + wait };
}

function laterOrNever(ask: Ask, now: number): Ask {
  if (ask.tries >= mostTries) return { ...ask, state: 'failed' };
  return { ...ask, ...again, notBefore: now + 5 * MINUTE * 4 ** Math.max(0, ask.tries - 1) };
}

/** What is to be done next: the page to ask for or to look for now, or when to come back (infinite for never). */
export type NextAsk = { readonly kind: 'ask'; readonly ask: Ask } | { readonly kind: 'wait'; readonly until: number };

/** Looks for what was asked first: that is quick, and frees what the archive allows at a time. */
export function nextAsk(asks: readonly Ask[], now: number, withKeys: boolean): NextAsk {
  const last = Math.max(0, ...asks.map(({ askedAt }) => (askedAt > now ? 0 : askedAt)));
  const free = last + savingGap(withKeys);
  const open = asks
    .filter(({ state }) => state === 'waiting' || state === 'asked')
    .map((ask) => ({ ask, at: Math.max(heldUntil(ask, now), ask.state === 'waiting' ? free : 0) }))
    .toSorted((one, other) => one.at - other.at || (one.ask.state < other.ask.state ? -1 : 1));
  const [first] = open;
  if (first === undefined) return { kind: 'wait', until: Number.POSITIVE_INFINITY };
  return first.at <= now ? { kind: 'ask', ask: first.ask } : { kind: 'wait', until: first.at };
}

/** What is to wait for longer than two days was told to by a clock that was wrong. */
const heldUntil = ({ notBefore }: Ask, now: number): number => (notBefore > now + 2 * DAY ? 0 : notBefore);
