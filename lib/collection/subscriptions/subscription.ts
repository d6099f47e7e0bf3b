import type { SyncStore } from '../sync-store/sync-store.ts';
import type { SubscriptionRow } from './subscription-row.ts';

/** What is wanted, those of the longest standing first. Rejects when the database fails. */
export async function listSubscriptions({ subscriptions }: SyncStore): Promise<readonly SubscriptionRow[]> {
  const rows = await subscriptions.toArray();
  return rows.filter(({ goneAt }) => goneAt === 0).toSorted((one, other) => one.addedAt - other.addedAt);
}

/** Changes some of one; nothing where it is not there any more. Rejects when the database fails. */
export async function changeSubscription(
  { subscriptions }: SyncStore,
  id: string,
  change: Partial<SubscriptionRow>,
): Promise<void> {
  await subscriptions.update(id, change);
}
