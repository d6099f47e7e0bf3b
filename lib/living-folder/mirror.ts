import type { Collection } from '../collection/collection.ts';
import type { MirroredRow } from '../collection/living-folder/folder-rows.ts';
import { dropMirrored, putMirrored } from '../collection/living-folder/rows-of-folder.ts';
import { recordsOf } from '../export/records.ts';
import type { FolderFiles } from './folder-files.ts';
import type { Step, WantedFile } from './plan.ts';
import { toTrash } from './to-trash.ts';
import { type MirrorOptions, writeEssay } from './write-essay.ts';

/** What came of bringing a folder up to date. */
export interface MirrorReport {
  readonly written: number;
  readonly updated: number;
  readonly trashed: number;
  /** Files that were changed by hand above the line: they were left, and ours stands beside them. */
  readonly left: readonly string[];
  /** Essays whose record is damaged. */
  readonly lost: readonly string[];
  /** Files of essays that are gone, among the downloads, where nothing can be moved: the reader is to see to them. */
  readonly gone: readonly GoneFile[];
  readonly stopped: boolean;
}

/** A file whose essay is gone. */
export interface GoneFile {
  readonly id: string;
  readonly path: string;
}

/** What a mirror tells while it works, and what stops it. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Carries a plan out, step by step; each is remembered when it is done, so that a window that closes loses at most the step under way,
 * which is done once more. Rejects where the folder cannot be reached any more.
 */
export async function carryOutPlan(
  collection: Collection,
  files: FolderFiles,
  steps: readonly Step[],
  wanted: readonly WantedFile[],
  known: readonly MirroredRow[],
  options: MirrorOptions,
  { signal, onProgress }: Watch,
): Promise<MirrorReport> {
  const report = { written: 0, updated: 0, trashed: 0, left: [] as string[], lost: [] as string[], gone: [] };
  const states = new Map(wanted.map(({ id, state }) => [id, state]));
  const last = new Map(known.map((row) => [row.essayId, row]));
  let done = 0;
  const tell = (): void => {
    done += 1;
    onProgress(done, steps.length);
  };
  for (const step of steps) {
    if (step.is === 'write' || step.is === 'update') continue;
    if (signal.aborted) return { ...report, stopped: true };
    const row = last.get(step.id);
    if (step.is === 'follow') {
      if (row !== undefined) await putMirrored(collection, { ...row, path: step.path });
    } else {
      await toTrash(files, step.id, step.is === 'trash' ? step.path : null);
      await dropMirrored(collection, step.id);
      if (step.is === 'trash') report.trashed += 1;
    }
    tell();
  }
  const writing = new Map(
    steps.flatMap((step) => (step.is === 'write' || step.is === 'update' ? [[step.id, step]] : [])),
  );
  const lost = (id: string, what: 'essay' | 'original'): void => void (what === 'essay' && report.lost.push(id));
  for await (const record of recordsOf(collection, writing.keys(), { onLost: lost })) {
    if (signal.aborted) return { ...report, stopped: true };
    const step = writing.get(record.id);
    if (step === undefined) continue;
    const { path, came } = await writeEssay(collection, files, record, step, options);
    await putMirrored(collection, { essayId: record.id, path, state: states.get(record.id) ?? '', moving: '' });
    if (came === 'left') report.left.push(path);
    else if (came !== 'same') report[came] += 1;
    tell();
  }
  return { ...report, stopped: false };
}
