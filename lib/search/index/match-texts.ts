import type { Collection } from '../../collection/collection.ts';
import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { readAtOnce } from '../../collection/read-at-once.ts';
import { type BlockCache, StaleIndex } from './block-cache.ts';
import type { IndexManifest } from './manifest.ts';
import { type Matches, matchSegment } from './match-segment.ts';
import { tailOf } from './segments.ts';
import type { TailScan } from './tail.ts';
import { readLists } from './term-lists.ts';
import { keysOfTerm } from './tokens.ts';

/** Times that a search begins anew when segments are merged under it. */
const TRIES = 5;

/** What texts are matched by. */
export interface MatchParts {
  readonly collection: Collection;
  readonly ledger: Ledger;
  readonly manifest: IndexManifest;
  readonly cache: BlockCache;
  readonly tail: TailScan;
}

/**
 * The documents among `looked` (1 by document number) whose text holds all terms and none of the others, exactly.
 * `known` are the segments as they were read with the ledger.
 */
export async function matchTexts(
  { collection, ledger, manifest, cache, tail }: MatchParts,
  all: readonly string[],
  none: readonly string[],
  looked: Uint8Array,
  known: readonly SegmentRow[],
): Promise<Matches> {
  const keys = new Set([...all, ...none].flatMap((term) => keysOfTerm(term).map(({ key }) => key)));
  let there = known;
  for (let tries = 1; ; tries += 1) {
    const matches: Matches = { hits: looked.slice(), weights: new Uint16Array(looked.length) };
    // Segments of documents that came after the ledger was read are another search's.
    const segments = there.filter(({ to }) => to <= looked.length);
    try {
      const lists = await readLists(cache, segments, keys);
      await Promise.all([
        ...segments.map((segment, at) =>
          matchSegment({ cache, segment, lists: lists[at] ?? new Map() }, all, none, matches),
        ),
        tail.match(tailOf(segments), ledger.size, all, none, matches),
      ]);
      return matches;
    } catch (error) {
      if (!(error instanceof StaleIndex) || tries === TRIES) throw error;
      there = await readAtOnce(collection, [collection.segments], (reading) => manifest.refresh(reading));
    }
  }
}
