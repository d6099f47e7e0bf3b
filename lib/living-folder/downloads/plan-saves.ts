import type { MirroredRow } from '../../collection/living-folder/folder-rows.ts';
import type { GoneFile } from '../mirror.ts';
import type { WantedFile } from '../plan.ts';

/** A file to be written among the downloads; `replaces`: in the place of the one that was written there before. */
export interface SaveStep {
  readonly id: string;
  readonly path: string;
  readonly replaces: boolean;
}

/**
 * What to write, and which files belong to essays that are gone, from what was written last and the essays as they are now. Nothing is
 * known of the files themselves: unless the reader allowed it, none is written over. One that is replaced keeps its first name, so that
 * nothing is left under another. Pure.
 */
export function planSaves(
  known: readonly MirroredRow[],
  wanted: readonly WantedFile[],
  replaces: boolean,
): { readonly saves: readonly SaveStep[]; readonly gone: readonly GoneFile[] } {
  const before = new Map(known.map((row) => [row.essayId, row]));
  const now = new Set(wanted.map(({ id }) => id));
  const saves = wanted.flatMap(({ id, path, state }): SaveStep[] => {
    const last = before.get(id);
    if (last?.state === state) return [];
    return [last === undefined || !replaces ? { id, path, replaces: false } : { id, path: last.path, replaces }];
  });
  return {
    saves,
    gone: known.filter(({ essayId }) => !now.has(essayId)).map(({ essayId: id, path }) => ({ id, path })),
  };
}
