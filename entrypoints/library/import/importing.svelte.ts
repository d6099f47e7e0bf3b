import type { ImportItem, ImportReason } from '../../../lib/import/import-item.ts';
import type { ImportOptions } from '../../../lib/import/import-pages.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';

/** Imports files and tells what became of each page. */
export type RunImport = (files: readonly SourceFile[], options: ImportOptions) => AsyncIterable<ImportItem>;

/** Pages that were not kept, told one by one at most: more than anyone reads through. */
const TOLD = 500;

/** What the dialog shows: waits for files, imports them, stops when told, and then reports. */
export function createImporting(run: RunImport) {
  let stage = $state<'choosing' | 'working' | 'done'>('choosing');
  let progress = $state.raw({ bytes: 0, of: 0, name: '' });
  let counts = $state.raw<Readonly<Record<ImportItem['result'], number>>>(none);
  let incomplete = $state(0);
  let reasons = $state.raw<readonly (readonly [ImportReason, number])[]>([]);
  let told = $state.raw<readonly ImportItem[]>([]);
  let stopped = $state(false);
  let stopping = new AbortController();

  async function start(files: readonly SourceFile[]): Promise<void> {
    if (stage === 'working' || files.length === 0) return;
    stopping = new AbortController();
    [stage, stopped, counts, incomplete, told] = ['working', false, none, 0, []];
    progress = { bytes: 0, of: files.reduce((sum, { blob }) => sum + blob.size, 0), name: '' };
    const tally = new Map<ImportReason, number>();
    const onBytes = (count: number): void => {
      progress = { ...progress, bytes: progress.bytes + count };
    };
    for await (const item of run(files, { signal: stopping.signal, onBytes })) {
      counts = { ...counts, [item.result]: counts[item.result] + 1 };
      progress = { ...progress, name: item.name };
      if (item.missing > 0 && item.result === 'kept') incomplete += 1;
      if (item.reason === null) continue;
      tally.set(item.reason, (tally.get(item.reason) ?? 0) + 1);
      if (told.length < TOLD) told = [...told, item];
    }
    reasons = [...tally];
    stopped = stopping.signal.aborted;
    stage = 'done';
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
    /** Pages that were not kept, in the order of the files; of very many, the first. */
    get told() {
      return told;
    },
    get stopped() {
      return stopped;
    },
    start,
    stop: () => stopping.abort(),
  };
}

const none = { kept: 0, 'already-there': 0, 'not-an-essay': 0, unreadable: 0, 'not-stored': 0 } as const;
