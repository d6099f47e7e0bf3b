import type { LogSegment } from './log-segment.ts';

/** What is folded, and how much of it at a time. */
export interface FoldBounds {
  /** Segments of a like size that are folded into one. */
  readonly many: number;
  /** Bytes of the smallest level; each further one is `SEGMENTS` times the last. */
  readonly smallest: number;
  /** Bytes above which a segment is not folded any more. */
  readonly largest: number;
  /** Operations that are in memory at a time. */
  readonly operations: number;
}

/** Levels differ by that many times, and so many segments of one are folded into one of the next. */
const SEGMENTS = 8;
/**
 * Operations of fields take some four bytes packed, and a kilobyte read. By bytes alone a first sync of 100,000 essays folded 300,000 at once.
 */
export const MOST_OPERATIONS = 50_000;
const usual: FoldBounds = { many: SEGMENTS, smallest: 4096, largest: 4_000_000, operations: MOST_OPERATIONS };

/**
 * The segments to be folded into one, as a log-structured merge tree does: neighbours at the end of the log, when there are so many
 * of a like size. Null when there is nothing to fold. A folder so keeps far below the 750 files that some servers list.
 */
export function foldPlan(
  segments: readonly LogSegment[],
  bounds: Partial<FoldBounds> = {},
): { readonly at: number; readonly fold: readonly LogSegment[] } | null {
  const { many, smallest, largest, operations: most } = { ...usual, ...bounds };
  const levelOfSize = (size: number): number =>
    Math.max(0, Math.ceil(Math.log(Math.max(1, size) / smallest) / Math.log(SEGMENTS)));
  /** The level that is not folded any more: there two of a kind would be too large, by their bytes or by what they hold. */
  const highest = levelOfSize(largest);
  const levelOf = (segment: LogSegment): number =>
    placesOf(segment) * 2 >= most ? highest : levelOfSize(segment.size);
  for (let level = 0; level < highest; level += 1) {
    const start = segments.findLastIndex((segment) => levelOf(segment) > level) + 1;
    const at = segments.findIndex((segment, place) => place >= start && levelOf(segment) === level);
    const end = segments.findLastIndex((segment, place) => place >= start && levelOf(segment) === level);
    const run = at < 0 ? [] : segments.slice(at, end + 1);
    if (run.filter((segment) => levelOf(segment) === level).length < many) continue;
    let [size, operations] = [0, 0];
    const fits = run.findIndex((segment) => {
      size += segment.size;
      operations += placesOf(segment);
      return size > largest || operations > most;
    });
    return { at, fold: fits < 0 ? run : run.slice(0, Math.max(2, fits)) };
  }
  return null;
}

/** Places of the stream that a segment takes: it holds no more operations. */
const placesOf = ({ from, to }: LogSegment): number => to - from;
