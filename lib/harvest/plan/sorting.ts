/** Items that are put in order at once: a millisecond or two of work. */
const RUN = 1000;

/** Sorts in steps, each of which ends at a `yield`: some tens of thousands in one go hold a page up for longer than a frame. Gives a new list. */
export function* sorting<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    const run = items.slice(from, from + RUN).sort(compare);
    runs.push(run);
    // Each step counts as many as it took.
    for (let n = 0; n < run.length; n += 1) yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two sorted lists as one, an item a step. */
function* merging<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, readonly Item[]> {
  const merged: Item[] = [];
  let [n, m] = [0, 0];
  while (n < one.length && m < other.length) {
    const [first, second] = [one[n] as Item, other[m] as Item];
    const isFirst = compare(first, second) <= 0;
    merged.push(isFirst ? first : second);
    if (isFirst) n += 1;
    else m += 1;
    yield;
  }
  return [...merged, ...one.slice(n), ...other.slice(m)];
}
