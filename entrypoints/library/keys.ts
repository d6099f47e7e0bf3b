interface Deeds {
  search(): void;
  undo(): void;
}

/**
 * The library's keys: `/` seeks, arrows and j, k go from row to row, Delete presses the row's delete button,
 * Ctrl or Command with Z undoes. Enter is the link's own. Nothing happens while a word is being composed or typed.
 */
export function libraryKeys(deeds: Deeds): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'z' || typing) return;
      deeds.undo();
    } else if (event.key === '/' && !typing) deeds.search();
    else if (event.key === 'ArrowDown' || (event.key === 'j' && !typing)) step(1);
    else if (event.key === 'ArrowUp' || (event.key === 'k' && !typing)) step(-1, deeds.search);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !typing)
      rowAtHand()?.querySelector<HTMLElement>('[data-delete]')?.click();
    else return;
    event.preventDefault();
  };
}

const rowAtHand = (): Element | null => document.activeElement?.closest('[data-row]') ?? null;

/** Moves the focus to the next or previous row; above the first row comes the search box. */
function step(by: 1 | -1, above?: () => void): void {
  const rows = [...document.querySelectorAll('[data-row]')];
  const here = rowAtHand();
  const row = here ? rows[rows.indexOf(here) + by] : by === 1 ? rows[0] : undefined;
  if (row) focusRow(row);
  else if (by === -1) above?.();
}

/** Puts the focus on a row's link. */
export function focusRow(row: Element): void {
  const link = row.querySelector('a');
  link?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}
