import { expect, it } from 'vitest';
import { createSelection } from '../../../entrypoints/library/list/selection.svelte.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

it('chooses one, and lets go of it', () => {
  const selection = createSelection();
  selection.toggle('b');
  expect(selection.ids).toEqual(['b']);
  selection.toggle('b');
  expect(selection.size).toBe(0);
});

it('chooses a range down and up from the row chosen last', () => {
  const selection = createSelection();
  selection.toggle('c');
  selection.extend('e', order);
  expect(selection.ids).toEqual(['c', 'd', 'e']);
  selection.extend('b', order);
  expect([...selection.ids].sort()).toEqual(['b', 'c', 'd', 'e']);
});

it('starts a range where nothing was chosen, or where the row chosen last has left the list', () => {
  const selection = createSelection();
  selection.extend('b', order);
  expect(selection.ids).toEqual(['b']);
  selection.toggle('gone');
  selection.extend('d', order);
  selection.extend('e', order);
  expect([...selection.ids].sort()).toEqual(['b', 'd', 'e', 'gone']);
});

it('chooses all in the place of what was chosen, drops some, and clears', () => {
  const selection = createSelection();
  selection.toggle('gone');
  selection.all(order);
  expect(selection.ids).toEqual(order);
  selection.drop(['a', 'c']);
  expect(selection.ids).toEqual(['b', 'd', 'e']);
  selection.clear();
  expect(selection.size).toBe(0);
});

it('gives those chosen as the list has them, whatever the order of choosing', () => {
  const selection = createSelection();
  for (const id of ['gone', 'd', 'b']) selection.toggle(id);
  expect(selection.inOrder(order)).toEqual(['b', 'd', 'gone']);
});
