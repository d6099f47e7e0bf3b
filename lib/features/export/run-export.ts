import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import type { FileForm, FormatOptions } from '../../export/format.ts';
import type { ExportRecord } from '../../export/record.ts';
import type { RecordsOptions } from '../../export/records.ts';
import type { NewFile } from '../../ui/save-file.ts';

/** Reads the essays of an export, one after another; tells of those that were lost. */
export type ReadRecords = (onLost: NonNullable<RecordsOptions['onLost']>) => AsyncIterable<ExportRecord>;

/** What came of an export: essays written, and ids of those that were lost whole, or without their original bytes. */
export interface Written {
  readonly count: number;
  readonly lostEssays: readonly string[];
  readonly lostOriginals: readonly string[];
}

export type ExportProblem = 'stopped' | 'library-anew' | 'nothing-to-export' | 'cannot-be-read' | 'not-written';

/** How an export is watched and stopped. */
export interface ExportWatch {
  readonly signal: AbortSignal;
  /** Told how many essays have been gone through, lost ones too. */
  readonly onProgress: (done: number) => void;
}

/**
 * Writes essays into a new file, in slices, so that the page stays quick. The file is finished when it is whole; stopped
 * or failed, or without any essay in it, it is not there.
 */
export async function runExport(
  read: ReadRecords,
  form: FileForm,
  file: NewFile,
  options: FormatOptions,
  { signal, onProgress }: ExportWatch,
): Promise<Outcome<Written, ExportProblem>> {
  const pause = yieldToPage();
  const lost = { essay: new Set<string>(), original: new Set<string>() };
  const state = { count: 0, writing: false };
  const records = async function* () {
    for await (const record of read((id, what) => lost[what].add(id))) {
      await pause();
      signal.throwIfAborted();
      yield record;
      state.count += 1;
      onProgress(state.count + lost.essay.size);
    }
  };
  const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    state.writing = true;
    await file.sink(bytes);
    state.writing = false;
  };
  try {
    for await (const bytes of form.write(records(), options)) {
      signal.throwIfAborted();
      await write(bytes);
      await pause();
    }
    signal.throwIfAborted();
    if (state.count === 0) {
      await file.cancel();
      return fail('nothing-to-export');
    }
    state.writing = true;
    await file.finish();
  } catch (error) {
    await file.cancel().catch(() => {});
    if (signal.aborted) return fail('stopped');
    return fail(state.writing ? 'not-written' : 'cannot-be-read', String(error));
  }
  return succeed({ count: state.count, lostEssays: [...lost.essay], lostOriginals: [...lost.original] });
}
