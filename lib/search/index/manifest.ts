import type { Collection } from '../../collection/collection.ts';
import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import type { ReadTransaction } from '../../collection/read-at-once.ts';

/** The manifest in memory. A segment never changes, so that only the ids are read again. */
export interface IndexManifest {
  /** The segments as they are now, in order of their documents. The transaction must be over `segments`. */
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
      for (const row of added) if (row !== undefined) held.set(row.id, row);
      return [...held.values()].sort((a, b) => a.from - b.from);
    },
  };
}
