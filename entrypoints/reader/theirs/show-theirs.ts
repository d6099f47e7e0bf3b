import { mount } from 'svelte';
import type { Collection } from '../../../lib/collection/collection.ts';
import { partsOfForeignId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import { openSubscribed } from '../../../lib/collection/subscriptions/open-subscribed.ts';
import { listSubscriptions } from '../../../lib/collection/subscriptions/subscription.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import type { PlaceInList } from '../bar/result-list.ts';
import Theirs from './Theirs.svelte';

/** Shows an essay of another's; one of a subscription that is not there any more is told as missing. */
export async function showTheirs(
  target: Element,
  own: Collection,
  shown: { readonly id: string; readonly query: string; readonly place: PlaceInList | null },
): Promise<void> {
  const from = partsOfForeignId(shown.id)?.from ?? '';
  const rows = await listSubscriptions(openSyncStore()).catch(() => []);
  const row = rows.find(({ id }) => id === from) ?? null;
  mount(Theirs, { target, props: { own, collection: openSubscribed(row?.id ?? 'none'), from: row, ...shown } });
}
