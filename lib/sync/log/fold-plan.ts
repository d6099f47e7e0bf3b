import type { LogSegment } from './log-segment.ts';

/** Segments of a like size that are folded into one. */
const SEGMENTS = 8;
/** Bytes of the smallest level; each further one is `SEGMENTS` times the last. */
const SMALLEST = 4096;
/** Bytes above which a segment is not folded any more. */
const LARGEST = 4_000_000;

/**
 * The segments to be folded into one, as a log-structured merge tree does: neighbours at the end of the log, when there are so many
 * of a like size. Null when there is nothing to fold. A folder so keeps far below the 750 files that some servers list.
 */
export function foldPlan(
  segments: readonly LogSegment[],
  many = SEGMENTS,
): { readonly at: number; readonly fold: readonly LogSegment[] } | null {
  for (let level = 0; level < levelOf(LARGEST); level += 1) {
    const start = segments.findLastIndex(({ size }) => levelOf(size) > level) + 1;
    const at = segments.findIndex(({ size }, place) => place >= start && levelOf(size) === level);
    const end = segments.findLastIndex(({ size }, place) => place >= start && levelOf(size) === level);
    const run = at < 0 ? [] : segments.slice(at, end + 1);
    if (run.filter(({ size }) => levelOf(size) === level).length < many) continue;
    let size = 0;
    const fits = run.findIndex((segment) => {
      size += segment.size;
      return size > LARGEST;
    });
    return { at, fold: fits < 0 ? run : run.slice(0, Math.max(2, fits)) };
  }
  return null;
}

const levelOf = (size: number): number =>
  Math.max(0, Math.ceil(Math.log(Math.max(1, size) / SMALLEST) / Math.log(SEGMENTS)));
