import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { fingerprintOf } from '../../../lib/collection/duplicates/minhash.ts';
import { linesOf } from '../input/lines.ts';
import type { PageRecord } from '../record.ts';
import type { ShardManifest } from '../shards/write-shard.ts';
import { writeWhole } from '../shards/write-whole.ts';
import { createBuckets } from './buckets.ts';
import { mergeLines } from './merge-lines.ts';
import { createNearFinder } from './near.ts';

/** What `clip merge` takes. */
export const mergeUsage = `Usage: npm run --silent clip -- merge (FILE | DIR)… --out FILE [--near FILE] [--gzip]
Makes one file of the lines of several runs or parts: each essay once, in the order of the ids, as its newest capture has it, with
all its addresses. Lines without an essay are left out.
  --near FILE  write ids of essays that are nearly the same text, a line a group: {"essays": [ids]}
  --gzip       pack the lines
Exit status 1 when a part of a folder is missing or an input cannot be read, 2 when the command is not understood.`;

/** What lines unpack to, about; a guess that decides how much of the disk is used. */
const UNPACKED = 6;

/** Merges as the arguments say; gives the exit status. Throws where they are wrong, and what the disk says. */
export async function merge(args: readonly string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, near: { type: 'string' }, gzip: { type: 'boolean', default: false } },
  });
  const { out, near, gzip } = values;
  if (out === undefined || positionals.length === 0)
    throw new Error(`Give inputs, and a file by --out.\n${mergeUsage}`);
  const files = (await Promise.all(positionals.map(filesOf))).flat();
  const missing = await missingParts(positionals);
  for (const part of missing) console.error(`Part ${part} is not there.`);
  if (missing.length > 0) return 1;

  const sizes = await Promise.all(
    files.map(async (file) => (await stat(file)).size * (file.endsWith('.gz') ? UNPACKED : 1)),
  );
  const buckets = createBuckets(
    `${out}.sorting`,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const counts = { lines: 0, sent: 0, essays: 0 };
  try {
    for (const file of files)
      for await (const line of linesOf(bytesOf(file))) {
        counts.lines += 1;
        const id = line === null ? null : idOf(line);
        if (line === null || id === null) continue;
        counts.sent += 1;
        await buckets.add(id, line);
      }
    const finder = near === undefined ? null : createNearFinder(`${near}.sorting`, counts.sent);
    try {
      await writeWhole(out, mergedLines(), { gzip });
      if (near !== undefined && finder !== null) await writeWhole(near, groupLines(await finder.groups()));
    } finally {
      await finder?.remove();
    }
    async function* mergedLines(): AsyncGenerator<string> {
      for await (const lines of buckets.all())
        for (const record of mergeLines(lines)) {
          counts.essays += 1;
          const fingerprint = finder === null ? null : await fingerprintOf(record.essay?.text ?? '');
          if (fingerprint !== null) await finder?.add(record.essayId ?? '', fingerprint);
          yield `${JSON.stringify(record)}\n`;
        }
    }
  } finally {
    await buckets.remove();
  }
  console.error(
    `${counts.essays} essays of ${counts.sent} captures, in ${counts.lines} lines of ${files.length} files.`,
  );
  return 0;
}

async function* groupLines(groups: readonly (readonly string[])[]): AsyncGenerator<string> {
  for (const essays of groups) yield `${JSON.stringify({ essays })}\n`;
}

function idOf(line: string): string | null {
  try {
    return (JSON.parse(line) as PageRecord).essayId ?? null;
  } catch {
    return null;
  }
}

const bytesOf = (file: string): AsyncIterable<Uint8Array> =>
  file.endsWith('.gz') ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);

/** Files of lines: one by its name, or those of a folder. Rejects where there is none. */
async function filesOf(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.jsonl(?:\.gz)?$/.test(name));
  return names.sort().map((name) => join(path, name));
}

/** Parts that the manifests of a folder speak of and that are not there whole: `3/20`. */
async function missingParts(paths: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) continue;
    const names = await readdir(path);
    const seen = new Map<number, Set<number>>();
    for (const name of names.filter((one) => one.endsWith('.manifest.json'))) {
      const told = JSON.parse(await readFile(join(path, name), 'utf8')) as ShardManifest;
      const [part = 0, of = 0] = told.shard.split('/').map(Number);
      if (names.includes(told.output.file)) seen.set(of, (seen.get(of) ?? new Set()).add(part));
    }
    for (const [of, parts] of seen)
      for (let part = 1; part <= of; part += 1) if (!parts.has(part)) missing.push(`${part}/${of}`);
  }
  return missing;
}
