import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { observeAtLeisure } from '../../../../lib/collection/telling/observe-at-leisure.ts';
import { emptyCollection } from '../../../support/collections.ts';

const GAP = 50;
const put = (collection: ReturnType<typeof emptyCollection>, n: number) =>
  collection.tags.put({ id: `t${n}`, name: `名${n}`, folded: `名${n}` });

it('tells how it is, the first change at once, and the last of many that follow, asking a few times only', async () => {
  const collection = emptyCollection();
  const seen: number[] = [];
  let asked = 0;
  const stop = observeAtLeisure(
    () => {
      asked += 1;
      return collection.tags.count();
    },
    (count) => seen.push(count),
    GAP,
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await put(collection, 0);
  await vi.waitFor(() => expect(seen).toEqual([0, 1]), { timeout: GAP, interval: 1 });
  for (let n = 1; n < 100; n += 1) await put(collection, n);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(100));
  expect(asked).toBeLessThan(50);
  // What comes after a rest is told as the first was.
  await put(collection, 100);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(101));
  stop();
  collection.close();
});

it('tells nothing when it was stopped, also while it waits', async () => {
  const collection = emptyCollection();
  const seen: number[] = [];
  const stop = observeAtLeisure(
    () => collection.tags.count(),
    (count) => seen.push(count),
    GAP,
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await put(collection, 0);
  await vi.waitFor(() => expect(seen).toEqual([0, 1]));
  stop();
  await put(collection, 1);
  const others: number[] = [];
  const stopOther = observeAtLeisure(
    () => collection.tags.count(),
    (count) => others.push(count),
    GAP,
  );
  await vi.waitFor(() => expect(others).toEqual([2]));
  await put(collection, 2);
  await put(collection, 3);
  await vi.waitFor(() => expect(others.at(-1)).toBe(4));
  expect(seen).toEqual([0, 1]);
  stopOther();
  collection.close();
});
