import type { Collection } from '../../collection/collection.ts';
import { isWholeSegment, type SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { ReadTransaction } from '../../collection/read-at-once.ts';
import { DamagedIndex } from './damaged-index.ts';

/** The manifest in memory. A segment never changes, so that only the ids are read again. */
export interface IndexManifest {
  /** The segments as they are now, in order of their documents. The transaction must be over `segments`. Rejects with `DamagedIndex`. */
  refresh(reading: ReadTransaction): Promise<readonly SegmentRow[]>;
}

export function openManifest({ segments }: Collection): IndexManifest {
  const held = new Map<number, SegmentRow>();
  return {
    async refresh(reading) {
      const ids = await reading.keys(segments);
      const added = await Promise.all(ids.filter((id) => !held.has(id)).map((id) => reading.get(segments, id)));
      const gone = [...held.keys()].filter((id) => !ids.includes(id));
      for (const id of gone) held.delete(id);
      for (const row of added) {
        if (!isWholeSegment(row)) throw new DamagedIndex('A segment is damaged.');
        held.set(row.id, row);
      }
      const inOrder = [...held.values()].sort((a, b) => a.from - b.from);
      // They cover the numbers without a gap: one that is missing would hide its documents.
      if (inOrder.some(({ from }, at) => at > 0 && from !== inOrder[at - 1]?.to))
        throw new DamagedIndex('A segment is missing.');
      return inOrder;
    },
  };
}
