/** What came first: another item, or the result whose turn it is. */
type Event<Item> = { readonly is: 'result' } | { readonly is: 'item'; readonly next: IteratorResult<Item> };

/**
 * Does the same to each item, up to `most` of them at a time, and gives what came of them in the order of the items, each as soon as
 * it is there and its turn has come: whoever sends an item and waits for its answer gets it. No more are taken on while the
 * first of them has not come and been taken: memory holds `most` whatever the number. Rejects as the items or the deed do, when
 * all before has been given.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  deed: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const running: Promise<Result>[] = [];
  const state: { asked: Promise<Event<Item>> | null; ended: boolean } = { asked: null, ended: false };

  const ask = (): Promise<Event<Item>> => {
    const asked = Promise.resolve(source.next()).then((next): Event<Item> => ({ is: 'item', next }));
    // It is waited for in its turn, which may come after it has failed.
    asked.catch(() => undefined);
    return asked;
  };
  const events = (): Promise<Event<Item>>[] => {
    const [first] = running;
    if (!state.ended && running.length < most) state.asked ??= ask();
    const item = state.asked === null ? [] : [state.asked];
    const settled = first?.then(
      (): Event<Item> => ({ is: 'result' }),
      (): Event<Item> => ({ is: 'result' }),
    );
    return settled === undefined ? item : [settled, ...item.map((one) => one.catch(() => settled))];
  };

  try {
    while (!state.ended || running.length > 0) {
      const event = await Promise.race(events());
      if (event.is === 'result') {
        yield await (running.shift() as Promise<Result>);
        continue;
      }
      state.asked = null;
      if (event.next.done) state.ended = true;
      else {
        const doing = deed(event.next.value);
        doing.catch(() => undefined);
        running.push(doing);
      }
    }
  } finally {
    // One that is still waiting for an item cannot end before it comes.
    const ending = source.return?.();
    if (state.asked === null) await ending;
  }
}
