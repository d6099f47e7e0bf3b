import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../scripts/clip/in-order.ts';

/** A source that gives an item only when it is told to. */
function handed() {
  const given: ((item: IteratorResult<number>) => void)[] = [];
  const items: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({ next: () => new Promise((resolve) => given.push(resolve)) }),
  };
  return { items, give: (value: number) => given.shift()?.({ done: false, value }) };
}

describe('one after another, several at a time', () => {
  it('answers what has come while it waits for more', async () => {
    const { items, give } = handed();
    const results = inOrder(items, 8, async (item) => item * 2);
    for (const n of [1, 2, 3]) {
      const next = results.next();
      await Promise.resolve();
      give(n);
      // The source is silent now: whoever waits for this answer before it sends more must get it.
      expect((await next).value).toBe(n * 2);
    }
  });

  it('gives all that was taken on before it tells that the source failed', async () => {
    const items = (async function* () {
      yield 1;
      yield 2;
      throw new Error('the disk is gone');
    })();
    const results = inOrder(items, 8, async (item) => item);
    expect([(await results.next()).value, (await results.next()).value]).toEqual([1, 2]);
    await expect(results.next()).rejects.toThrow('the disk is gone');
  });

  it('lets the source clean up when nobody wants more', async () => {
    const state = { closed: false };
    const items = (function* () {
      try {
        for (let n = 0; ; n += 1) yield n;
      } finally {
        state.closed = true;
      }
    })();
    for await (const one of inOrder(items, 3, async (item) => item)) if (one === 4) break;
    expect(state.closed).toBe(true);
  });
});
