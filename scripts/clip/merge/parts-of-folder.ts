import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardManifest } from '../shards/write-shard.ts';

/** What is wrong with the parts of a folder, in words, and the versions of the rules that read them. */
export interface PartsOfFolder {
  readonly problems: readonly string[];
  readonly rules: readonly number[];
}

/**
 * Looks the parts of a folder through by their manifests: those of the same cutting that are not there, those that are shorter or longer than what was
 * written, and manifests that are none. A folder without manifests has no parts. Rejects when it cannot be listed.
 */
export async function partsOfFolder(folder: string): Promise<PartsOfFolder> {
  const names = await readdir(folder);
  const seen = new Map<number, Set<number>>();
  const problems: string[] = [];
  const rules = new Set<number>();
  for (const name of names.filter((one) => one.endsWith('.manifest.json'))) {
    const told = await readManifest(join(folder, name));
    if (told === null) {
      problems.push(`${name} is no manifest of a part.`);
      continue;
    }
    const { part, of, file, bytes, rulesVersion } = told;
    if (!names.includes(file)) continue;
    const { size } = await stat(join(folder, file));
    if (bytes !== null && size !== bytes) problems.push(`${file} has ${size} bytes, and ${bytes} were written.`);
    if (rulesVersion !== null) rules.add(rulesVersion);
    seen.set(of, (seen.get(of) ?? new Set()).add(part));
  }
  for (const [of, parts] of seen)
    for (let part = 1; part <= of; part += 1) if (!parts.has(part)) problems.push(`Part ${part}/${of} is not there.`);
  return { problems, rules: [...rules] };
}

async function readManifest(path: string) {
  try {
    const { shard, output, rulesVersion } = JSON.parse(await readFile(path, 'utf8')) as Partial<ShardManifest>;
    const [, part, of] = /^(\d+)\/(\d+)$/.exec(String(shard)) ?? [];
    if (part === undefined || of === undefined || typeof output?.file !== 'string') return null;
    return {
      part: Number(part),
      of: Number(of),
      file: output.file,
      bytes: typeof output.bytes === 'number' ? output.bytes : null,
      rulesVersion: typeof rulesVersion === 'number' ? rulesVersion : null,
    };
  } catch {
    return null;
  }
}
