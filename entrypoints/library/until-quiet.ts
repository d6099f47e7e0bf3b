/** What a reader does with a page. Moving the pointer is none: it wants nothing of the page. */
const ACTS = ['input', 'keydown', 'pointerdown', 'wheel'] as const;

/** Milliseconds after the last act in which the next one may follow: a word is thought of in less. */
const QUIET = 3000;

/** Milliseconds after which nobody waits any longer. */
const LATEST = 60_000;

/** What can wait for the reader. */
export interface Quiet {
  /** Waits until nothing was done for a while. */
  wait(): Promise<void>;
  stop(): void;
}

/** Watches what the reader does with a page, so that long work rests meanwhile: both would be slower, and hold twice the memory. */
export function untilQuiet(page: EventTarget, quiet = QUIET, latest = LATEST): Quiet {
  const last = { act: Number.NEGATIVE_INFINITY };
  const note = (): void => {
    last.act = performance.now();
  };
  for (const act of ACTS) page.addEventListener(act, note, { capture: true, passive: true });
  return {
    async wait() {
      const end = performance.now() + latest;
      for (;;) {
        const left = Math.min(last.act + quiet, end) - performance.now();
        if (left <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, left));
      }
    },
    stop() {
      for (const act of ACTS) page.removeEventListener(act, note, { capture: true });
    },
  };
}
