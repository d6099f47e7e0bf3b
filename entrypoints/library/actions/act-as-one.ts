import type { Done } from '../../../lib/collection/actions/change-rows.ts';
import type { StorageProblem } from '../../../lib/collection/storage.ts';
import { type Outcome, succeed } from '../../../lib/essay/outcome.ts';

/**
 * Acts one after another as one act: undone last first. When one fails, those before it are taken back.
 * Counts what the act that changed most changed.
 */
export async function actAsOne(
  acts: readonly (() => Promise<Outcome<Done, StorageProblem>>)[],
): Promise<Outcome<Done, StorageProblem>> {
  const done: Done[] = [];
  const undo = async (): Promise<Outcome<number, StorageProblem>> => {
    for (const one of done.toReversed()) {
      const undone = await one.undo();
      if (!undone.ok) return undone;
    }
    return succeed(done.length);
  };
  for (const act of acts) {
    const outcome = await act();
    if (!outcome.ok) {
      await undo();
      return outcome;
    }
    done.push(outcome.value);
  }
  return succeed({ count: Math.max(0, ...done.map(({ count }) => count)), undo });
}
