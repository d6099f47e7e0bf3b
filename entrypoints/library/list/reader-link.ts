/** Name of the result list that the reader's way to the next essay goes by. */
export const LIST = 'library';

/** The reader's address for an essay of the result, with the words to mark in it. */
export function readerAddress(id: string, terms: readonly string[]): string {
  const query = new URLSearchParams({ id, list: LIST });
  const words = terms.map((term) => (/\s/u.test(term) ? `"${term}"` : term)).join(' ');
  if (words !== '') query.set('q', words);
  return `/reader.html?${query}`;
}

/**
 * Leaves the result's ids and address in the tab's session storage, where the reader looks for the essays before and after, and for
 * the way back; and the row that is opened, with the pixels from the top of the window to it, for coming back to it.
 */
export function leaveList(ids: readonly string[], storage: Pick<Storage, 'setItem'>, id: string, top: number): void {
  try {
    storage.setItem(`from:${LIST}`, `${location.pathname}${location.search}`);
    storage.setItem(`opened:${LIST}`, JSON.stringify([id, top]));
    storage.setItem(`read:${LIST}`, id);
    // One beyond the storage's bounds leaves none, not the one before.
    storage.setItem(`list:${LIST}`, '[]');
    storage.setItem(`list:${LIST}`, JSON.stringify(ids));
  } catch {
    // A list beyond the storage's bounds is done without: the reader then shows no way on.
  }
}

/** Does it in the place of following the link in this tab; with a key held the browser opens a tab of its own. */
export function followHere(event: MouseEvent, go: () => void): void {
  if (!staysHere(event)) return;
  event.preventDefault();
  go();
}

/** True when a click follows the link in this tab. */
export const staysHere = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
