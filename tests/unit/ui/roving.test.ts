import { afterEach, expect, it } from 'vitest';
import { rowsAsOneStop } from '../../../entrypoints/library/list/rows-as-one-stop.ts';
import { roving } from '../../../lib/ui/keys/roving.ts';

afterEach(() => document.body.replaceChildren());

const stops = () => [...document.querySelectorAll<HTMLElement>('[tabindex="0"]')].map(({ id }) => id);
const focused = () => document.activeElement?.id;
const press = (key: string, more: KeyboardEventInit = {}) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const make = (tag: string, id: string, more: object = {}, parent: Element = document.body) =>
  parent.appendChild(Object.assign(document.createElement(tag), { id, ...more }));

function group(along: 'row' | 'column' | 'all') {
  const bar = make('div', 'bar');
  make('a', 'a', { href: '#a' }, bar);
  make('button', 'b', {}, bar);
  make('button', 'c', { disabled: true }, bar);
  make('select', 'd', {}, bar);
  const over = make('section', 'over', {}, bar);
  over.setAttribute('popover', 'auto');
  make('button', 'inside', {}, over);
  make('button', 'e', {}, bar);
  return { bar: bar as HTMLElement, stop: roving({ along })(bar as HTMLElement) };
}

it('is one Tab stop from the next frame on, where the focus was last', async () => {
  group('row');
  await new Promise(requestAnimationFrame);
  expect(stops()).toEqual(['a']);
  document.getElementById('b')?.focus();
  expect(stops()).toEqual(['b']);
});

it('goes on by arrows, Home and End, over what is disabled or opens over the page', () => {
  group('row');
  document.getElementById('a')?.focus();
  press('ArrowLeft');
  press('ArrowDown');
  expect(focused()).toBe('a');
  press('ArrowRight');
  press('ArrowRight');
  expect(focused()).toBe('d');
  press('ArrowRight');
  press('ArrowRight');
  expect(focused()).toBe('e');
  press('Home');
  expect(focused()).toBe('a');
  press('End');
  expect(focused()).toBe('e');
  press('ArrowLeft', { ctrlKey: true });
  expect(focused()).toBe('e');
});

it('leaves up and down to a list of choices, and arrows to a box of text', () => {
  const { bar } = group('all');
  make('input', 'text', { type: 'text' }, bar);
  document.getElementById('d')?.focus();
  press('ArrowDown');
  expect(focused()).toBe('d');
  document.getElementById('text')?.focus();
  press('ArrowLeft');
  expect(focused()).toBe('text');
});

it('finds another stop where the one it had is gone, at the place at hand first', async () => {
  const { bar, stop } = group('column');
  document.getElementById('e')?.focus();
  document.getElementById('e')?.remove();
  await expect.poll(stops).toEqual(['a']);
  document.getElementById('a')?.remove();
  const here = make('a', 'here', { href: '#here' }, bar);
  here.setAttribute('aria-current', 'page');
  await expect.poll(stops).toEqual(['here']);
  stop();
  here.remove();
  await Promise.resolve();
  expect(stops()).toEqual([]);
});

/** A list of rows with a box, a title and a button each. */
function rows(names: readonly string[]): HTMLElement {
  const list = make('div', 'list');
  for (const name of names) {
    const row = make('article', `row-${name}`, {}, list) as HTMLElement;
    row.dataset['row'] = '';
    make('input', `pick-${name}`, { type: 'checkbox' }, row);
    (make('a', `title-${name}`, { href: '#' }, row) as HTMLElement).dataset['open'] = '';
    make('button', `more-${name}`, {}, row);
  }
  return list as HTMLElement;
}

it('makes a list of rows one stop: the title of the first row in sight, then where the focus was', async () => {
  const list = rows(['one', 'two', 'three']);
  const [above] = list.children;
  if (above) above.getBoundingClientRect = () => ({ bottom: -10 }) as DOMRect;
  for (const row of [...list.children].slice(1)) row.getBoundingClientRect = () => ({ bottom: 90 }) as DOMRect;
  const stop = rowsAsOneStop(list);
  expect(stops()).toEqual(['title-two']);
  document.getElementById('more-three')?.focus();
  expect(stops()).toEqual(['more-three']);
  document.getElementById('row-three')?.remove();
  await expect.poll(stops).toEqual(['title-two']);
  stop();
});

it('a list whose rows are still to come holds the focus until the first is there', async () => {
  const list = make('div', 'list') as HTMLElement;
  const stop = rowsAsOneStop(list);
  expect(stops()).toEqual(['list']);
  list.focus();
  const row = make('article', 'row-one', {}, list);
  row.setAttribute('data-row', '');
  make('a', 'title-one', { href: '#' }, row).setAttribute('data-open', '');
  await expect.poll(focused).toBe('title-one');
  expect(stops()).toEqual(['title-one']);
  row.remove();
  await expect.poll(stops).toEqual(['list']);
  stop();
});

it('a row that goes with the focus leaves it to the first in sight; one that goes without takes it from nobody', async () => {
  const list = make('div', 'list') as HTMLElement;
  for (const name of ['one', 'two', 'three']) {
    const row = make('article', `row-${name}`, {}, list);
    row.setAttribute('data-row', '');
    row.getBoundingClientRect = () => ({ bottom: 90 }) as DOMRect;
    make('a', `title-${name}`, { href: '#' }, row).setAttribute('data-open', '');
  }
  const stop = rowsAsOneStop(list);
  document.getElementById('title-three')?.focus();
  document.getElementById('row-three')?.remove();
  await expect.poll(focused).toBe('title-one');
  document.getElementById('title-one')?.blur();
  await Promise.resolve();
  document.getElementById('row-one')?.remove();
  await expect.poll(stops).toEqual(['title-two']);
  expect(document.activeElement).toBe(document.body);
  stop();
});
