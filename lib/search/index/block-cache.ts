import type { Collection } from '../../collection/collection.ts';
import { type BlockRow, isWholeBlock, type SegmentRow } from '../../collection/ledger/index-rows.ts';
import { readAtOnce } from '../../collection/read-at-once.ts';
import type { SegmentFiles } from '../files/segment-files.ts';
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

/** Blocks by number, from a segment's file, from memory or the database. */
export interface BlockCache {
  /** The bytes of blocks, in the order asked for. Throws `StaleIndex` when one is gone, `DamagedIndex` when one is not as it was written. */
  read(kind: Kind, wanted: readonly (readonly [segment: SegmentRow, block: number])[]): Promise<Uint8Array[]>;
}

/** Blocks of files are read as they are wanted; of those of the database the last used stay in memory. */
export function blockCache(collection: Collection, files: SegmentFiles | null): BlockCache {
  const rows = rowCache(collection);
  return {
    async read(kind, wanted) {
      const [first] = wanted;
      if (first !== undefined && wanted.every(([segment]) => segment.file === undefined))
        return rows.read(kind, wanted);
      const blocks = new Map<SegmentRow, number[]>();
      for (const [segment, block] of wanted) blocks.set(segment, [...(blocks.get(segment) ?? []), block]);
      const read = await Promise.all(
        [...blocks].map(async ([segment, numbers]) => {
          if (segment.file !== undefined) return fromFile(files, segment, kind, numbers);
          return rows.read(
            kind,
            numbers.map((number) => [segment, number] as const),
          );
        }),
      );
      const bytes = new Map([...blocks.keys()].map((segment, at) => [segment, [...(read[at] ?? [])]]));
      return wanted.map(([segment]) => bytes.get(segment)?.shift() ?? new Uint8Array());
    },
  };
}

async function fromFile(
  files: SegmentFiles | null,
  segment: SegmentRow,
  kind: Kind,
  blocks: readonly number[],
): Promise<readonly Uint8Array[]> {
  const second = kind === 'positions' ? 1 : 0;
  const read = await files?.read(
    segment,
    blocks.map((block) => 2 * block + second),
  );
  if (!read) throw new StaleIndex(`The file of segment ${segment.id} is gone.`);
  return read;
}

/** A cache of the database's blocks that lets go of what was used longest ago. */
function rowCache(collection: Collection): BlockCache {
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
      const found = wanted.map(([{ id }, block]) => held.get(`${kind} ${id} ${block}`));
      const missing = wanted.filter((_, at) => found[at] === undefined);
      const table = collection[kind];
      const rows =
        missing.length === 0
          ? []
          : await readAtOnce(collection, [table], (reading) =>
              Promise.all(missing.map(([{ id }, block]) => reading.get(table, [id, block] as [number, number]))),
            );
      let next = 0;
      return wanted.map(([{ id }, block], at) => {
        const bytes = found[at] ?? wholeBytes(rows[next++], id, block);
        keep(`${kind} ${id} ${block}`, bytes);
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
