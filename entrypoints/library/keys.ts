interface KeyActions {
  search(): void;
  undo(): void;
  /** Chooses every essay of the list. */
  all(): void;
  /** Lets go of what is chosen; false when nothing is. */
  clear(): boolean;
  /** Chooses all rows up to this one. */
  extend(id: string): void;
  /** Deletes what is chosen; false when nothing is. */
  remove(): boolean;
  /** Tags what is chosen, else this row. */
  tag(id: string): void;
  /** Puts what is chosen, else this row, into collections. */
  shelve(id: string): void;
  /** Writes a note on a row. */
  note(id: string): void;
  /** Cites what is chosen, else this row. */
  cite(id: string): void;
  /** Corrects the fields of a row. */
  edit(id: string): void;
  /** Marks what is chosen, else this row, as read, or as unread again. */
  read(id: string): void;
  /** Exports what is chosen, found or kept. */
  export(): void;
}

/**
 * The library's keys: `/` seeks, arrows and j, k go from row to row (with Shift choosing them), x chooses the row,
 * t tags it, c puts it into collections, n writes a note on it, e corrects its fields, m marks it as read, r cites it, o exports what is at hand; Ctrl or Command with A chooses all, Escape
 * none; Delete deletes what is chosen, else the row at hand; Ctrl or Command with Z undoes. Enter is the link's own. Nothing happens while a word is composed or typed, or a dialog asks.
 */
export function libraryKeys(actions: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
    if (takes(event, actions, isTyping(event.target))) event.preventDefault();
  };
}

function takes(event: KeyboardEvent, actions: KeyActions, typing: boolean): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (typing || (key !== 'z' && key !== 'a') || event.shiftKey) return false;
    if (key === 'z') actions.undo();
    else actions.all();
    return true;
  }
  if (key === 'Escape') return actions.clear();
  if (key === 'ArrowDown' || (key === 'j' && !typing)) step(1, event.shiftKey, actions);
  else if (key === 'ArrowUp' || (key === 'k' && !typing)) step(-1, event.shiftKey, actions);
  else if (typing) return false;
  else if (key === '/') actions.search();
  else if (key === 't') about(actions.tag);
  else if (key === 'c') about(actions.shelve);
  else if (key === 'n') about(actions.note);
  else if (key === 'r') about(actions.cite);
  else if (key === 'e') about(actions.edit);
  else if (key === 'm') about(actions.read);
  else if (key === 'o') actions.export();
  else if (key === 'x') press('[data-pick]');
  else if (key === 'Delete' || key === 'Backspace') actions.remove() || press('[data-delete]');
  else return false;
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

const rowAtHand = (): Element | null => document.activeElement?.closest('[data-row]') ?? null;

function about(action: (id: string) => void): void {
  const row = rowAtHand();
  if (row instanceof HTMLElement) action(row.dataset['id'] ?? '');
}

const press = (control: string) => rowAtHand()?.querySelector<HTMLElement>(control)?.click();

/** Moves the focus to the next or previous row; above the first row comes the search box. */
function step(by: 1 | -1, choosing: boolean, actions: KeyActions): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rowAtHand();
  const index = here === null ? -1 : rows.findIndex((row) => row.contains(here));
  const row = here === null && by === -1 ? undefined : rows[index + by];
  if (row === undefined) {
    if (by === -1) actions.search();
    return;
  }
  if (choosing && here instanceof HTMLElement) {
    actions.extend(here.dataset['id'] ?? '');
    actions.extend(row.dataset['id'] ?? '');
  }
  focusRow(row);
}

/** Puts the focus on a row's link. */
export function focusRow(row: Element): void {
  const link = row.querySelector('a');
  link?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}
