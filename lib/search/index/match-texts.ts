import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import type { SegmentFiles } from '../files/segment-files.ts';
import type { BlockCache } from './block-cache.ts';
import { type Matches, matchSegment } from './match-segment.ts';
import { tailOf } from './segments.ts';
import type { TailScan } from './tail.ts';
import { readLists } from './term-lists.ts';

/** What texts are matched by. */
export interface MatchParts {
  readonly ledger: Ledger;
  readonly cache: BlockCache;
  readonly tail: TailScan;
  readonly files: SegmentFiles;
}

/**
 * The documents among `looked` (1 by place) whose text holds all terms and none of the others, exactly. `segments` are those that
 * were read with the ledger. Rejects with `StaleIndex` when they are merged meanwhile.
 */
export async function matchTexts(
  { ledger, cache, tail, files }: MatchParts,
  all: readonly string[],
  none: readonly string[],
  looked: Uint8Array,
  segments: readonly SegmentRow[],
): Promise<Matches> {
  const { base, size } = ledger;
  const matches: Matches = { hits: looked.slice(), weights: new Uint16Array(looked.length), base };
  const lists = await readLists(cache, segments, [...all, ...none]);
  await Promise.all([
    ...segments.map((segment, at) =>
      matchSegment({ cache, files, segment, lists: lists[at] ?? new Map() }, all, none, matches),
    ),
    tail.match(Math.max(base, tailOf(segments)), base + size, all, none, matches),
  ]);
  return matches;
}
