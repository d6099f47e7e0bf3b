import type { Collection } from '../collection/collection.ts';
import { listMirrored } from '../collection/living-folder/rows-of-folder.ts';
import { yieldToPage } from '../essay/yield-to-page.ts';
import { statesOf } from './essay-states.ts';
import type { FolderFiles } from './folder-files.ts';
import { carryOutPlan, type MirrorOptions, type MirrorReport } from './mirror.ts';
import { planMirror } from './plan.ts';

/** Makes a folder what some essays are: looks what is another, and writes that alone. Rejects where folder or database fail. */
export async function bringUpToDate(
  collection: Collection,
  files: FolderFiles,
  ids: readonly string[],
  options: MirrorOptions,
  watch: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
): Promise<MirrorReport> {
  const wanted = await statesOf(collection, ids, options.template, yieldToPage());
  const known = await listMirrored(collection);
  const before = known.map(({ essayId: id, path, state }) => ({ id, path, state }));
  const steps = planMirror(before, wanted, await files.list());
  return carryOutPlan(collection, files, steps, wanted, known, options, watch);
}
