import type { Folder } from '../files/folder.ts';
import {
  type CopiedRow,
  decodeSegment,
  encodeSegment,
  isSegmentIntact,
  nameSegment,
  readSegmentName,
  type SegmentName,
} from './segment.ts';

/** A segment's file. */
export interface SegmentFile extends SegmentName {
  readonly name: string;
}

/**
 * The segments of a folder, the oldest first. Where a fold was cut off, rows stand in two of them: with the same number, so
 * that they are the same.
 */
export async function listCopySegments(folder: Folder): Promise<readonly SegmentFile[]> {
  const all = (await folder.names()).flatMap((name) => {
    const told = readSegmentName(name);
    return told === null ? [] : [{ ...told, name }];
  });
  return all.toSorted((one, other) => one.to - other.to || one.from - other.from);
}

/** The rows of a segment; null when its file is torn or damaged. */
export async function readSegment(folder: Folder, segment: SegmentFile): Promise<readonly CopiedRow[] | null> {
  const bytes = await folder.read(segment.name).catch(() => null);
  return bytes !== null && (await isSegmentIntact(segment, bytes)) ? decodeSegment(bytes) : null;
}

/** Writes rows as a segment; gives its name. No rows make no file. */
export async function writeCopySegment(
  folder: Folder,
  stream: SegmentName['stream'],
  level: number,
  rows: readonly CopiedRow[],
): Promise<string | null> {
  if (rows.length === 0) return null;
  const bytes = await encodeSegment(rows);
  const name = await nameSegment(stream, level, rows, bytes);
  await folder.write(name, bytes);
  return name;
}
