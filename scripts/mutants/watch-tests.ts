import { createHash } from 'node:crypto';
import { existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.ts';
import { type Module, reachedFrom } from './modules.ts';
import type { Mutant } from './mutant.ts';
import { readOwn, type Watched } from './plan.ts';

/** The tests to watch, and what their results hang on. */
export interface Watch {
  readonly files: readonly string[];
  readonly mutants: readonly Mutant[];
  readonly modules: readonly Module[];
  readonly graph: ReadonlyMap<string, readonly string[]>;
  /** Folder that keeps what was seen, from one run to the next. */
  readonly cache: string;
}

/** A short digest of texts. */
function digest(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** A digest of what tests read from the disk, by size and time. */
const digestOfFixtures = (): string =>
  digest(
    globSync('tests/**/*.{html,json,mht,warc,gz,zip,txt}', { cwd: root })
      .toSorted()
      .map((path) => `${path} ${statSync(join(root, path)).size} ${statSync(join(root, path)).mtimeMs}`),
  );

/**
 * What each test file reaches. A file is run only where itself, a module behind it, a fixture or the mutants have
 * changed since it was watched last. `run` runs files and writes what it sees into a folder.
 */
export async function watchTests(
  { files, mutants, modules, graph, cache }: Watch,
  run: (files: readonly string[], out: string) => Promise<void>,
): Promise<Watched[]> {
  const texts = new Map(modules.map(({ path, text }) => [path, text]));
  const own = modules.filter(({ path }) => path.startsWith('scripts/mutants')).map(({ text }) => text);
  const common = [digestOfFixtures(), digest(own), digest(mutants.map((mutant) => JSON.stringify(mutant)))];
  const keyOf = (file: string): string =>
    digest([...common, ...[...reachedFrom(file, graph)].toSorted().map((path) => `${path}\0${texts.get(path) ?? ''}`)]);
  const kept = new Map(files.map((file) => [file, join(cache, `${keyOf(file)}.json`)]));
  const unseen = files.filter((file) => !existsSync(kept.get(file) ?? ''));
  const fresh = join(cache, 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  if (unseen.length > 0) await run(unseen, fresh);
  for (const file of unseen) {
    const seen = join(fresh, `${file}.json`);
    if (existsSync(seen)) renameSync(seen, kept.get(file) ?? '');
  }
  const isCurrent = new Set(kept.values());
  for (const path of globSync('*.json', { cwd: cache }))
    if (!isCurrent.has(join(cache, path))) rmSync(join(cache, path));
  return [...kept.values()].filter((path) => existsSync(path)).map((path) => readOwn<Watched>(path));
}
