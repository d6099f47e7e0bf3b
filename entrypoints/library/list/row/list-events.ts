import { followHere } from '../reader-link.ts';

/** What the pointer asks of the rows of a list. */
interface RowEvents {
  /** Whether a row has a menu. */
  readonly menus: () => boolean;
  /** Goes to the list that a link in a row leads to, by its query. */
  readonly ongo: (query: string) => void;
  /** Opens the menu of a row at a point of the window. */
  readonly onmenu: (row: HTMLElement, x: number, y: number) => void;
}

/**
 * A link of a credit line is followed within the page; the menu of a row opens by its button, and where the browser would open its
 * own. An attachment: gives the function that stops it.
 */
export const listenToRows =
  ({ menus, ongo, onmenu }: RowEvents) =>
  (list: HTMLElement): (() => void) => {
    const within = (event: Event, selector: string): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    const onClick = (event: MouseEvent): void => {
      const link = within(event, 'a[data-testid="credit-link"]');
      if (link instanceof HTMLAnchorElement) followHere(event, () => ongo(link.search));
      const more = within(event, '[data-more]');
      const row = within(event, '[data-row]');
      if (more === null || row === null) return;
      const { left, bottom } = more.getBoundingClientRect();
      onmenu(row, left, bottom);
    };
    const onContextMenu = (event: MouseEvent): void => {
      const row = within(event, '[data-row]');
      // With Shift held, or over words that are selected, it is the browser's own.
      if (
        row === null ||
        !menus() ||
        row.dataset['whose'] !== undefined ||
        (event.button === 2 && event.shiftKey) ||
        getSelection()?.isCollapsed === false
      )
        return;
      event.preventDefault();
      const byKey = event.button !== 2;
      const { left, bottom } = (document.activeElement ?? row).getBoundingClientRect();
      onmenu(row, byKey ? left : event.clientX, byKey ? bottom : event.clientY);
    };
    list.addEventListener('click', onClick);
    list.addEventListener('contextmenu', onContextMenu);
    return () => {
      list.removeEventListener('click', onClick);
      list.removeEventListener('contextmenu', onContextMenu);
    };
  };
