import { expect, it, vi } from 'vitest';
import { leaveList, readerAddress, staysHere } from '../../../entrypoints/library/list/reader-link.ts';

it('leads to the reader with the list and the words to mark', () => {
  const query = (terms: readonly string[]) =>
    Object.fromEntries(new URL(readerAddress('a1', terms), 'https://x.example').searchParams);
  expect(query([])).toEqual({ id: 'a1', list: 'library' });
  expect(query(['渔村', '合作 社'])).toEqual({ id: 'a1', list: 'library', q: '渔村 "合作 社"' });
});

it('leaves the list for the reader, and does without where it has no room', () => {
  const setItem = vi.fn();
  leaveList(['a1', 'b2'], { setItem }, 'b2', 120);
  const from = `${location.pathname}${location.search}`;
  expect(setItem.mock.calls).toEqual([
    ['from:library', from],
    ['opened:library', '["b2",120]'],
    ['read:library', 'b2'],
    ['list:library', '[]'],
    ['list:library', '["a1","b2"]'],
  ]);
  setItem.mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  expect(() => leaveList(['a1'], { setItem }, 'a1', 0)).not.toThrow();
});

it('tells a click that stays in the tab', () => {
  expect(staysHere(new MouseEvent('click'))).toBe(true);
  expect(staysHere(new MouseEvent('click', { ctrlKey: true }))).toBe(false);
  expect(staysHere(new MouseEvent('click', { button: 1 }))).toBe(false);
});
