import { SyncRefusal } from '../storage.ts';

/** How many requests a server was sent lately. It outlives restarts of browser and worker. */
export interface SpentRequests {
  /** Requests by the minute in which they were sent, minutes since 1970. */
  readonly minutes: Readonly<Record<string, number>>;
  /** When the server may be asked again, milliseconds since 1970. */
  readonly notBefore: number;
  /** When that was said, milliseconds since 1970: a clock that shows an earlier time since was put back. */
  readonly saidAt?: number;
}

/** Where the budget is stored. */
export interface BudgetStore {
  /** Puts what `change` makes of it in its place, null being nothing yet. Nobody else changes it meanwhile: a sync, a publication and subscriptions may ask one server at once. */
  readonly change: (change: (spent: SpentRequests | null) => SpentRequests) => Promise<void>;
}

/** Counts requests before they are sent. */
export interface RequestBudget {
  /** Rejects with `later` where there were enough, or the server asked for a rest. */
  readonly spend: () => Promise<void>;
  /** Sends nothing before that moment, milliseconds since 1970. */
  readonly rest: (until: number) => Promise<void>;
}

/** 坚果云 allows 600 in 30 minutes without payment, for all programs of an account together: some are left to the others. */
const MOST = 500;
const MINUTES = 30;
const MINUTE = 60_000;
/** The longest rest, milliseconds. */
const DAY = 86_400_000;

const nothingSpent: SpentRequests = { minutes: {}, notBefore: 0 };

/** The budget of one server, as far as `store` remembers. */
export function requestBudget(store: BudgetStore, now: () => number, most = MOST): RequestBudget {
  return {
    spend: async () => {
      const held = { until: 0 };
      await store.change((before) => {
        const spent = byClock(before ?? nothingSpent, now());
        held.until = restUntil(spent, now(), most);
        return held.until === 0 ? withOneMore(spent, now()) : spent;
      });
      if (held.until > 0) throw new SyncRefusal('later', String(held.until));
    },
    rest: (until) =>
      store.change((before) => ({ ...byClock(before ?? nothingSpent, now()), notBefore: until, saidAt: now() })),
  };
}

/**
 * What was spent in the last half hour. Where the clock was put back nobody knows how long ago that was: what was sent later than it is now counts as sent
 * now, and a rest as begun now, so that neither is forgotten and nothing waits for days.
 */
function byClock({ minutes, notBefore, saidAt = 0 }: SpentRequests, at: number): SpentRequests {
  const current = Math.floor(at / MINUTE);
  const recent: Record<string, number> = {};
  for (const [name, count] of Object.entries(minutes)) {
    const minute = Math.min(Number(name), current);
    if (minute > current - MINUTES) recent[minute] = (recent[minute] ?? 0) + count;
  }
  if (notBefore <= at) return { minutes: recent, notBefore: 0 };
  const until = saidAt > at ? at + notBefore - saidAt : notBefore;
  return { minutes: recent, notBefore: until <= at + DAY ? until : 0, saidAt: Math.min(saidAt, at) };
}

/** When the server may be asked again; 0 where that is now. */
function restUntil({ minutes, notBefore }: SpentRequests, at: number, most: number): number {
  if (notBefore > at) return notBefore;
  const recent = Object.entries(minutes);
  if (recent.reduce((sum, [, count]) => sum + count, 0) < most) return 0;
  return (Math.min(...recent.map(([minute]) => Number(minute))) + MINUTES) * MINUTE;
}

function withOneMore({ minutes }: SpentRequests, at: number): SpentRequests {
  const minute = Math.floor(at / MINUTE);
  return { minutes: { ...minutes, [minute]: (minutes[minute] ?? 0) + 1 }, notBefore: 0 };
}
