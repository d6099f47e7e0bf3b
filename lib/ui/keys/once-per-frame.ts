/** What waits for the next frame. */
export interface OncePerFrame {
  /** Has it run in the next frame, once however often that is asked. A page that is not shown has its next frame when it is. */
  readonly ask: () => void;
  /** Lets go of what waits. */
  readonly stop: () => void;
}

/**
 * Runs in the next frame what looks at where things stand: asked in the midst of a change, it would have the browser lay out a page
 * that changes further, which is then laid out again.
 */
export function oncePerFrame(run: () => void): OncePerFrame {
  const held = { frame: 0 };
  return {
    ask: () => {
      if (held.frame !== 0) return;
      held.frame = requestAnimationFrame(() => {
        held.frame = 0;
        run();
      });
    },
    stop: () => {
      cancelAnimationFrame(held.frame);
      held.frame = 0;
    },
  };
}
