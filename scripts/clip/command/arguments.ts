import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readShards, type Shards } from '../shards/shard.ts';

/** What the command line is told. */
export interface ClipArguments {
  /** Files, folders and archives; `-` alone for standard input; none where a manifest is given. */
  readonly files: readonly string[];
  readonly url: string | undefined;
  readonly manifest: string | undefined;
  readonly any: boolean;
  readonly secondReader: boolean;
  readonly markdown: boolean;
  readonly threads: number;
  readonly format: string | undefined;
  readonly out: string | undefined;
  readonly shards: Shards | null;
  readonly gzip: boolean;
  readonly strict: boolean;
}

/** Threads that a machine may be asked for. */
const MOST_THREADS = 256;

/** Reads the arguments; throws what is wrong with them, in words. */
export function readArguments(args: readonly string[]): ClipArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      manifest: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      any: { type: 'boolean', default: false },
      'second-reader': { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(availableParallelism()) },
      format: { type: 'string' },
      out: { type: 'string' },
      shard: { type: 'string' },
      gzip: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const { url, manifest, markdown, any, format, out, shard, gzip, strict } = values;
  if ((manifest === undefined) === (positionals.length === 0))
    throw new Error('Give files, a manifest, or - for standard input.');
  if (positionals.includes('-') && positionals.length > 1) throw new Error('- stands alone: it is standard input.');
  if (url !== undefined && (positionals.length !== 1 || positionals[0] === '-'))
    throw new Error('--url goes with one file.');
  if (url !== undefined && !URL.canParse(url)) throw new Error(`Not an address: ${url}`);
  const threads = Number(values.jobs);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new Error(`--jobs takes a number from 1 to ${MOST_THREADS}.`);
  if (format !== undefined && out === undefined) throw new Error('--format writes files: give a folder by --out.');
  if (out !== undefined && markdown) throw new Error('--markdown prints; --out writes files.');
  const shards = shard === undefined ? null : readShards(shard);
  if (shard !== undefined && shards === null) throw new Error('--shard takes i/n, or i-j/n for several.');
  if (shards !== null && out === undefined) throw new Error('--shard writes files: give a folder by --out.');
  if (shards !== null && shards.from !== shards.to && positionals[0] === '-')
    throw new Error('Standard input is read once: it goes into one shard.');
  if (shards !== null && format !== undefined) throw new Error('--shard writes JSON lines, without --format.');
  if (gzip && (out === undefined || format !== undefined))
    throw new Error('--gzip packs JSON lines that go into --out.');
  return {
    files: positionals,
    url,
    manifest,
    any,
    secondReader: values['second-reader'],
    markdown,
    threads,
    format,
    out,
    shards,
    gzip,
    strict,
  };
}
