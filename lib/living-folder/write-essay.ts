import type { Collection } from '../collection/collection.ts';
import { putMirrored } from '../collection/living-folder/rows-of-folder.ts';
import type { FormatOptions } from '../export/format.ts';
import type { ExportRecord } from '../export/record.ts';
import { composeEssay } from './compose.ts';
import type { FolderFiles } from './folder-files.ts';
import type { Step } from './plan.ts';
import { isSealed, joinedFile, partsOf } from './sealed-file.ts';
import type { Template } from './template.ts';
import { besideOf } from './to-trash.ts';

/** What a mirror is made with. */
export interface MirrorOptions {
  readonly template: Template;
  readonly originals: boolean;
  readonly html?: FormatOptions;
}

type WriteStep = Extract<Step, { is: 'write' | 'update' }>;

/** Where an essay's file is, and what came of it; `left`: it was changed by hand, and ours stands beside it. */
interface Written {
  readonly path: string;
  readonly came: 'written' | 'updated' | 'same' | 'left';
}

/**
 * Writes an essay's file and what lies beside it. What the reader wrote below the line is carried along; a file that was changed above it is
 * left, and ours goes beside it. Rejects where the folder cannot be reached any more.
 */
export async function writeEssay(
  collection: Collection,
  files: FolderFiles,
  record: ExportRecord,
  step: WriteStep,
  options: MirrorOptions,
): Promise<Written> {
  const { text, beside } = await composeEssay(record, step.path, options);
  // Named by their bytes: those that are there stay.
  for (const { path, bytes } of beside) if (!(await files.has(path))) await files.write(path, bytes);
  const there = step.is === 'update' ? await files.read(step.from) : null;
  if (there === null || step.is === 'write') {
    await files.write(step.path, joinedFile(text, ''));
    return { path: step.path, came: 'written' };
  }
  const parts = partsOf(there);
  if (!(await isSealed(parts))) {
    await writeBeside(files, step.from, text);
    return { path: step.from, came: 'left' };
  }
  const joined = joinedFile(text, parts.own);
  if (step.path !== step.from) {
    await putMirrored(collection, { essayId: step.id, path: step.from, state: '', moving: step.path });
    await files.write(step.path, joined);
    await files.remove(step.from);
  } else if (joined !== there) await files.write(step.path, joined);
  await takeBack(files, step.from);
  return { path: step.path, came: joined === there && step.path === step.from ? 'same' : 'updated' };
}

/** Our version beside a file: in the place of the last one, unless that was changed by hand too. */
async function writeBeside(files: FolderFiles, path: string, text: string): Promise<void> {
  for (let n = 1; ; n += 1) {
    const there = await files.read(besideOf(path, n));
    const parts = partsOf(there ?? '');
    if (there !== null && !(await isSealed(parts))) continue;
    await files.write(besideOf(path, n), joinedFile(text, parts.own));
    return;
  }
}

/** Once the file is ours again, our version beside it has nothing to say: it goes, unless the reader wrote in it. */
async function takeBack(files: FolderFiles, path: string): Promise<void> {
  const parts = partsOf((await files.read(besideOf(path))) ?? '');
  if (parts.own.trim() === '' && (await isSealed(parts))) await files.remove(besideOf(path));
}
