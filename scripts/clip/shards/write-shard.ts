import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rulesVersion } from '../../../lib/pipeline/rules-version.ts';
import type { ClippedJob } from '../clip-all.ts';
import { lineOf } from '../record.ts';
import { shardName } from './shard.ts';
import { count, newTally, type Tally } from './tally.ts';
import { type WrittenFile, writeWhole } from './write-whole.ts';

/** What is told beside the lines of a shard, when it is whole. */
export interface ShardManifest {
  readonly format: 'wencun-shard';
  readonly version: 1;
  /** `3/20`. */
  readonly shard: string;
  /** What it was made of, with what wishes: when this differs, the shard is worked anew. */
  readonly input: ShardInput;
  readonly records: number;
  readonly essays: number;
  /** Pages that failed, by kind of reason. */
  readonly errors: Readonly<Record<string, number>>;
  readonly rulesVersion: number;
  readonly output: WrittenFile & { readonly file: string };
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
}

/** The input of a shard, known before it is read: names and sizes, and options that change what comes of them. */
export interface ShardInput {
  /** Files, manifest or `-`, as they were given. */
  readonly names: readonly string[];
  /** SHA-256 of names and sizes of the files, or of the manifest's bytes; null for standard input, which is known when it is read. */
  readonly sha256: string | null;
  readonly options: readonly string[];
}

/** The digest of what an input consists of. Rejects when it cannot be read. */
export async function digestOfInput(files: readonly string[], manifest: string | undefined): Promise<string> {
  const hash = createHash('sha256');
  if (manifest !== undefined) {
    for await (const chunk of createReadStream(manifest)) hash.update(chunk);
    return hash.digest('hex');
  }
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    hash.update(`${basename(file)}\t${found === null || found.isDirectory() ? '-' : found.size}\n`);
  }
  return hash.digest('hex');
}

/** Where a shard is written. */
export interface ShardPlace {
  readonly folder: string;
  readonly shard: number;
  readonly of: number;
  readonly gzip: boolean;
}

const fileOf = ({ shard, of, gzip }: ShardPlace): string => `shard-${shardName(shard, of)}.jsonl${gzip ? '.gz' : ''}`;
const manifestOf = ({ folder, shard, of }: ShardPlace): string =>
  join(folder, `shard-${shardName(shard, of)}.manifest.json`);

/** True when the shard was made whole before, of this input, by these rules and wishes. */
export async function isDone(place: ShardPlace, input: ShardInput): Promise<boolean> {
  try {
    const told = JSON.parse(await readFile(manifestOf(place), 'utf8')) as ShardManifest;
    const { size } = await stat(join(place.folder, told.output.file));
    return (
      input.sha256 !== null &&
      JSON.stringify(told.input) === JSON.stringify(input) &&
      told.rulesVersion === rulesVersion &&
      told.output.file === fileOf(place) &&
      size === told.output.bytes
    );
  } catch {
    return false;
  }
}

/** Writes the lines of a shard, then its manifest: who finds that finds the shard whole. Gives what became of its pages. */
export async function writeShard(
  pages: AsyncIterable<ClippedJob>,
  place: ShardPlace,
  input: ShardInput,
): Promise<Tally> {
  const startedAt = new Date().toISOString();
  await mkdir(place.folder, { recursive: true });
  const tally = newTally();
  const lines = async function* () {
    for await (const page of pages) {
      count(tally, page);
      yield await lineOf(page);
    }
  };
  const file = fileOf(place);
  const written = await writeWhole(join(place.folder, file), lines(), { gzip: place.gzip });
  const { records, essays, errors } = tally;
  const manifest: ShardManifest = {
    format: 'wencun-shard',
    version: 1,
    shard: `${place.shard}/${place.of}`,
    input,
    records,
    essays,
    errors: Object.fromEntries([...errors].sort()),
    rulesVersion,
    output: { file, ...written },
    startedAt,
    endedAt: new Date().toISOString(),
  };
  const told = async function* () {
    yield `${JSON.stringify(manifest, null, 2)}\n`;
  };
  await writeWhole(manifestOf(place), told());
  return tally;
}
