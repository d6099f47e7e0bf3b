import { SyncRefusal } from '../storage.ts';

/** How many requests a server was sent lately. It outlives restarts of browser and worker. */
export interface SpentRequests {
  /** Requests by the minute in which they were sent, minutes since 1970. */
  readonly minutes: Readonly<Record<string, number>>;
  /** When the server may be asked again, milliseconds since 1970. */
  readonly notBefore: number;
}

/** Where the budget is stored. */
export interface BudgetStore {
  readonly read: () => Promise<SpentRequests | null>;
  readonly write: (spent: SpentRequests) => Promise<void>;
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

/** The budget of one server, as far as `store` remembers. One sync at a time spends it. */
export function requestBudget(store: BudgetStore, now: () => number, most = MOST): RequestBudget {
  const none: SpentRequests = { minutes: {}, notBefore: 0 };
  return {
    spend: async () => {
      const at = now();
      const spent = (await store.read()) ?? none;
      // A clock that was put back would wait for days.
      if (spent.notBefore > at && spent.notBefore < at + 24 * 60 * MINUTE)
        throw new SyncRefusal('later', String(spent.notBefore));
      const minute = Math.floor(at / MINUTE);
      const recent = Object.entries(spent.minutes)
        .map(([name, count]) => ({ minute: Number(name), count }))
        .filter((one) => one.minute > minute - MINUTES && one.minute <= minute);
      if (recent.reduce((sum, { count }) => sum + count, 0) >= most) {
        const first = Math.min(...recent.map((one) => one.minute));
        throw new SyncRefusal('later', String((first + MINUTES) * MINUTE));
      }
      const minutes = Object.fromEntries(recent.map((one): [string, number] => [String(one.minute), one.count]));
      minutes[minute] = (minutes[minute] ?? 0) + 1;
      await store.write({ minutes, notBefore: 0 });
    },
    rest: async (until) => {
      const { minutes } = (await store.read()) ?? none;
      await store.write({ minutes, notBefore: until });
    },
  };
}
