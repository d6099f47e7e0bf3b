import { takeBackStored } from '../../collection/backup/merging/stored-merges.ts';
import type { TakenBack } from '../../collection/backup/merging/take-back-merge.ts';
import type { Collection } from '../../collection/collection.ts';
import type { StorageProblem } from '../../collection/storage.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { readReport, saveReport } from './stored-reports.ts';

/** Takes back the merge that a report tells of, and notes that in it; null where it is not remembered any more. */
export async function takeBackReported(
  collection: Collection,
  id: string,
): Promise<Outcome<TakenBack, StorageProblem> | null> {
  const back = await takeBackStored(collection, id);
  const report = back?.ok ? await readReport(collection, id).catch(() => null) : null;
  if (report !== null) await saveReport(collection, { ...report, takenBackAt: new Date().toISOString() });
  return back;
}
