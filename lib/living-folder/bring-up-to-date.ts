import type { Collection } from '../collection/collection.ts';
import { listMirrored } from '../collection/living-folder/rows-of-folder.ts';
import { yieldToPage } from '../essay/yield-to-page.ts';
import { adoptFiles } from './adopt.ts';
import { statesOf } from './essay-states.ts';
import type { FolderFiles } from './folder-files.ts';
import { carryOutPlan, type MirrorReport, type Watch } from './mirror.ts';
import { planMirror } from './plan.ts';
import { settleMoves } from './settle-moves.ts';
import type { MirrorOptions } from './write-essay.ts';

/** Makes a folder what some essays are: looks what is another, and writes that alone. Rejects where folder or database fail. */
export async function bringUpToDate(
  collection: Collection,
  files: FolderFiles,
  ids: readonly string[],
  options: MirrorOptions,
  watch: Watch,
): Promise<MirrorReport> {
  const wanted = await statesOf(collection, ids, options, yieldToPage());
  const known = await settleMoves(collection, files, await listMirrored(collection));
  const listing = await files.list();
  const remembered = known.map(({ essayId: id, path, state }) => ({ id, path, state }));
  const before = await adoptFiles(files, remembered, wanted, listing);
  return carryOutPlan(collection, files, planMirror(before, wanted, listing), wanted, known, options, watch);
}
