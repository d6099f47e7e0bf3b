import type { Collection } from '../../collection/collection.ts';
import type { MirroredRow } from '../../collection/living-folder/folder-rows.ts';
import { listMirrored, putMirrored } from '../../collection/living-folder/rows-of-folder.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import type { ExportRecord } from '../../export/record.ts';
import { recordsOf } from '../../export/records.ts';
import { composeEssay } from '../compose.ts';
import { statesOf } from '../essay-states.ts';
import type { MirrorReport, Watch } from '../mirror.ts';
import { joinedFile } from '../sealed-file.ts';
import { textDigest } from '../text-digest.ts';
import type { MirrorOptions } from '../write-essay.ts';
import { planSaves, type SaveStep } from './plan-saves.ts';
import type { SavedFiles } from './saved-files.ts';

/**
 * Makes a folder among the downloads what some essays are, as far as writing alone can: looks what is another since it was written, and
 * writes that. Each file is remembered when it is written, so that a window that closes loses at most the one under way. Rejects where
 * browser or database fail.
 */
export async function keepSaved(
  collection: Collection,
  files: SavedFiles,
  ids: readonly string[],
  options: MirrorOptions & { readonly replaces?: boolean },
  { signal, onProgress }: Watch,
): Promise<MirrorReport> {
  const wanted = await statesOf(collection, ids, options, yieldToPage());
  const known = new Map((await listMirrored(collection)).map((row) => [row.essayId, row]));
  const { saves, gone } = planSaves([...known.values()], wanted, options.replaces === true);
  const states = new Map(wanted.map(({ id, state }) => [id, state]));
  const steps = new Map(saves.map((step) => [step.id, step]));
  const report = { written: 0, updated: 0, trashed: 0, left: [], lost: [] as string[], gone };
  const lost = (id: string, what: 'essay' | 'original'): void => void (what === 'essay' && report.lost.push(id));
  let done = 0;
  for await (const record of recordsOf(collection, steps.keys(), { onLost: lost })) {
    if (signal.aborted) return { ...report, stopped: true };
    const step = steps.get(record.id);
    if (step === undefined) continue;
    const last = known.get(record.id);
    const saved = await saveEssay(files, record, step, last, options);
    await putMirrored(collection, { ...saved, state: states.get(record.id) ?? '' });
    if (last === undefined) report.written += 1;
    else if (saved.saved.text !== last.saved?.text) report.updated += 1;
    done += 1;
    onProgress(done, steps.size);
  }
  return { ...report, stopped: false };
}

/** Writes of an essay what was not written yet: a text that is the same is no new version. */
async function saveEssay(
  files: SavedFiles,
  record: ExportRecord,
  step: SaveStep,
  last: MirroredRow | undefined,
  options: MirrorOptions,
) {
  const { text, beside } = await composeEssay(record, step.path, options);
  const there = new Set(last?.saved?.beside);
  for (const { path, bytes } of beside) {
    if (!there.has(path)) await files.save(path, bytes, 'once');
    there.add(path);
  }
  const digest = await textDigest(text);
  const path =
    last !== undefined && digest === last.saved?.text
      ? last.path
      : await files.save(step.path, joinedFile(text, ''), step.replaces ? 'replace' : 'beside');
  return { essayId: record.id, path, moving: '', saved: { text: digest, beside: [...there] } };
}
