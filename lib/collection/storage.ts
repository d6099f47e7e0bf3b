import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { hasRoomForActs, readRoom } from './guard/room.ts';
import { type StorageProblem, troubleOf } from './guard/trouble.ts';

export type { StorageProblem } from './guard/trouble.ts';

/** Runs a query and turns what the database throws into a problem; the detail is the database's own words. */
export async function attempt<T>(query: () => PromiseLike<T>): Promise<Outcome<T, StorageProblem>> {
  try {
    return succeed(await query());
  } catch (error) {
    return fail(await problemOf(error), String(error));
  }
}

/** A store in trouble while there is no room is a full disk, whatever the browser calls it. */
async function problemOf(error: unknown): Promise<StorageProblem> {
  const trouble = troubleOf(error);
  if (trouble !== 'storage-trouble') return trouble;
  const room = await readRoom();
  return room !== null && !hasRoomForActs(room) ? 'storage-full' : trouble;
}
