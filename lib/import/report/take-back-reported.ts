import { takeBackStored } from '../../collection/backup/merging/stored-merges.ts';
import type { TakenBack } from '../../collection/backup/merging/take-back-merge.ts';
import type { Collection } from '../../collection/collection.ts';
import { beginAct } from '../../collection/running/running-acts.ts';
import type { StorageProblem } from '../../collection/storage.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { readReport, saveReport } from './stored-reports.ts';

/** Takes back the merge that a report tells of, and notes that in it, all or nothing; null where it is not remembered any more. Cut off with its window, it is told. */
export async function takeBackReported(
  collection: Collection,
  id: string,
): Promise<Outcome<TakenBack, StorageProblem> | null> {
  const report = await readReport(collection, id).catch(() => null);
  const running = await beginAct(collection, { kind: 'unmerge', name: report?.sources[0] ?? '' });
  const back = await takeBackStored(collection, id, async () => {
    if (report !== null) await saveReport(collection, { ...report, takenBackAt: new Date().toISOString() });
    await running.stored(0);
  });
  await running.end();
  return back;
}
