import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import EssayPicker from '../../../lib/features/queue/EssayPicker.svelte';
import { pickByKey } from '../../../lib/features/queue/pick-by-key.ts';

afterEach(() => document.body.replaceChildren());

const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
const rows = ['甲', '乙', '丙', '丁'].map((title, key) => ({
  key,
  title,
  details: ['2005'],
  state: key === 1 ? 'kept' : 'open',
  words: key === 1 ? '已收存' : '',
  closed: key === 1,
}));

it('goes by arrows, and stops at the ends', () => {
  const none = () => false;
  expect(pickByKey({ ...plain, key: 'ArrowDown' }, { at: 0, anchor: 0 }, 3, none)?.place).toEqual({ at: 1, anchor: 0 });
  expect(pickByKey({ ...plain, key: 'PageDown' }, { at: 1, anchor: 0 }, 3, none)?.place.at).toBe(2);
  expect(pickByKey({ ...plain, key: 'Home' }, { at: 2, anchor: 0 }, 3, none)?.place.at).toBe(0);
  expect(pickByKey({ ...plain, key: 'x' }, { at: 2, anchor: 0 }, 3, none)).toBeNull();
  expect(pickByKey({ ...plain, key: 'ArrowDown' }, { at: 0, anchor: 0 }, 0, none)).toBeNull();
});

it('turns single rows, ranges and all by keys, and never what is kept already', async () => {
  const chosen = new Set<string | number>();
  const turned: [readonly (string | number)[], boolean][] = [];
  render(EssayPicker, {
    rows,
    isChosen: (key: string | number) => chosen.has(key),
    label: '文章',
    testid: 'pick',
    onturn: (keys: readonly (string | number)[], on: boolean) => {
      turned.push([keys, on]);
      for (const key of keys) if (on) chosen.add(key);
    },
  });
  const list = screen.getByRole('listbox');
  await fireEvent.keyDown(list, { key: ' ' });
  await fireEvent.keyDown(list, { key: 'ArrowDown', shiftKey: true });
  await fireEvent.keyDown(list, { key: 'ArrowDown', shiftKey: true });
  expect(turned).toEqual([
    [[0], true],
    // The row that is kept already takes no part.
    [[0], true],
    [[0, 2], true],
  ]);
  expect(list.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[2]?.id);
  await fireEvent.keyDown(list, { key: 'a', ctrlKey: true });
  expect(turned.at(-1)).toEqual([[0, 2, 3], true]);
  await fireEvent.keyDown(list, { key: 'a', ctrlKey: true });
  expect(turned.at(-1)).toEqual([[0, 2, 3], false]);
  await fireEvent.click(screen.getByTestId('pick-none'));
  expect(turned.at(-1)).toEqual([[0, 2, 3], false]);
});
