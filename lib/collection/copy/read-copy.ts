import type { Folder } from '../files/folder.ts';
import { type CopiedTable, type Stream, streamOf } from './copied-tables.ts';
import { entryIdOf } from './fold-copy.ts';
import type { CopiedRow } from './segment.ts';
import { listCopySegments, readSegment } from './segments.ts';

/**
 * Reads the rows of some streams of the second copy from the newest to the oldest, a segment at a time, and hands on the latest copy of each row, once;
 * rows that were deleted are not among them. What `onRows` waits for is waited for. Gives the names of segments that are torn or
 * damaged.
 */
export async function readCopy(
  folder: Folder,
  streams: readonly Stream[],
  onRows: (rows: readonly CopiedRow[]) => Promise<void>,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const damaged: string[] = [];
  for (const segment of (await listCopySegments(folder)).toReversed()) {
    if (segment.stream !== 'new' && !streams.includes(segment.stream)) continue;
    const rows = await readSegment(folder, segment);
    if (rows === null) damaged.push(segment.name);
    const latest = (rows ?? []).toReversed().filter((row) => {
      const id = entryIdOf(row);
      const fresh = !seen.has(id);
      seen.add(id);
      return fresh && row.row !== null && streams.includes(streamOf(row.table));
    });
    if (latest.length > 0) await onRows(latest);
  }
  return damaged;
}

/** The latest copies of some rows of a table, by their keys as JSON; those that were deleted, or never copied, are not among them. */
export async function readCopiesOf(
  folder: Folder,
  table: CopiedTable,
  keys: readonly IDBValidKey[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const wanted = new Set(keys.map((key) => JSON.stringify(key)));
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  await readCopy(folder, [streamOf(table)], async (rows) => {
    for (const { table: of, key, row } of rows) {
      const text = JSON.stringify(key);
      if (of === table && row !== null && wanted.has(text)) found.set(text, row);
    }
  });
  return found;
}
