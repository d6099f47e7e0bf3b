/** Milliseconds in which a browser lets go of what a stopped background held: it takes a moment after the stop, and the next one may start sooner. */
const LETS_GO = 3_000;

/**
 * Works under a lock, as soon as what a stopped background held is let go. Where somebody holds it for longer than that takes, what was meant is
 * under way, and nothing is done.
 */
export async function whenFree(lock: string, work: () => Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const patience = setTimeout(() => waiting.abort(), LETS_GO);
  try {
    await navigator.locks.request(lock, { signal: waiting.signal }, () => {
      clearTimeout(patience);
      return work();
    });
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
  } finally {
    clearTimeout(patience);
  }
}
