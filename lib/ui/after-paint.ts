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
