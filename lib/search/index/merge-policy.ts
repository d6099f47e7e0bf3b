import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { IndexSizes } from './sizes.ts';

/**
 * Neighbours that are to be merged; none when there are few enough. Sizes are classes, each `fan` times the one before; of the
 * segments up to the last of a class, smaller ones between them among them, there are never as many as are merged at a time:
 * their number grows with the logarithm of the documents. After Lucene's LogMergePolicy.
 */
export function mergeable(
  segments: readonly SegmentRow[],
  { tail, fan }: Pick<IndexSizes, 'tail' | 'fan'>,
): readonly SegmentRow[] {
  const classes = segments.map(({ docs }) => Math.floor(Math.log(Math.max(1, docs / tail)) / Math.log(fan)));
  for (let from = 0; from < segments.length; ) {
    const largest = Math.max(...classes.slice(from));
    const end = classes.lastIndexOf(largest) + 1;
    if (end - from >= fan) return segments.slice(end - fan, end);
    from = end;
  }
  return [];
}
