import type { HitKey, KeyedHit } from '../contract.ts';

/** A sorted result of one collection. */
export interface SortedHits {
  readonly total: number;
  readonly keyed: (from: number, to: number) => Promise<readonly KeyedHit[]>;
  /** The id by which the joined result names a hit. */
  readonly nameOf: (id: string) => string;
}

/** Hits asked of one result at a time, at least: as many as come with an answer (`SearchResult.ids`), so that the first rows ask for nothing more. */
const AT_A_TIME = 50;

/** Ids of several sorted results in one order, merged only as far as they are asked for. One question at a time. */
export function mergedHits(
  results: readonly SortedHits[],
  compare: (one: HitKey, other: HitKey) => number,
): (from: number, to: number) => Promise<readonly string[]> {
  const parts = results.map((of) => ({ of, read: [] as KeyedHit[], at: 0 }));
  const merged: string[] = [];
  const all = results.reduce((sum, { total }) => sum + total, 0);
  const turn = { last: Promise.resolve() as Promise<unknown> };

  /** At most `count` more stand in the order before any of them runs out of hits that were read. */
  async function readMore(count: number): Promise<void> {
    await Promise.all(
      parts.map(async (part) => {
        const wanted = Math.min(part.of.total, part.at + Math.max(count, AT_A_TIME));
        if (part.read.length >= Math.min(part.of.total, part.at + count)) return;
        part.read.push(...(await part.of.keyed(part.read.length, wanted)));
      }),
    );
  }

  function takeOne(): boolean {
    let best: (typeof parts)[number] | undefined;
    for (const part of parts) {
      const hit = part.read[part.at];
      const other = best?.read[best.at];
      if (hit !== undefined && (other === undefined || compare(hit.key, other.key) < 0)) best = part;
    }
    const hit = best?.read[best.at];
    if (best === undefined || hit === undefined) return false;
    merged.push(best.of.nameOf(hit.id));
    best.at += 1;
    return true;
  }

  return (from, to) => {
    const upTo = Math.min(to, all);
    const next = turn.last.then(async () => {
      const missing = upTo - merged.length;
      if (missing > 0) {
        await readMore(missing);
        for (let count = 0; count < missing && takeOne(); count += 1);
      }
      return merged.slice(from, to);
    });
    turn.last = next.catch(() => undefined);
    return next;
  };
}
