/**
 * Tells that an essay is being read once it is shown, and that it is read once the reader has moved on to its end. Of what fits the
 * window nobody knows whether it was read: it stays as it is until the reader says so. Gives the function that stops it.
 */
export function followReading(body: HTMLElement, tell: (to: 'reading' | 'read') => unknown): () => void {
  const moved = new AbortController();
  void tell('reading');
  const look = (): void => {
    if (!body.isConnected || !endIsInSight(body)) return;
    moved.abort();
    void tell('read');
  };
  addEventListener('scroll', look, { capture: true, passive: true, signal: moved.signal });
  return () => moved.abort();
}

/** Pixels below the window within which the end counts as reached: what follows the last line is no text. */
const NEAR = 48;

/** The end is the foot of what runs down, and the left edge of what runs from right to left in columns. */
function endIsInSight(body: HTMLElement): boolean {
  if (!getComputedStyle(body).writingMode.startsWith('vertical'))
    return body.getBoundingClientRect().bottom <= innerHeight + NEAR;
  const last = body.lastElementChild?.getBoundingClientRect();
  return last !== undefined && last.left >= body.getBoundingClientRect().left - NEAR;
}
