import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

it('shows a query now and after each change, until it is stopped', async () => {
  const collection = emptyCollection();
  const seen: number[] = [];
  const stop = observe(
    () => countEssays(collection),
    (outcome) => seen.push(expectValue(outcome)),
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await keepEssay(collection, numberedKeeping(1));
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  stop();
  // Somebody who watches still sees the next change: then the one who stopped would have seen it too.
  const others: number[] = [];
  const stopOther = observe(
    () => countEssays(collection),
    (outcome) => others.push(expectValue(outcome)),
  );
  await vi.waitFor(() => expect(others).toEqual([1]));
  await keepEssay(collection, numberedKeeping(2));
  await vi.waitFor(() => expect(others.at(-1)).toBe(2));
  stopOther();
  expect(seen.at(-1)).toBe(1);
});
