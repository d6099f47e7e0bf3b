import type { Folder } from '../files/folder.ts';
import { type Stream, streamOf } from './copied-tables.ts';
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
