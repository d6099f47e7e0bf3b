/** Parts `from` to `to`, counted from 1, of `of` parts that an input is cut into: its nth file or row goes into part n modulo `of`. */
export interface Shards {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** Parts that an input may be cut into. */
const MOST = 100_000;

/** Reads `3/20`, one part of twenty, or `1-5/20`, five of them; null for anything else. */
export function readShards(written: string): Shards | null {
  const [, first, last, all] = /^(\d{1,6})(?:-(\d{1,6}))?\/(\d{1,6})$/.exec(written) ?? [];
  const [from, to, of] = [Number(first), Number(last ?? first), Number(all)];
  return from >= 1 && from <= to && to <= of && of <= MOST ? { from, to, of } : null;
}

/** True for the numbers, from 0, of the files or rows of one part. */
export const inShard =
  (shard: number, of: number) =>
  (n: number): boolean =>
    n % of === shard - 1;

/** The items of a part. */
export async function* ofShard<Item>(items: AsyncIterable<Item>, chosen: (n: number) => boolean): AsyncGenerator<Item> {
  let n = 0;
  for await (const item of items) {
    if (chosen(n)) yield item;
    n += 1;
  }
}

/** What the files of a part are called: `00003-of-00020`, so that their names stand in the order of the parts. */
export const shardName = (shard: number, of: number): string =>
  `${String(shard).padStart(5, '0')}-of-${String(of).padStart(5, '0')}`;
