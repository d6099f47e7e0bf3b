import type { Collection } from '../../collection/collection.ts';
import type { Ledger } from '../../collection/ledger/read-ledger.ts';
import { type BlockCache, StaleIndex } from './block-cache.ts';
import { type Matches, matchSegment } from './match-segment.ts';
import { listSegments, tailOf } from './segments.ts';
import type { TailScan } from './tail.ts';
import { readLists } from './term-lists.ts';
import { keysOfTerm } from './tokens.ts';

/** Times that a search begins anew when segments are merged under it. */
const TRIES = 5;

/** The documents among `looked` (1 by document number) whose text holds all terms and none of the others, exactly. */
export async function matchTexts(
  { collection, ledger, cache, tail }: { collection: Collection; ledger: Ledger; cache: BlockCache; tail: TailScan },
  all: readonly string[],
  none: readonly string[],
  looked: Uint8Array,
): Promise<Matches> {
  const keys = new Set([...all, ...none].flatMap((term) => keysOfTerm(term).map(({ key }) => key)));
  for (let tries = 1; ; tries += 1) {
    const matches: Matches = { hits: looked.slice(), weights: new Uint16Array(looked.length) };
    // Segments of documents that came after the ledger was read are another search's.
    const segments = (await listSegments(collection)).filter(({ to }) => to <= looked.length);
    try {
      const lists = await readLists(cache, segments, keys);
      for (const [at, segment] of segments.entries()) {
        await matchSegment(cache, segment, lists[at] ?? new Map(), all, none, matches);
      }
      await tail.match(tailOf(segments), ledger.size, all, none, matches);
      return matches;
    } catch (error) {
      if (!(error instanceof StaleIndex) || tries === TRIES) throw error;
    }
  }
}
