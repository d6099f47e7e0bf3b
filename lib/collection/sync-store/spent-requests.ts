import * as v from 'valibot';
import type { BudgetStore } from '../../sync/server/budget.ts';
import type { SyncStore } from './sync-store.ts';

const shape = v.object({ minutes: v.record(v.string(), v.number()), notBefore: v.number() });

/** Where it is remembered how much a server was asked lately, so that its limit is kept through restarts. `account` names it. */
export function spentRequests({ facts }: SyncStore, account: string): BudgetStore {
  const key = `spent ${account}`;
  return {
    read: async () => {
      const value = (await facts.get(key))?.value;
      return v.is(shape, value) ? value : null;
    },
    write: async (value) => {
      await facts.put({ key, value });
    },
  };
}
