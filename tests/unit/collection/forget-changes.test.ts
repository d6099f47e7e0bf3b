import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { observe } from '../../../lib/collection/observe.ts';
import { forgetChanges } from '../../../lib/collection/telling/forget-changes.ts';
import { emptyCollection } from '../../support/collections.ts';

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
