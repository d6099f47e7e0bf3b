import { checksumOfText } from '../../essay/checksum.ts';
import type { Folder } from '../files/folder.ts';
import { type CopiedTable, streamOf } from './copied-tables.ts';
import { entryIdOf } from './fold-copy.ts';
import { listCopySegments, readSegment } from './segments.ts';

/** Gives the latest copies of rows of a table, by their keys as JSON. Rejects when the files cannot be read. */
export type FindCopies = (
  table: CopiedTable,
  keys: readonly IDBValidKey[],
) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;

/**
 * Finds copies in a folder; those that were deleted, or never copied, are not among them. Of each segment that it has read it remembers a
 * short sum of each row's key, so that a check which asks for some rows of each of many essays does not read all files for each.
 */
export function findCopiesIn(folder: Folder): FindCopies {
  const sums = new Map<string, ReadonlySet<number>>();
  return async (table, keys) => {
    const found = new Map<string, Readonly<Record<string, unknown>>>();
    const wanted = new Map(keys.map((key) => [entryIdOf({ table, key }), key]));
    for (const segment of (await listCopySegments(folder)).toReversed()) {
      if (wanted.size === 0) break;
      if (segment.stream !== 'new' && segment.stream !== streamOf(table)) continue;
      const known = sums.get(segment.name);
      if (known && ![...wanted.keys()].some((id) => known.has(checksumOfText(id)))) continue;
      const rows = (await readSegment(folder, segment)) ?? [];
      if (!known) sums.set(segment.name, new Set(rows.map((row) => checksumOfText(entryIdOf(row)))));
      for (const row of rows.toReversed()) {
        const id = entryIdOf(row);
        if (!wanted.delete(id) || row.row === null) continue;
        found.set(JSON.stringify(row.key), row.row);
      }
    }
    return found;
  };
}

/** True when a segment of the copy tells of a row, also where it tells that the row was deleted. Rejects when the files cannot be listed. */
export async function hasEverCopied(folder: Folder, table: CopiedTable, key: IDBValidKey): Promise<boolean> {
  const wanted = entryIdOf({ table, key });
  for (const segment of (await listCopySegments(folder)).toReversed()) {
    const rows = (await readSegment(folder, segment)) ?? [];
    if (rows.some((row) => entryIdOf(row) === wanted)) return true;
  }
  return false;
}
