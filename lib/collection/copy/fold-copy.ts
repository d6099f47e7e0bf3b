import { textSizeOf } from '../../zip/packed-lines.ts';
import type { Collection } from '../collection.ts';
import type { Folder } from '../files/folder.ts';
import type { Rests } from '../telling/give-way.ts';
import { type Stream, streamOf } from './copied-tables.ts';
import { withCopy } from './copy-changes.ts';
import { changeCopyState, readCopyState } from './copy-state.ts';
import type { CopiedRow } from './segment.ts';
import { listCopySegments, readSegment, type SegmentFile, writeCopySegment } from './segments.ts';

/** What is folded, and how much of it at a time. */
export interface CopyFolds {
  /** Files of a moment that are worth folding, and that are folded together at most. */
  readonly fresh: number;
  /** Segments of one level that are folded into one of the next. */
  readonly fan: number;
  /** Largest segment that folding makes, in bytes. */
  readonly most: number;
  /** Bytes of lines that are folded together at most, and the level from which that is looked at. */
  readonly text: { readonly bytes: number; readonly level: number };
  /** Rows that are written anew together, about. */
  readonly rows: number;
  /** The acts are written anew when they are so many times what they were, and so many bytes more. */
  readonly grown: { readonly times: number; readonly bytes: number };
  /** The data are written anew when so many of their rows were deleted. */
  readonly deleted: number;
}

/**
 * A server takes four megabytes in one piece. Rows that only tell who changed what are a thirtieth packed, so that four megabytes of them would be 235,000
 * rows and some 180 in memory.
 */
const usual: CopyFolds = {
  fresh: 32,
  fan: 8,
  most: 4_000_000,
  text: { bytes: 16_000_000, level: 2 },
  rows: 10_000,
  grown: { times: 2, bytes: 8_000_000 },
  deleted: 2_000,
};
/** The level of what was written anew as a whole. */
const ANEW = 9;

/**
 * Folds the second copy where it has grown: many small files into few, without what a later copy of the same row made worthless.
 * Rows are written before what they came from is taken away, the oldest of that first, so that a fold which is cut off loses
 * nothing and brings nothing back. `rest` is waited for after each fold; `folds`: where it is not the usual.
 */
export async function foldCopy(collection: Collection, folder: Folder, rest?: Rests, folds = usual): Promise<void> {
  /** One fold, and a rest after it. */
  const done = async (fold: () => Promise<boolean>): Promise<boolean> => {
    const began = performance.now();
    const folded = await withCopy(fold);
    if (folded) await rest?.(performance.now() - began);
    return folded;
  };
  let folded = false;
  while (await done(() => foldNew(folder, folds))) folded = true;
  if (!folded) return;
  for (const stream of ['acts', 'data'] as const) while (await done(() => foldLevel(folder, stream, folds)));
  await writeAnewWhereWorth(collection, folder, folds);
}

/**
 * Folds the oldest files of a moment, where there are many: no more than one segment holds, since what is folded is in memory as a whole. True
 * when something was folded, and perhaps more is to be.
 */
async function foldNew(folder: Folder, { fresh: many, most }: CopyFolds): Promise<boolean> {
  const fresh = (await listCopySegments(folder)).filter(({ stream }) => stream === 'new');
  if (fresh.length < many) return false;
  const oldest: SegmentFile[] = [];
  for (let size = 0; size < most && oldest.length < many; ) {
    const next = fresh[oldest.length];
    if (next === undefined) break;
    size += await folder.size(next.name);
    oldest.push(next);
  }
  const rows = await latestOf(folder, oldest);
  if (rows === null) return false;
  for (const stream of ['acts', 'data'] as const)
    await writeCopySegment(
      folder,
      stream,
      1,
      rows.filter(({ table }) => streamOf(table) === stream),
    );
  for (const { name } of oldest) await folder.remove(name);
  return true;
}

/** Folds the first run of one level that is long enough; false when there is none. */
async function foldLevel(folder: Folder, stream: Stream, { fan, most, text }: CopyFolds): Promise<boolean> {
  const all = await listCopySegments(folder);
  const segments = all.filter((one) => one.stream === stream);
  const textOf = textSizes(folder);
  for (let at = 0; at + fan <= segments.length; at += 1) {
    const run = segments.slice(at, at + fan);
    const level = run[0]?.level ?? 0;
    if (level >= ANEW || run.some((one) => one.level !== level)) continue;
    const sizes = await Promise.all(run.map(({ name }) => folder.size(name)));
    if (sizes.reduce((sum, size) => sum + size, 0) > most) continue;
    if (level >= text.level && (await textOf(run)) > text.bytes) continue;
    const rows = await latestOf(folder, run);
    if (rows === null) continue;
    const oldest = at === 0 && !hasOlderNews(all, run);
    await writeCopySegment(folder, stream, level + 1, oldest ? rows.filter(({ row }) => row !== null) : rows);
    for (const { name } of run) await folder.remove(name);
    return true;
  }
  return false;
}

/** Tells the bytes of the lines of some segments before they were packed. Each is read once, since one stands in many runs. */
function textSizes(folder: Folder): (segments: readonly SegmentFile[]) => Promise<number> {
  const known = new Map<string, number>();
  return async (segments) => {
    let sum = 0;
    for (const { name } of segments) {
      const size = known.get(name) ?? textSizeOf((await folder.read(name)) ?? new Uint8Array());
      known.set(name, size);
      sum += size;
    }
    return sum;
  };
}

/** True where a fold that was cut off left files of a moment older than these: a deletion may go only where nothing is left that it deletes. */
const hasOlderNews = (all: readonly SegmentFile[], segments: readonly SegmentFile[]): boolean =>
  all.some(({ stream, from }) => stream === 'new' && segments.some(({ to }) => from <= to));

/** The latest copy of every row of some segments, in order; null when one of them cannot be read, which stays as it is. */
async function latestOf(folder: Folder, segments: readonly SegmentFile[]): Promise<readonly CopiedRow[] | null> {
  const latest = new Map<string, CopiedRow>();
  for (const segment of segments) {
    const rows = await readSegment(folder, segment);
    if (rows === null) return null;
    for (const row of rows) {
      const id = entryIdOf(row);
      if (row.n >= (latest.get(id)?.n ?? 0)) latest.set(id, row);
    }
  }
  return [...latest.values()].toSorted((one, other) => one.n - other.n);
}

/** The identity of a row among all tables. */
export const entryIdOf = ({ table, key }: Pick<CopiedRow, 'table' | 'key'>): string =>
  `${table}\n${JSON.stringify(key)}`;

async function writeAnewWhereWorth(collection: Collection, folder: Folder, folds: CopyFolds): Promise<void> {
  const { deleted, actsBytes } = await readCopyState(collection);
  const bytes = await sizeOf(folder, 'acts');
  if (bytes > actsBytes * folds.grown.times + folds.grown.bytes) {
    await withCopy(() => writeAnew(folder, 'acts', folds));
    await changeCopyState(collection, { actsBytes: await sizeOf(folder, 'acts') });
  }
  if (deleted >= folds.deleted) {
    await withCopy(() => writeAnew(folder, 'data', folds));
    await changeCopyState(collection, { deleted: 0 });
  }
}

/** Writes a whole stream anew, from the newest to the oldest, some megabytes at a time, without what is deleted or superseded. */
async function writeAnew(folder: Folder, stream: Stream, { most, rows: many }: CopyFolds): Promise<void> {
  const all = await listCopySegments(folder);
  const segments = all.filter((one) => one.stream === stream);
  if (hasOlderNews(all, segments)) return;
  const seen = new Set<string>();
  const written = new Set<string | null>();
  let batch: CopiedRow[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    written.add(await writeCopySegment(folder, stream, ANEW, batch.toReversed()));
    [batch, size] = [[], 0];
  };
  for (const segment of segments.toReversed()) {
    const rows = await readSegment(folder, segment);
    // One that is damaged may still be read by better means: nothing is taken away.
    if (rows === null) return;
    for (const row of rows.toReversed()) {
      const id = entryIdOf(row);
      if (!seen.has(id) && row.row !== null) batch.push(row);
      seen.add(id);
    }
    size += await folder.size(segment.name);
    if (size > most / 2 || batch.length >= many) await flush();
  }
  await flush();
  for (const { name } of segments) if (!written.has(name)) await folder.remove(name);
}

async function sizeOf(folder: Folder, stream: Stream): Promise<number> {
  const segments = (await listCopySegments(folder)).filter((one) => one.stream === stream);
  const sizes = await Promise.all(segments.map(({ name }) => folder.size(name)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
