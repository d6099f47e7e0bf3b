import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { fingerprintOf } from '../../../lib/collection/duplicates/minhash.ts';
import { linesOf } from '../input/lines.ts';
import { writeWhole } from '../shards/write-whole.ts';
import { createBuckets } from './buckets.ts';
import { mergeLines } from './merge-lines.ts';
import { createNearFinder } from './near.ts';
import { partsOfFolder } from './parts-of-folder.ts';
import { readLine } from './readable-line.ts';

/** What `clip merge` takes. */
export const mergeUsage = `Usage: npm run --silent clip -- merge (FILE | DIR)… --out FILE [--near FILE] [--gzip]
Makes one file of the lines of several runs or parts: each essay once, in the order of the ids, as its newest capture has it, with
all its addresses. Lines without an essay are left out, and so are broken ones, which are counted.
  --near FILE  write ids of essays that are nearly the same text, a line a group: {"essays": [ids]}
  --gzip       pack the lines
Exit status 1 when a part of a folder is missing or not whole, or an input cannot be read to its end, 2 when the command is not understood.`;

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
  if (!(await arePartsWhole(positionals))) return 1;

  const sizes = await Promise.all(
    files.map(async (file) => (await stat(file)).size * (file.endsWith('.gz') ? UNPACKED : 1)),
  );
  const buckets = createBuckets(
    `${out}.sorting`,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const counts = { lines: 0, sent: 0, essays: 0, broken: 0 };
  try {
    for (const file of files) {
      try {
        for await (const line of linesOf(bytesOf(file))) {
          counts.lines += 1;
          const read = line === null ? 'broken' : readLine(line);
          if (read === 'broken') counts.broken += 1;
          if (line === null || typeof read === 'string') continue;
          counts.sent += 1;
          await buckets.add(read.essayId, line);
        }
      } catch (problem) {
        console.error(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
        return 1;
      }
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
    `${counts.essays} essays of ${counts.sent} captures, in ${counts.lines} lines of ${files.length} files.${counts.broken === 0 ? '' : ` ${counts.broken} lines are broken and left out.`}`,
  );
  return 0;
}

async function* groupLines(groups: readonly (readonly string[])[]): AsyncGenerator<string> {
  for (const essays of groups) yield `${JSON.stringify({ essays })}\n`;
}

/** The bytes of a file, unpacked; rejects where it cannot be read to its end. */
const bytesOf = (file: string): AsyncIterable<Uint8Array> =>
  file.endsWith('.gz') ? pipeline(createReadStream(file), createGunzip(), () => undefined) : createReadStream(file);

/** Files of lines: one by its name, or those of a folder. Rejects where there is none. */
async function filesOf(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.jsonl(?:\.gz)?$/.test(name));
  return names.sort().map((name) => join(path, name));
}

/** Says what is wrong with the parts of the folders among the inputs, and that different rules read them; false where something is wrong. */
async function arePartsWhole(paths: readonly string[]): Promise<boolean> {
  const rules = new Set<number>();
  let whole = true;
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) continue;
    const found = await partsOfFolder(path);
    for (const problem of found.problems) console.error(problem);
    for (const version of found.rules) rules.add(version);
    whole &&= found.problems.length === 0;
  }
  if (rules.size > 1)
    console.error(`Parts were read by rules of versions ${[...rules].sort((a, b) => a - b).join(' and ')}.`);
  return whole;
}
