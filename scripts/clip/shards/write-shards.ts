import type { ClippedJob } from '../clip-all.ts';
import type { ClipArguments } from '../command/arguments.ts';
import { inShard } from './shard.ts';
import { newTally, type Tally } from './tally.ts';
import { digestOfInput, isDone, type ShardInput, type ShardPlace, writeShard } from './write-shard.ts';

/**
 * Works the parts of an input that are asked for, one after another, or all of it as one, and passes over those that are whole
 * already. Gives what became of the pages that were worked.
 */
export async function writeShards(
  { files, manifest, any, secondReader, shards, gzip }: ClipArguments,
  folder: string,
  pagesOf: (chosen: (n: number) => boolean) => AsyncIterable<ClippedJob>,
): Promise<Tally> {
  const { from, to, of } = shards ?? { from: 1, to: 1, of: 1 };
  const streamed = files[0] === '-';
  const input: ShardInput = {
    names: manifest === undefined ? files : [manifest],
    sha256: streamed ? null : await digestOfInput(files, manifest),
    options: [any ? 'any' : '', secondReader ? 'second-reader' : ''].filter((option) => option !== ''),
  };
  const sum = newTally();
  for (let shard = from; shard <= to; shard += 1) {
    const place: ShardPlace = { folder, shard, of, gzip };
    if (await isDone(place, input)) {
      console.error(`Part ${shard}/${of} is there already.`);
      continue;
    }
    // A stream is cut into parts by whoever sends it: this is one of them.
    add(sum, await writeShard(pagesOf(streamed ? () => true : inShard(shard, of)), place, input));
  }
  return sum;
}

function add(sum: Tally, { records, essays, failed, unreadable, errors }: Tally): void {
  sum.records += records;
  sum.essays += essays;
  sum.failed += failed;
  sum.unreadable += unreadable;
  for (const [kind, n] of errors) sum.errors.set(kind, (sum.errors.get(kind) ?? 0) + n);
}
