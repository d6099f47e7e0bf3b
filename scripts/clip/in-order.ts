/**
 * Does the same to each item, up to `most` of them at a time, and gives what came of them in the order of the items. No more are
 * taken on while the first of them has not come and been taken: memory holds `most` whatever the number. Rejects as the
 * items or the deed do.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  deed: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  const next = async (): Promise<Result> => running.shift() as Promise<Result>;
  for await (const item of items) {
    const doing = deed(item);
    // It is waited for in its turn, which may come after it has failed.
    doing.catch(() => undefined);
    running.push(doing);
    if (running.length >= most) yield await next();
  }
  while (running.length > 0) yield await next();
}
