import * as v from 'valibot';
import type { BudgetStore } from '../../sync/server/budget.ts';
import type { SyncStore } from './sync-store.ts';

const shape = v.object({
  minutes: v.record(v.string(), v.number()),
  notBefore: v.number(),
  saidAt: v.exactOptional(v.number()),
});

/** Where it is remembered how much a server was asked lately, so that its limit is kept through restarts and over all that ask it. `account` names it. */
export function spentRequests(store: SyncStore, account: string): BudgetStore {
  const { facts } = store;
  const key = `spent ${account}`;
  return {
    change: (change) =>
      store.transaction('rw', facts, async () => {
        const value = (await facts.get(key))?.value;
        await facts.put({ key, value: change(v.is(shape, value) ? value : null) });
      }) as unknown as Promise<void>,
  };
}
