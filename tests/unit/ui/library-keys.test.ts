import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { libraryKeys } from '../../../entrypoints/library/keys.ts';

const deeds = { search: vi.fn(), undo: vi.fn() };
const removed = vi.fn();
const listen = libraryKeys(deeds);

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  for (const name of ['one', 'two']) {
    const row = document.body.appendChild(document.createElement('li'));
    const link = row.appendChild(document.createElement('a'));
    const remove = row.appendChild(document.createElement('button'));
    Object.assign(row.dataset, { row: '' });
    Object.assign(link, { href: `#${name}`, id: name });
    remove.dataset['delete'] = '';
    remove.addEventListener('click', () => removed(name));
  }
  document.body.appendChild(document.createElement('input')).id = 'box';
  addEventListener('keydown', listen);
});
afterEach(() => {
  removeEventListener('keydown', listen);
  document.body.replaceChildren();
  vi.clearAllMocks();
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
  expect(deeds.search).not.toHaveBeenCalled();
  press('ArrowUp');
  expect(deeds.search).toHaveBeenCalledOnce();
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
  expect([deeds.search.mock.calls.length, deeds.undo.mock.calls.length]).toEqual([1, 2]);
});

it('leaves letters to the one who types, but goes down from the box by arrow', () => {
  focusOn('box');
  for (const key of ['j', 'k', '/', 'Delete', 'Backspace']) press(key);
  press('z', { ctrlKey: true });
  expect(focused()).toBe('box');
  expect([deeds.search, deeds.undo, removed].every((deed) => deed.mock.calls.length === 0)).toBe(true);
  press('ArrowDown');
  expect(focused()).toBe('one');
});

it('does nothing while a word is composed', () => {
  focusOn('box');
  press('ArrowDown', { isComposing: true });
  expect(focused()).toBe('box');
});
