/** Times that an unanswered question is asked again, and milliseconds before each, which grow. */
const TRIES = 4;
const REST = 150;

/**
 * Asks the background, and asks again when it was stopped before it answered: the next one takes up what the last one left.
 * `again` tells it so. Rejects when nobody answers at all.
 */
export async function askSurely<T>(ask: (again: boolean) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask(tries > 0);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, REST * (tries + 1)));
    }
  }
}
