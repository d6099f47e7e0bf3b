import { observe } from '../../collection/observe.ts';
import { type Publication, readPublication } from '../../collection/publishing/publication.ts';
import { listSubscriptions } from '../../collection/subscriptions/subscription.ts';
import type { SubscriptionRow } from '../../collection/subscriptions/subscription-row.ts';
import type { SyncStore } from '../../collection/sync-store/sync-store.ts';

/** What is read of colleagues and what they can read, as it is and as it changes. */
export function createColleaguesView(store: SyncStore) {
  let subscriptions = $state.raw<readonly SubscriptionRow[]>([]);
  let publication = $state.raw<Publication | null | undefined>();
  return {
    get subscriptions(): readonly SubscriptionRow[] {
      return subscriptions;
    },
    /** Null where nothing is published; undefined until that is known. */
    get publication(): Publication | null | undefined {
      return publication;
    },
    /** Follows the store. Gives the function that stops it. */
    follow(): () => void {
      const stops = [
        observe(
          () => listSubscriptions(store).catch(() => []),
          (read) => (subscriptions = read),
        ),
        observe(
          () => readPublication(store).catch(() => null),
          (read) => (publication = read),
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

export type ColleaguesView = ReturnType<typeof createColleaguesView>;
