import { fireEvent } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { type OwnActions, type ReadingActions, readerKeys } from '../../../entrypoints/reader/keys.ts';
import { listenTo } from '../../../lib/ui/keys/shortcuts.ts';

const acts = {
  find: vi.fn(() => true),
  mark: vi.fn(() => false),
  noteWords: vi.fn(() => false),
  quote: vi.fn(() => false),
  file: vi.fn(() => true),
  read: vi.fn(() => true),
  cite: vi.fn(() => true),
  export: vi.fn(() => true),
  zotero: vi.fn(() => true),
  go: vi.fn(() => false),
  back: vi.fn(),
  closePanel: vi.fn(() => false),
} satisfies OwnActions & ReadingActions;
const held = { letters: true };
const listen = listenTo(
  () => readerKeys(acts, acts),
  () => held.letters,
);
document.addEventListener('keydown', listen);

beforeEach(() => {
  held.letters = true;
  vi.clearAllMocks();
  document.body.innerHTML = '<textarea></textarea>';
});

/** Presses a key; true where the browser may still do with it what it likes. */
const press = (key: string, on: Element = document.body): Promise<boolean> => fireEvent.keyDown(on, { key });

it.each([
  ['t', 'tag'],
  ['c', 'shelf'],
  ['e', 'edit'],
] as const)('files the essay at hand: %s', async (key, as) => {
  expect(await press(key)).toBe(false);
  expect(acts.file).toHaveBeenCalledExactlyOnceWith(as);
});

it('notes the words that are selected, and the essay where none are', async () => {
  acts.noteWords.mockReturnValueOnce(true);
  await press('n');
  expect(acts.file).not.toHaveBeenCalled();
  await press('n');
  expect(acts.file).toHaveBeenCalledExactlyOnceWith('note');
});

it('marks with the colour of the number, and leaves the key alone where nothing is selected', async () => {
  acts.mark.mockReturnValueOnce(true);
  expect(await press('3')).toBe(false);
  expect(acts.mark).toHaveBeenLastCalledWith(2);
  expect(await press('1')).toBe(true);
  expect(acts.mark).toHaveBeenLastCalledWith(0);
  await press('5');
  expect(acts.mark).toHaveBeenCalledTimes(2);
});

it('goes back to the list by b', async () => {
  expect(await press('b')).toBe(false);
  expect(acts.back).toHaveBeenCalledOnce();
});

it('does nothing by letters where they are turned off, nor while one writes', async () => {
  const box = document.querySelector('textarea') as HTMLTextAreaElement;
  await press('t', box);
  held.letters = false;
  for (const key of ['t', 'y', 'm', '1', '/', '[']) await press(key);
  expect([acts.file, acts.quote, acts.read, acts.mark, acts.find, acts.go].map((act) => act.mock.calls.length)).toEqual(
    Array(6).fill(0),
  );
  await press('Escape', box);
  expect(acts.closePanel).toHaveBeenCalledOnce();
});

it('has no key for what cannot be done with an essay of another’s', () => {
  const keys = readerKeys(acts, null).flatMap((shortcut) => shortcut.keys);
  expect(keys).toEqual(['/', 'y', 'r', '[', ']', 'b', 'Escape']);
});
