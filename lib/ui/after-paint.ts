/** Milliseconds after which a page that is not painted, as a hidden tab's is not, goes on all the same. */
const UNSEEN = 100;

/** Resolves when what was last changed on a page has been painted: what is not needed for that begins then. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, UNSEEN);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });

/** Milliseconds that the first rows are waited for: a store that does not open has none, and what tells why must not wait for them. */
const PATIENCE = 1000;

/** Resolves when the first rows are there, or are known not to come, and have been painted. */
export const afterFirst = (first: Promise<unknown> | undefined): Promise<void> =>
  Promise.race([
    Promise.resolve(first).catch(() => null),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]).then(afterPaint);
