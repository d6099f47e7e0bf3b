import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { forgetChanges } from '../../../lib/collection/telling/forget-changes.ts';
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

it('has queries asked anew after many changes of other things, so that those need not be remembered', async () => {
  const collection = emptyCollection();
  await collection.open();
  let asked = 0;
  const shown: number[] = [];
  const end = forgetChanges();
  const stop = observe(
    () => {
      asked += 1;
      return collection.tags.count();
    },
    (count) => shown.push(count),
  );
  await vi.waitFor(() => expect(shown).toEqual([0]));
  for (let n = 0; n < 499; n += 1) await collection.meta.put({ key: `other ${n}`, value: n });
  expect(asked).toBe(1);
  await collection.meta.put({ key: 'one more', value: 0 });
  await vi.waitFor(() => expect(shown).toEqual([0, 0]));
  await collection.tags.add({ id: '一', name: '一', folded: '一' });
  await vi.waitFor(() => expect(shown.at(-1)).toBe(1));
  stop();
  end();
});
