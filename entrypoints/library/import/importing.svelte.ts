import type { ImportItem, ImportReason } from '../../../lib/import/import-item.ts';
import type { ImportOptions } from '../../../lib/import/import-pages.ts';
import { groupsOf, type ImportReport, type ReportWriter, reportOf } from '../../../lib/import/report/import-report.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** Imports files and tells what became of each page. */
export type RunImport = (
  files: readonly SourceFile[],
  options: Omit<ImportOptions, 'reader'>,
) => AsyncIterable<ImportItem>;

/** Remembers what became of an import, with the files that it is of: before it begins, while it works, and at its end. */
export type RememberReport = (report: ImportReport, files: readonly SourceFile[]) => Promise<unknown>;

/** How an import is done, as the reader wants it. */
export interface ImportWishes extends Pick<ImportOptions, 'into' | 'anyway'> {
  /** The name of the collection that could not be made for it. */
  readonly unmade?: string;
}

/** Milliseconds at most between two times that a report is written down while it grows: what a closed window loses of it. */
const NOTED = 3000;
/** The part of the time, at most, that is spent on writing it down: a report of fifty thousand items takes longer than one of thirty. */
const PART = 0.05;

/** What the dialog shows: waits for files, imports them, stops when told, and then reports. */
export function createImporting(run: RunImport, remember: RememberReport) {
  let stage = $state<'choosing' | 'working' | 'done'>('choosing');
  let progress = $state.raw({ bytes: 0, of: 0, name: '' });
  let counts = $state.raw<Readonly<Record<ImportItem['result'], number>>>(none);
  let incomplete = $state(0);
  let reasons = $state.raw<readonly (readonly [ImportReason, number])[]>([]);
  let report = $state.raw<ImportReport | null>(null);
  let stopped = $state(false);
  let anew = $state(false);
  let stopping = new AbortController();

  async function start(files: readonly SourceFile[], wishes: () => Promise<ImportWishes>): Promise<void> {
    if (stage === 'working' || files.length === 0) return;
    stopping = new AbortController();
    [stage, stopped, anew, counts, incomplete, report] = ['working', false, false, none, 0, null];
    progress = { bytes: 0, of: files.reduce((sum, { blob }) => sum + blob.size, 0), name: '' };
    const { unmade, ...wanted } = await wishes();
    const writer = reportOf(files, crypto.randomUUID(), new Date().toISOString(), { into: wanted.into, unmade });
    // Written down beside the reading of the first pages.
    const begun = remember(writer.report(), files);
    const onAnew = (gone: ReadonlySet<string>): void => {
      anew = true;
      writer.lose(gone);
    };
    await follow(files, { ...wanted, tellAll: true, signal: stopping.signal, onBytes: add, onAnew }, writer);
    await begun;
    stopped = stopping.signal.aborted;
    report = writer.report({ at: new Date().toISOString(), stopped });
    // What went with the library before was not kept.
    if (anew) counts = { ...counts, kept: report.kept.length, 'already-there': report.there.length };
    incomplete = report.incomplete;
    reasons = groupsOf(report.items).map(({ reason, items }) => [reason, items.length]);
    await remember(report, files);
    stage = 'done';
  }

  async function follow(
    files: readonly SourceFile[],
    options: Omit<ImportOptions, 'reader'>,
    writer: ReportWriter,
  ): Promise<void> {
    let due = performance.now() + NOTED * PART;
    for await (const item of run(files, options)) {
      writer.take(item);
      counts = { ...counts, [item.result]: counts[item.result] + 1 };
      progress = { ...progress, name: item.name };
      if (item.missing > 0 && item.result === 'kept') incomplete += 1;
      const now = performance.now();
      if (now < due) continue;
      await remember(writer.report(), files);
      const ended = performance.now();
      due = ended + Math.min(NOTED, (ended - now) / PART);
    }
  }

  function add(count: number): void {
    progress = { ...progress, bytes: progress.bytes + count };
  }

  return {
    get stage() {
      return stage;
    },
    get progress() {
      return progress;
    },
    get counts() {
      return counts;
    },
    /** Essays that were kept without some of their pages. */
    get incomplete() {
      return incomplete;
    },
    /** Why pages were not kept, and how many for each reason. */
    get reasons() {
      return reasons;
    },
    /** What became of it; null until it ends. */
    get report() {
      return report;
    },
    get stopped() {
      return stopped;
    },
    /** True when the library was made anew under it, which ended it. */
    get anew() {
      return anew;
    },
    start,
    stop: () => stopping.abort(),
  };
}

const none = {
  kept: 0,
  'already-there': 0,
  'not-an-essay': 0,
  unreadable: 0,
  'not-stored': 0,
  'passed-over': 0,
  'not-reached': 0,
} as const;
