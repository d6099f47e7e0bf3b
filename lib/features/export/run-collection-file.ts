import { writeHanded } from '../../collection/backup/handed/write-handed.ts';
import type { Handed } from '../../collection/backup/manifest.ts';
import type { Collection } from '../../collection/collection.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { NewFile } from '../../ui/save-file.ts';
import type { ExportProblem, ExportWatch, Written } from './run-export.ts';

/**
 * Writes essays into a new file that another reader merges. As with `runExport`, the file is finished when it is whole; stopped or failed, or
 * without any essay in it, it is not there. Rejects never.
 */
export async function runCollectionFile(
  collection: Collection,
  ids: () => Promise<readonly string[]>,
  about: Handed,
  file: NewFile,
  { signal, onProgress }: ExportWatch,
): Promise<Outcome<Written, ExportProblem>> {
  const state = { writing: false };
  const giveUp = async (problem: ExportProblem, detail = ''): Promise<Outcome<Written, ExportProblem>> => {
    await file.cancel().catch(() => {});
    return fail(signal.aborted ? 'stopped' : problem, detail);
  };
  try {
    const written = await writeHanded(collection, await ids(), about, file.sink, { signal, onProgress });
    if (!written.ok) {
      const { code, detail } = written.problem;
      return giveUp(code === 'not-written' ? 'not-written' : 'cannot-be-read', detail ?? code);
    }
    const count = written.value.manifest.counts['essays'] ?? 0;
    if (count === 0) return giveUp('nothing-to-export');
    if (signal.aborted) return giveUp('stopped');
    state.writing = true;
    await file.finish();
    return succeed({ count, lostEssays: written.value.lost, lostOriginals: [] });
  } catch (error) {
    return giveUp(state.writing ? 'not-written' : 'cannot-be-read', String(error));
  }
}
