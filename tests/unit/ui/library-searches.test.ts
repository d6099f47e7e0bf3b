import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Searches from '../../../entrypoints/library/side/Searches.svelte';
import { listSearches, renameSearch, saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import type { SearchRow } from '../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fakeSearch } from '../../support/fake-search.ts';

afterEach(() => document.body.replaceChildren());

const row = (name: string): SearchRow => ({ id: name, name, query: `q=${name}`, madeAt: '2026-01-01T00:00:00.000Z' });

function list() {
  const acts = { ongo: vi.fn(), onrename: vi.fn(), onremove: vi.fn() };
  const { search } = fakeSearch(() => ['渔村一', '渔村二', '梯田']);
  render(Searches, { searches: [row('渔村'), row('梯田')], search, here: 'q=梯田', ...acts });
  return acts;
}

it('counts what each saved search finds, and leads to it', async () => {
  const { ongo } = list();
  await expect
    .poll(() => screen.getAllByTestId('saved-search').map((link) => link.textContent?.trim()))
    .toEqual(['渔村 2', '梯田 1']);
  expect(screen.getAllByTestId('saved-search')[1]?.getAttribute('aria-current')).toBe('page');
  await fireEvent.click(screen.getAllByTestId('saved-search')[0] as Element);
  expect(ongo).toHaveBeenCalledExactlyOnceWith(row('渔村'));
});

it('gives a saved search another name by Enter, and leaves it as it was by Escape', async () => {
  const { onrename } = list();
  const open = () => fireEvent.click(screen.getAllByTestId('search-rename-open')[0] as Element);
  await open();
  const box = screen.getByTestId<HTMLInputElement>('search-rename');
  expect(box.value).toBe('渔村');
  box.focus();
  await fireEvent.input(box, { target: { value: '渔村合作社' } });
  await fireEvent.keyDown(box, { key: 'Enter' });
  expect(onrename).toHaveBeenCalledExactlyOnceWith(row('渔村'), '渔村合作社');
  await open();
  const again = screen.getByTestId<HTMLInputElement>('search-rename');
  again.focus();
  await fireEvent.input(again, { target: { value: '别的' } });
  await fireEvent.keyDown(again, { key: 'Escape' });
  expect([again.value, onrename.mock.calls.length]).toEqual(['渔村', 1]);
});

it('is renamed in the collection, and takes its old name back', async () => {
  const collection = emptyCollection();
  const { id } = expectValue(await saveSearch(collection, '渔村', 'q=渔村'));
  const renamed = expectValue(await renameSearch(collection, id, ' 渔村合作社 '));
  const names = async () => expectValue(await listSearches(collection)).map(({ name, query }) => [name, query]);
  expect(await names()).toEqual([['渔村合作社', 'q=渔村']]);
  await renamed.undo();
  expect(await names()).toEqual([['渔村', 'q=渔村']]);
});
