/** Milliseconds of work after which others get their turn. */
const TURN = 12;

/** Gives a function that lets the page draw, and waiting messages and queries run, when the last turn was long enough ago. */
export function yieldToPage(now: () => number = () => performance.now()): () => Promise<void> {
  const state = { since: now() };
  return async () => {
    if (now() - state.since < TURN) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    state.since = now();
  };
}
