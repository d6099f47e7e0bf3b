import { observe } from '../observe.ts';

/** Milliseconds from one change that is told to the next. */
const GAP = 500;

/**
 * As `observe`, for what changes many times a second while much is written, as what waits to be sent: the first change is told at once, and of those
 * that follow the last, some time later. Each time that a query is asked is a transaction. Gives the function that stops it.
 */
export function observeAtLeisure<T>(query: () => Promise<T>, show: (result: T) => void, gap = GAP): () => void {
  const held: { stop: () => void; timer?: ReturnType<typeof setTimeout> } = { stop: () => undefined };
  const follow = (): void => {
    let told = 0;
    held.stop = observe(query, (result) => {
      told += 1;
      // The first answer is how it stands now, the second is a change.
      if (told === 2) {
        held.stop();
        held.timer = setTimeout(follow, gap);
      }
      show(result);
    });
  };
  follow();
  return () => {
    clearTimeout(held.timer);
    held.stop();
  };
}
