import { leaveList, staysHere } from '../reader-link.ts';
import type { Results } from '../results.svelte.ts';

/** Follows the link of a row in this tab. The reader finds the list in the tab, so it is left there before the tab goes on. */
export async function openRow(event: MouseEvent, results: Pick<Results, 'ids'>, id: string, to: string): Promise<void> {
  if (!staysHere(event)) return;
  event.preventDefault();
  const row = event.currentTarget instanceof Element ? event.currentTarget.closest('[data-row]') : null;
  const top = row?.getBoundingClientRect().top ?? 0;
  leaveList(await results.ids(), sessionStorage, id, top);
  location.assign(to);
}
