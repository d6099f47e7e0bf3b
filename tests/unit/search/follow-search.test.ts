import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openCollection } from '../../../lib/collection/collection.ts';
import { STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import { openSearch } from '../../../lib/search/open-search.ts';

it('opens the collection once for all that follows it', async () => {
  const collection = openCollection();
  await collection.open();
  const open = vi.spyOn(indexedDB, 'open');
  const search = openSearch();
  const heard = vi.fn();
  const stops = [search.onChange(() => undefined), search.onChange(() => undefined), search.onChange(heard)];
  const change = async (value: number): Promise<void> => {
    await collection.meta.put({ key: STATE_KEY, value });
  };
  await vi.waitFor(async () => {
    await change(performance.now());
    expect(heard).toHaveBeenCalled();
  });
  expect(open).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
  search.close();
  collection.close();
});
