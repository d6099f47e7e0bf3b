import type { Done } from '../../collection/actions/change-rows.ts';
import type { StorageProblem } from '../../collection/storage.ts';
import { type Outcome, succeed } from '../../essay/outcome.ts';

/**
 * Acts one after another as one act: undone last first. When one fails, those before it are taken back.
 * Counts what the act that changed most changed.
 */
export async function actAsOne(
  acts: readonly (() => Promise<Outcome<Done, StorageProblem>>)[],
): Promise<Outcome<Done, StorageProblem>> {
  const done: Done[] = [];
  const most = (): number => Math.max(0, ...done.map(({ count }) => count));
  const undo = async (): Promise<Outcome<number, StorageProblem>> => {
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
      await undo();
      return outcome;
    }
    done.push(outcome.value);
  }
  return succeed({ count: most(), undo });
}
