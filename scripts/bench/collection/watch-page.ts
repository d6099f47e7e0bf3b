/** What is seen of a page while it is watched; times in milliseconds since its opening. */
export interface Watch {
  /** When a selector first matched, and was painted. */
  readonly seen: Record<string, number>;
  /** Lengths of tasks of 50 ms and more. */
  readonly tasks: number[];
  /** Lengths of frames while `recording`. */
  frames: number[];
  recording: boolean;
}

declare global {
  var wencunWatch: Watch;
}

/** Runs in each page before its own scripts: it stands by itself, so that it can be sent as text. */
export function watchPage(): void {
  // Rows of the library, rows of the popup, the one line of an empty page.
  const selectors = ['[data-row]', '[data-testid="recent-list"] li', '[data-empty]'];
  const watch: Watch = { seen: {}, tasks: [], frames: [], recording: false };
  globalThis.wencunWatch = watch;
  new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  new MutationObserver((_, observer) => {
    for (const selector of selectors) {
      if (selector in watch.seen || document.querySelector(selector) === null) continue;
      watch.seen[selector] = performance.now();
      requestAnimationFrame(() => setTimeout(() => Object.assign(watch.seen, { [selector]: performance.now() }), 0));
    }
    if (selectors.every((selector) => selector in watch.seen)) observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  let last = 0;
  const onFrame = (at: number): void => {
    if (watch.recording && last > 0) watch.frames.push(at - last);
    last = at;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}
