import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import SearchBox from '../../../lib/features/search/SearchBox.svelte';

afterEach(() => document.body.replaceChildren());

function box(value = '', complete?: (word: string) => Promise<readonly string[]>) {
  const onsearch = vi.fn();
  render(SearchBox, { value, label: '检索', testid: 'box', onsearch, ...(complete && { complete }) });
  const input = screen.getByTestId<HTMLInputElement>('box');
  const type = (text: string) => fireEvent.input(input, { target: { value: text } });
  return { onsearch, input, type };
}

it('tells each change of its text', async () => {
  const { onsearch, type } = box();
  await type('林');
  expect(onsearch).toHaveBeenLastCalledWith('林');
});

it('is silent while a word is composed, and tells it once it is done', async () => {
  const { onsearch, input, type } = box();
  await fireEvent.compositionStart(input);
  await type('lin');
  expect(onsearch).not.toHaveBeenCalled();
  input.value = '林';
  await fireEvent.compositionEnd(input);
  expect(onsearch.mock.calls).toEqual([['林']]);
});

it('is cleared by Escape and by its button', async () => {
  const { onsearch, input } = box('林');
  await fireEvent.keyDown(input, { key: 'Escape' });
  await fireEvent.click(screen.getByRole('button', { name: '清除检索' }));
  expect(onsearch.mock.calls).toEqual([[''], ['']]);
});

it('leaves Escape to the input method while a word is composed', async () => {
  const { onsearch, input } = box('林');
  await fireEvent.keyDown(input, { key: 'Escape', isComposing: true });
  expect(onsearch).not.toHaveBeenCalled();
});

it('completes the last word, by arrows and Enter', async () => {
  const complete = vi.fn(async () => ['author:林远山', 'author:林一舟']);
  const { onsearch, input, type } = box('渔村 author:林', complete);
  await type('渔村 author:林');
  await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  expect(complete).toHaveBeenLastCalledWith('author:林');
  await fireEvent.keyDown(input, { key: 'ArrowDown' });
  expect(screen.getAllByRole('option')[0]?.id).toBe(input.getAttribute('aria-activedescendant'));
  await fireEvent.keyDown(input, { key: 'Enter' });
  expect(onsearch).toHaveBeenLastCalledWith('渔村 author:林远山 ');
  expect(screen.queryAllByRole('option')).toEqual([]);
});

it('puts suggestions away by Escape, and keeps the words', async () => {
  const { onsearch, input, type } = box('林', async () => ['author:林远山']);
  await type('林');
  await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await fireEvent.keyDown(input, { key: 'Escape' });
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(onsearch).not.toHaveBeenCalledWith('');
});
