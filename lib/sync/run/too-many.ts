import type { LogSegment } from '../log/log-segment.ts';
import type { Operation } from '../model/operation.ts';
import { SyncRefusal } from '../storage.ts';
import type { Replica } from './replica.ts';

/** Essays that one sync deletes at most without asking: so many, or such a part of all. */
const MOST = 50;
const MOST_OF_ALL = 0.2;
/** Fewer are never asked about, however small the collection. */
const ALWAYS = 4;

/** True for deletions that the reader is asked about before they are made. */
export const isTooMany = (deleted: number, all: number): boolean =>
  deleted > ALWAYS && (deleted > MOST || deleted > all * MOST_OF_ALL);

/**
 * Refuses, before anything is applied, when unread segments would delete too many of the essays that are here. Heads tell how many
 * a segment deletes, so that segments are read for it only where it may be too many. Gives how many they delete.
 */
export async function expectFewDeletions(
  replica: Replica,
  unread: readonly LogSegment[],
  before: number,
  read: (segment: LogSegment) => Promise<readonly Operation[] | null>,
): Promise<number> {
  const told = unread.reduce((sum, { gone }) => sum + gone, 0);
  if (told === 0) return 0;
  const { all } = await replica.countDeleted([]);
  if (!isTooMany(before + told, all)) return told;
  const operations: Operation[] = [];
  // What was deleted may have been made again after it, as by a backup that is restored in the place of all.
  for (const segment of unread.slice(unread.findIndex(({ gone }) => gone > 0)))
    operations.push(...((await read(segment)) ?? []).filter(({ table }) => table === 'essays'));
  const { deleted } = await replica.countDeleted(operations);
  const count = before + deleted.length;
  if (isTooMany(count, all)) throw new SyncRefusal('many-deletions', String(count));
  return deleted.length;
}
