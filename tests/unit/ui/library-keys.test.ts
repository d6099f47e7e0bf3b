import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { libraryKeys } from '../../../entrypoints/library/keys.ts';
import { listenTo } from '../../../lib/ui/keys/shortcuts.ts';

const chosen = { any: false };
const actions = {
  search: vi.fn(),
  undo: vi.fn(),
  all: vi.fn(),
  clear: vi.fn(() => chosen.any),
  extend: vi.fn(),
  remove: vi.fn(() => chosen.any),
  tag: vi.fn(),
  note: vi.fn(),
  edit: vi.fn(),
  shelve: vi.fn(),
  cite: vi.fn(),
  read: vi.fn(),
  export: vi.fn(),
  overview: vi.fn(),
  shape: vi.fn(),
  zotero: vi.fn(),
  end: vi.fn(),
};
const removed = vi.fn();
const picked = vi.fn();
const letters = { on: true };
const listen = listenTo(
  () => libraryKeys(actions),
  () => letters.on,
);

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  for (const name of ['one', 'two']) {
    const row = document.body.appendChild(document.createElement('li'));
    const link = row.appendChild(document.createElement('a'));
    const pick = row.appendChild(document.createElement('button'));
    const remove = row.appendChild(document.createElement('button'));
    Object.assign(row.dataset, { row: '', id: name });
    link.dataset['open'] = '';
    Object.assign(link, { href: `#${name}`, id: name });
    remove.dataset['delete'] = '';
    pick.dataset['pick'] = '';
    pick.addEventListener('click', () => picked(name));
    remove.addEventListener('click', () => removed(name));
  }
  document.body.appendChild(document.createElement('input')).id = 'box';
  addEventListener('keydown', listen);
});
afterEach(() => {
  removeEventListener('keydown', listen);
  document.body.replaceChildren();
  vi.clearAllMocks();
  chosen.any = false;
  letters.on = true;
});

const press = (key: string, more: KeyboardEventInit = {}) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const focusOn = (id: string) => document.getElementById(id)?.focus();
const focused = () => document.activeElement?.id;

it('goes from row to row, and above the first one to the search box', () => {
  press('j');
  expect(focused()).toBe('one');
  press('ArrowDown');
  expect(focused()).toBe('two');
  press('ArrowDown');
  expect(focused()).toBe('two');
  press('k');
  expect(focused()).toBe('one');
  expect(actions.search).not.toHaveBeenCalled();
  press('ArrowUp');
  expect(actions.search).toHaveBeenCalledOnce();
});

it('goes from the first row to the heads of a table, along them, and from there to the search box', () => {
  const head = document.createElement('div');
  head.dataset['head'] = '';
  for (const name of ['title', 'date']) head.appendChild(document.createElement('button')).id = name;
  document.body.prepend(head);
  press('ArrowDown');
  expect(focused()).toBe('one');
  press('ArrowUp');
  expect(focused()).toBe('title');
  press('ArrowRight');
  expect(focused()).toBe('date');
  for (const key of ['t', 'n']) press(key);
  expect([actions.tag.mock.calls.length, actions.note.mock.calls.length]).toEqual([0, 0]);
  press('ArrowUp');
  expect(actions.search).toHaveBeenCalledOnce();
  press('ArrowDown', { shiftKey: true });
  expect([focused(), actions.extend.mock.calls]).toEqual(['one', [['one']]]);
});

it('shows the list in another shape by l', () => {
  press('l');
  expect(actions.shape).toHaveBeenCalledOnce();
});

it('deletes the row at hand and nothing when there is none', () => {
  press('Delete');
  focusOn('two');
  press('Delete');
  expect(removed.mock.calls).toEqual([['two']]);
});

it('seeks with a slash and undoes with Ctrl or Command and Z', () => {
  press('/');
  press('z', { ctrlKey: true });
  press('z', { metaKey: true });
  expect([actions.search.mock.calls.length, actions.undo.mock.calls.length]).toEqual([1, 2]);
});

it('leaves letters to the one who types, but goes down from the box by arrow', () => {
  focusOn('box');
  for (const key of ['j', 'k', '/', 'x', 't', 'c', 'n', 'Delete', 'Backspace']) press(key);
  for (const key of ['z', 'a']) press(key, { ctrlKey: true });
  expect(focused()).toBe('box');
  expect([...Object.values(actions), removed, picked].every((action) => action.mock.calls.length === 0)).toBe(true);
  press('ArrowDown');
  expect(focused()).toBe('one');
});

it('does nothing while a word is composed, however the browser tells it', () => {
  focusOn('box');
  press('ArrowDown', { keyCode: 229 });
  press('ArrowDown', { isComposing: true });
  expect(focused()).toBe('box');
});

it('chooses the row at hand with x, all with Ctrl or Command and A, and none with Escape', () => {
  press('x');
  focusOn('two');
  press('x');
  press('a', { ctrlKey: true });
  press('a', { metaKey: true });
  press('Escape');
  expect(picked.mock.calls).toEqual([['two']]);
  expect([actions.all.mock.calls.length, actions.clear.mock.calls.length]).toEqual([2, 1]);
});

it('chooses from row to row with Shift', () => {
  focusOn('one');
  press('ArrowDown', { shiftKey: true });
  expect(actions.extend.mock.calls).toEqual([['one'], ['two']]);
  expect(focused()).toBe('two');
});

it('deletes what is chosen before the row at hand', () => {
  chosen.any = true;
  focusOn('two');
  press('Delete');
  expect([actions.remove.mock.calls.length, removed.mock.calls.length]).toEqual([1, 0]);
});

it('goes through the controls of a row by left and right, its title first, and to the ends of the list by Home and End', () => {
  press('ArrowRight');
  press('Home');
  expect([focused(), actions.end.mock.calls.length]).toEqual(['', 0]);
  focusOn('one');
  press('ArrowRight');
  expect(document.activeElement?.matches('[data-pick]')).toBe(true);
  press('ArrowRight');
  press('ArrowRight');
  expect(document.activeElement?.matches('[data-delete]')).toBe(true);
  for (const _ of [1, 2, 3]) press('ArrowLeft');
  expect(focused()).toBe('one');
  press('End');
  press('Home');
  expect(actions.end.mock.calls).toEqual([['last'], ['first']]);
});

it('leaves its keys to a dialog that asks', () => {
  document.body.appendChild(document.createElement('dialog')).setAttribute('open', '');
  for (const key of ['j', 'x', 'Escape', 'Delete']) press(key);
  expect(Object.values(actions).every((action) => action.mock.calls.length === 0)).toBe(true);
});

it('tags the row at hand with t, shelves it with c, notes it with n, corrects it with e and cites it with r', () => {
  for (const key of ['t', 'c', 'n', 'e', 'r']) press(key);
  focusOn('two');
  for (const key of ['t', 'c', 'n', 'e', 'r']) press(key);
  expect(
    [actions.tag, actions.shelve, actions.note, actions.edit, actions.cite].map((action) => action.mock.calls),
  ).toEqual(Array(5).fill([['two']]));
});

it('deletes by Delete alone, and listens to no letter where they are turned off', () => {
  focusOn('two');
  press('Backspace');
  expect(removed).not.toHaveBeenCalled();
  letters.on = false;
  for (const key of ['t', 'x', '/', 'j']) press(key);
  expect([actions.tag, picked, actions.search].every((action) => action.mock.calls.length === 0)).toBe(true);
  expect(focused()).toBe('two');
  press('ArrowUp');
  expect(focused()).toBe('one');
  press('z', { ctrlKey: true });
  expect(actions.undo).toHaveBeenCalledOnce();
});

it('names each key, in a table without two things for one key', () => {
  const table = libraryKeys(actions);
  const pressed = table.flatMap(({ keys, control = false }) => keys.map((key) => `${control} ${key}`));
  expect(new Set(pressed).size).toBe(pressed.length);
  expect(table.every(({ name }) => name !== '')).toBe(true);
});

it('leaves what is pressed in something that asks over the page to that', () => {
  const asks = document.body.appendChild(document.createElement('div'));
  asks.setAttribute('role', 'dialog');
  const box = asks.appendChild(document.createElement('input'));
  box.type = 'checkbox';
  box.focus();
  press('l');
  press('Escape');
  expect(actions.shape).not.toHaveBeenCalled();
  expect(actions.clear).not.toHaveBeenCalled();
  asks.removeAttribute('role');
  press('l');
  expect(actions.shape).toHaveBeenCalledOnce();
});
