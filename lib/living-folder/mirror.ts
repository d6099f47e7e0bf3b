import type { Collection } from '../collection/collection.ts';
import type { MirroredRow } from '../collection/living-folder/folder-rows.ts';
import { dropMirrored, putMirrored } from '../collection/living-folder/rows-of-folder.ts';
import type { FormatOptions } from '../export/format.ts';
import type { ExportRecord } from '../export/record.ts';
import { recordsOf } from '../export/records.ts';
import { type ComposedFile, composeEssay, filesFolder } from './compose.ts';
import { textDigest } from './essay-states.ts';
import type { FolderFiles } from './folder-files.ts';
import { joinedFile, partsOf } from './own-part.ts';
import type { Step, WantedFile } from './plan.ts';
import type { Template } from './template.ts';

/** What a mirror is made with. */
export interface MirrorOptions {
  readonly template: Template;
  readonly originals: boolean;
  readonly html?: FormatOptions;
}

/** What came of bringing a folder up to date. */
export interface MirrorReport {
  readonly written: number;
  readonly updated: number;
  readonly trashed: number;
  /** Files that were changed by hand above the line: they were left, and ours stands beside them. */
  readonly left: readonly string[];
  /** Essays whose record is damaged. */
  readonly lost: readonly string[];
  readonly stopped: boolean;
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/** Where files of essays go that are gone. */
const TRASH = '.trash';

/**
 * Carries a plan out, step by step; each is remembered when it is done, so that a window that closes loses at most the step under way,
 * which is done once more. What the reader wrote below the line is carried along, and what was changed above it is left. Rejects where the folder cannot be
 * reached any more.
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
  const report = { written: 0, updated: 0, trashed: 0, left: [] as string[], lost: [] as string[] };
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
    if (step.is === 'trash') {
      await toTrash(files, step.path);
      await files.remove(filesFolder(step.id));
      report.trashed += 1;
    }
    const row = last.get(step.id);
    if (step.is === 'follow' && row !== undefined) await putMirrored(collection, { ...row, path: step.path });
    else await dropMirrored(collection, step.id);
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
    const state = states.get(record.id) ?? '';
    const came = await writeEssay(files, record, step, last.get(record.id), options);
    await putMirrored(collection, { essayId: record.id, path: came.path, state, digest: came.digest });
    if (came.beside !== null) report.left.push(came.path);
    else report[step.is === 'write' ? 'written' : 'updated'] += 1;
    tell();
  }
  return { ...report, stopped: false };
}

/** What was written, and where ours went instead of the file that was changed by hand; null where it was not. */
interface Written {
  readonly path: string;
  readonly digest: string;
  readonly beside: string | null;
}

type WriteStep = Extract<Step, { is: 'write' | 'update' }>;

async function writeEssay(
  files: FolderFiles,
  record: ExportRecord,
  step: WriteStep,
  last: MirroredRow | undefined,
  options: MirrorOptions,
): Promise<Written> {
  const composed = await composeEssay(record, step.path, options);
  await writeBeside(files, composed);
  const digest = await textDigest(composed.text);
  const there = step.is === 'update' ? await files.read(step.from) : null;
  if (there === null || step.is === 'write') {
    await files.write(step.path, joinedFile(composed.text, ''));
    return { path: step.path, digest, beside: null };
  }
  const { ours, own, whole } = partsOf(there);
  const found = await textDigest(ours);
  // What stands there already was written before a window closed, and not remembered.
  if (!whole || (found !== last?.digest && found !== digest)) {
    const beside = step.from.replace(/(?:\.md)?$/, '.new.md');
    await files.write(beside, joinedFile(composed.text, ''));
    return { path: step.from, digest: last?.digest ?? '', beside };
  }
  await files.write(step.path, joinedFile(composed.text, own));
  if (step.path !== step.from) await files.remove(step.from);
  return { path: step.path, digest, beside: null };
}

/** Images and originals; those that are there are named by their bytes, and stay. */
async function writeBeside(files: FolderFiles, { beside }: ComposedFile): Promise<void> {
  for (const { path, bytes } of beside) if (!(await files.has(path))) await files.write(path, bytes);
}

/** Moves a file to the folder's trash, with the reader's own words in it. One of the same name there is not written over. */
async function toTrash(files: FolderFiles, path: string): Promise<void> {
  const text = await files.read(path);
  if (text === null) return;
  const name = path.slice(path.lastIndexOf('/') + 1);
  let to = `${TRASH}/${name}`;
  for (let n = 2; await files.has(to); n += 1) to = `${TRASH}/${name.replace(/(?:\.md)?$/, ` (${n}).md`)}`;
  await files.write(to, text);
  await files.remove(path);
}
