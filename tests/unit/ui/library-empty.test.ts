import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import EmptyList from '../../../entrypoints/library/list/EmptyList.svelte';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

it('tells a library whose essays are all in the trash from one that was empty ever since', async () => {
  const collection = emptyCollection();
  const ids = await Promise.all(
    [1, 2].map(async (n) => expectValue(await keepEssay(collection, numberedKeeping(n))).id),
  );
  await moveToTrash(collection, ids);
  const search = { rebuild: vi.fn() };
  const place = { failed: false, view: 'kept', words: '', narrowed: false, shortcut: 'Alt+Shift+S' } as const;
  render(EmptyList, { collection, search, ...place, onretry: vi.fn() });
  const told = await screen.findByTestId('all-in-trash');
  expect(told.textContent).toContain('回收站里有 2 篇');
  expect(screen.getByTestId('open-trash').getAttribute('href')).toBe('/library.html?view=trash');
  expect(screen.queryByTestId('empty-welcome')).toBeNull();
  expectValue(await emptyTrash(collection));
  await waitFor(() => expect(screen.queryByTestId('all-in-trash')).toBeNull());
  expect(screen.getByTestId('empty-welcome').getAttribute('href')).toBe('/welcome.html');
});
