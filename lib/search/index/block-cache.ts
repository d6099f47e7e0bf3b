import type { Collection } from '../../collection/collection.ts';
import { type BlockRow, isWholeBlock, type SegmentRow } from '../../collection/ledger/index-rows.ts';
import { readAtOnce } from '../../collection/read-at-once.ts';
import { DamagedIndex } from './damaged-index.ts';

/** The manifest changed under a search: ledger and manifest are to be read again, and the search to be begun anew. */
export class StaleIndex extends Error {}

/** Times that a search begins anew when segments are merged under it. */
const TRIES = 5;

/** Runs a search, from reading the ledger on, again as long as it meets a manifest that changed under it. */
export async function whileFresh<T>(search: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await search();
    } catch (error) {
      if (!(error instanceof StaleIndex) || tries === TRIES) throw error;
    }
  }
}

/** Bytes of blocks that stay in memory. */
const ROOM = 16_000_000;

type Kind = 'postings' | 'positions';

/** Blocks by number, from memory or the database. */
export interface BlockCache {
  /** The bytes of blocks, in the order asked for. Throws `StaleIndex` when one is gone, `DamagedIndex` when one is not as it was written. */
  read(kind: Kind, wanted: readonly (readonly [segment: number, block: number])[]): Promise<Uint8Array[]>;
}

/** A cache that lets go of what was used longest ago. */
export function blockCache(collection: Collection): BlockCache {
  const held = new Map<string, Uint8Array>();
  const size = { bytes: 0 };
  const keep = (name: string, bytes: Uint8Array): void => {
    if (!held.delete(name)) size.bytes += bytes.length;
    held.set(name, bytes);
    for (const [oldest, old] of held) {
      if (size.bytes <= ROOM) break;
      held.delete(oldest);
      size.bytes -= old.length;
    }
  };
  return {
    async read(kind, wanted) {
      const found = wanted.map(([segment, block]) => held.get(`${kind} ${segment} ${block}`));
      const missing = wanted.filter((_, at) => found[at] === undefined);
      const table = collection[kind];
      const rows =
        missing.length === 0
          ? []
          : await readAtOnce(collection, [table], (reading) =>
              Promise.all(missing.map(([segment, block]) => reading.get(table, [segment, block] as [number, number]))),
            );
      let next = 0;
      return wanted.map(([segment, block], at) => {
        const bytes = found[at] ?? wholeBytes(rows[next++], segment, block);
        keep(`${kind} ${segment} ${block}`, bytes);
        return bytes;
      });
    },
  };
}

function wholeBytes(row: BlockRow | undefined, segment: number, block: number): Uint8Array {
  if (row === undefined) throw new StaleIndex(`Block ${block} of segment ${segment} is gone.`);
  if (!isWholeBlock(row)) throw new DamagedIndex(`Block ${block} of segment ${segment} is damaged.`);
  return row.bytes;
}

/** The numbers of the blocks that may hold a key: its list may begin at the end of one and run on through others. */
export function blocksOfKey({ firstKeys }: Pick<SegmentRow, 'firstKeys'>, key: number): number[] {
  let from = 0;
  for (let to = firstKeys.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if ((firstKeys[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  const blocks = from > 0 ? [from - 1] : [];
  for (let block = from; block < firstKeys.length && firstKeys[block] === key; block += 1) blocks.push(block);
  return blocks;
}
