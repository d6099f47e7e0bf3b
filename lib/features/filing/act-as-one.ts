import type { Done } from '../../collection/actions/change-rows.ts';
import { attempt, type StorageProblem } from '../../collection/storage.ts';
import { type Outcome, succeed } from '../../essay/outcome.ts';

/** Runs work, in one transaction where it is to be whole or not at all. */
type Within = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Acts one after another as one act: undone last first. When one fails, those before it are taken back. `within` has all of them in one
 * transaction, and their undoing in another, so that a window which closes leaves none half done.
 * Counts what the act that changed most changed.
 */
export async function actAsOne(
  acts: readonly (() => Promise<Outcome<Done, StorageProblem>>)[],
  within: Within = (work) => work(),
): Promise<Outcome<Done, StorageProblem>> {
  const whole = async <T>(work: () => Promise<Outcome<T, StorageProblem>>): Promise<Outcome<T, StorageProblem>> => {
    const done = await attempt(() => within(work));
    return done.ok ? done.value : done;
  };
  return whole(async () => {
    const done: Done[] = [];
    const most = (): number => Math.max(0, ...done.map(({ count }) => count));
    const undoAll = async (): Promise<Outcome<number, StorageProblem>> => {
      let short = 0;
      for (const one of done.toReversed()) {
        const undone = await one.undo();
        if (!undone.ok) return undone;
        short = Math.max(short, one.count - undone.value);
      }
      return succeed(Math.max(0, most() - short));
    };
    for (const act of acts) {
      const outcome = await act();
      if (!outcome.ok) {
        await undoAll();
        return outcome;
      }
      done.push(outcome.value);
    }
    return succeed({ count: most(), undo: () => whole(undoAll) });
  });
}
