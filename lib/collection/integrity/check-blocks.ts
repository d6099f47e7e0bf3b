import type { Collection } from '../collection.ts';
import { isWholeBlock, isWholeSegment } from '../ledger/index-rows.ts';
import { noteRebuilt } from './findings.ts';
import { readIntegrity, writeIntegrity } from './integrity-state.ts';

/** Blocks looked at by one check: some ten megabytes. */
const BLOCKS = 256;

/**
 * Looks at the segments of the search index and at some of their blocks, on from where the last check left off. A damaged index is
 * taken away: what it found is found in the texts until it is made anew.
 */
export async function checkBlocks(collection: Collection): Promise<void> {
  const { segments, postings, positions, quarantine } = collection;
  const { block } = await readIntegrity(collection);
  const next = await collection.transaction('rw', [segments, postings, positions, quarantine], async () => {
    const rows = await segments.toArray();
    const after = postings.where('[segment+block]').above(block);
    const keys = (await after.limit(BLOCKS).primaryKeys()) as [number, number][];
    // What no segment names is being written, or left by a crash, and is nobody's.
    const known = new Set(rows.map(({ id }) => id));
    const named = keys.filter(([segment]) => known.has(segment));
    const [ofTerms, ofPlaces] = await Promise.all([postings.bulkGet(named), positions.bulkGet(named)]);
    const there = await postings.where('[segment+block]').above([]).count();
    // What stands in files is looked at whenever it is read.
    const wanted = rows.reduce(
      (sum, { firstKeys, file }) => sum + (file === undefined ? (firstKeys?.length ?? 0) : 0),
      0,
    );
    const broken = [...ofTerms, ...ofPlaces].some((row) => !isWholeBlock(row)) || there < wanted;
    if (!broken && rows.every(isWholeSegment)) return keys.length < BLOCKS ? [] : (keys.at(-1) ?? []);
    await Promise.all([segments.clear(), postings.clear(), positions.clear()]);
    await noteRebuilt(collection, 'index', broken ? 'A block is damaged.' : 'A segment is damaged.');
    return [];
  });
  await writeIntegrity(collection, { block: next });
}
