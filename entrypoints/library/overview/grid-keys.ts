/**
 * Makes the links of a table one Tab stop, with arrows from one to the next: to the side within a row, up and down to the nearest
 * column of the next row that has any; Home and End to the ends of a row. An attachment: gives the function that stops it.
 */
export function gridKeys(table: HTMLElement): () => void {
  const held: { stop: HTMLElement | null } = { stop: null };
  const links = (): HTMLElement[] => [...table.querySelectorAll<HTMLElement>('a[href]')];
  const settle = (): void => {
    const all = links();
    const stop = all.find((one) => one === held.stop) ?? all[0];
    for (const one of all) {
      const index = one === stop ? 0 : -1;
      if (one.getAttribute('tabindex') !== String(index)) one.tabIndex = index;
    }
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || !target.matches('a[href]')) return;
    held.stop = target;
    settle();
  };
  const onKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof Element)) return;
    const to = linkAfter(table, target, key);
    if (to === null) return;
    event.preventDefault();
    to.focus();
  };
  const observer = new MutationObserver(settle);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener('focusin', onFocus);
  table.addEventListener('keydown', onKey);
  settle();
  return () => {
    observer.disconnect();
    table.removeEventListener('focusin', onFocus);
    table.removeEventListener('keydown', onKey);
  };
}

const linksIn = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('a[href]')];

const columnOf = (link: Element): number => link.closest<HTMLTableCellElement>('th, td')?.cellIndex ?? 0;

/** The link that a key leads to; null for a key that leads nowhere. */
function linkAfter(table: Element, from: Element, key: string): HTMLElement | null {
  const row = from.closest('tr');
  const link = from.closest('a');
  if (row === null || link === null) return null;
  const own = linksIn(row);
  const at = own.indexOf(link);
  if (key === 'ArrowRight' || key === 'ArrowLeft') return own[at + (key === 'ArrowRight' ? 1 : -1)] ?? null;
  if (key === 'Home' || key === 'End') return own.at(key === 'Home' ? 0 : -1) ?? null;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const rows = [...table.querySelectorAll('tr')];
  const here = rows.indexOf(row);
  const onward = key === 'ArrowDown' ? rows.slice(here + 1) : rows.slice(0, here).reverse();
  const next = onward.map(linksIn).find((all) => all.length > 0) ?? [];
  const column = columnOf(link);
  const near = next.toSorted((a, b) => Math.abs(columnOf(a) - column) - Math.abs(columnOf(b) - column));
  return near[0] ?? null;
}
