/** How a long run is watched and stopped. */
export interface ImportRunOptions {
  readonly signal?: AbortSignal;
  /** Told after each: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Milliseconds of work after which the page gets to draw and answer. */
const SLICE = 12;

/**
 * Does the same to one after another and lets the page breathe between them. Gives what came of each that was done: fewer
 * than were given when the run was stopped.
 */
export async function oneByOne<Item, Result>(
  items: readonly Item[],
  deed: (item: Item) => Promise<Result>,
  { signal, onProgress }: ImportRunOptions = {},
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let since = performance.now();
  for (const item of items) {
    if (signal?.aborted) break;
    results.push(await deed(item));
    onProgress?.(results.length, items.length);
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
  return results;
}
