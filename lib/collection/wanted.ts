import type { Outcome } from '../essay/outcome.ts';
import type { Collection } from './collection.ts';
import type { WantedRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** Essays whose images are still to be fetched, the oldest first. */
export function listWanted({ wanted }: Collection): Promise<Outcome<readonly WantedRow[], StorageProblem>> {
  return attempt(async () => (await wanted.toArray()).toSorted((one, other) => (one.since < other.since ? -1 : 1)));
}

/** True while the images of an essay are still to be fetched; also where the store cannot be asked. */
export const isWanted = ({ wanted }: Collection, essayId: string): Promise<boolean> =>
  attempt(() => wanted.get(essayId)).then((row) => !row.ok || row.value !== undefined);

/** Tries that a row which does not tell them is taken to have had. */
const DAMAGED_TRIES = 3;

/** Counts one more try at the images of an essay; gives how many there were, 0 where they are not wanted. */
export function countTry({ wanted }: Collection, essayId: string): Promise<Outcome<number, StorageProblem>> {
  return attempt(async () => {
    const row = await wanted.get(essayId);
    if (row === undefined) return 0;
    // A count that is damaged ends soon: what is wanted for ever would be asked for at each start.
    const tries = (Number.isSafeInteger(row.tries) && row.tries >= 0 ? row.tries : DAMAGED_TRIES) + 1;
    await wanted.put({ ...row, tries });
    return tries;
  });
}

/** The images of an essay are stored, or marked as missing. */
export function doneWanting({ wanted }: Collection, essayId: string): Promise<Outcome<void, StorageProblem>> {
  return attempt(() => wanted.delete(essayId));
}
