import { i18n } from '#i18n';
import type { Shortcut } from '../../lib/ui/keys/shortcuts.ts';
import { controlsOf } from './list/rows-as-one-stop.ts';

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
  /** Sends what is chosen, else this row, to Zotero. */
  zotero(id: string): void;
  /** Corrects the fields of a row. */
  edit(id: string): void;
  /** Marks what is chosen, else this row, as read, or as unread again. */
  read(id: string): void;
  /** Exports what is chosen, found or kept. */
  export(): void;
  /** Shows what is listed as pictures. */
  overview(): void;
  /** Shows the list in the next of its shapes. */
  shape(): void;
  /** Goes to the first row of the list, or to the last. */
  end(which: 'first' | 'last'): void;
}

/** The library's keys. What is about a row is about the one that the focus is in. Enter is the link's own. */
export function libraryKeys(actions: KeyActions): readonly Shortcut[] {
  const key = (keys: readonly string[], name: string, act: () => unknown, more: Partial<Shortcut> = {}): Shortcut => ({
    keys,
    name,
    ...more,
    run: () => act() !== false,
  });
  const row = (letter: string, name: string, act: (id: string) => void): Shortcut =>
    key([letter], name, () => about(act), { aboutRow: true });
  const move = (by: 1 | -1, keys: readonly string[]): Shortcut => ({
    keys,
    name: i18n.t('keys.move'),
    typing: true,
    run: (event) => {
      step(by, event.shiftKey, actions);
      return true;
    },
  });
  const within = (by: 1 | -1, keys: readonly string[]): Shortcut =>
    key(keys, i18n.t('keys.within'), () => stepWithin(by));
  const end = (keys: readonly string[], which: 'first' | 'last'): Shortcut =>
    key(keys, i18n.t('keys.ends'), () => {
      const here = rowAtHand() !== null;
      if (here) actions.end(which);
      return here;
    });
  return [
    move(1, ['ArrowDown', 'j']),
    move(-1, ['ArrowUp', 'k']),
    within(1, ['ArrowRight']),
    within(-1, ['ArrowLeft']),
    end(['Home'], 'first'),
    end(['End'], 'last'),
    key(['/'], i18n.t('keys.search'), actions.search),
    key(['x'], i18n.t('keys.choose'), () => press('[data-pick]'), { aboutRow: true }),
    key(['a'], i18n.t('keys.chooseAll'), actions.all, { control: true }),
    key(['Escape'], i18n.t('library.chooseNone'), actions.clear, { typing: true }),
    row('t', i18n.t('library.tags'), actions.tag),
    row('c', i18n.t('library.shelves'), actions.shelve),
    row('n', i18n.t('library.note'), actions.note),
    row('e', i18n.t('edit.title'), actions.edit),
    row('m', i18n.t('keys.markRead'), actions.read),
    row('r', i18n.t('cite.open'), actions.cite),
    key(['o'], i18n.t('exporting.open'), actions.export),
    key(['v'], i18n.t('overview.open'), actions.overview),
    key(['l'], i18n.t('keys.shape'), actions.shape),
    row('z', i18n.t('zotero.send'), actions.zotero),
    key(['Delete'], i18n.t('library.delete'), () => actions.remove() || press('[data-delete]'), { aboutRow: true }),
    key(['z'], i18n.t('common.undo'), actions.undo, { control: true }),
  ];
}

const rowAtHand = (): Element | null => document.activeElement?.closest('[data-row]') ?? null;

function about(action: (id: string) => void): void {
  const row = rowAtHand();
  // Nothing can be done to an essay of another's but to read and take it.
  if (row instanceof HTMLElement && row.dataset['whose'] === undefined) action(row.dataset['id'] ?? '');
}

const press = (control: string): void => rowAtHand()?.querySelector<HTMLElement>(control)?.click();

/** Rows, and the heads of a table above them. */
const lines = '[data-head], [data-row]';

/**
 * Moves the focus to the next or previous row, with Shift choosing both; above the first row come the heads of a table, then the
 * search box.
 */
function step(by: 1 | -1, choosing: boolean, actions: KeyActions): void {
  const here = document.activeElement?.closest(lines) ?? null;
  const rows = [...document.querySelectorAll<HTMLElement>(here === null ? '[data-row]' : lines)];
  const index = here === null ? -1 : rows.findIndex((row) => row.contains(here));
  const row = here === null && by === -1 ? undefined : rows[index + by];
  if (row === undefined) {
    if (by === -1) actions.search();
    return;
  }
  const own = [here, row].flatMap((one) =>
    one instanceof HTMLElement && one.dataset['whose'] === undefined ? (one.dataset['id'] ?? []) : [],
  );
  if (choosing) for (const id of own) actions.extend(id);
  focusRow(row);
}

/** Goes on among the controls of the row or the heads at hand; false at their ends, and outside of both. */
function stepWithin(by: 1 | -1): boolean {
  const row = document.activeElement?.closest(lines) ?? null;
  const all = row === null ? [] : controlsOf(row);
  const at = all.findIndex((one) => one.matches(':focus'));
  const to = at < 0 ? undefined : all[at + by];
  to?.focus({ preventScroll: true });
  return to !== undefined;
}

/** Puts the focus on a row's title. */
export function focusRow(row: Element): void {
  controlsOf(row)[0]?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** Puts the focus on the row that is the list's stop, else on the first; false where there is none. */
export function focusFirstRow(): boolean {
  const row = document.querySelector('[data-row]:has([tabindex="0"])') ?? document.querySelector('[data-row]');
  if (row) focusRow(row);
  return row !== null;
}
