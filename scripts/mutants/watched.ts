import { createHash } from 'node:crypto';
import { existsSync, globSync, rmSync, statSync } from 'node:fs';
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
 * Where it is kept what each test file reaches, by file. A place is empty where the file, a module behind it, a fixture or the
 * mutants have changed since; what nobody asks for any more is thrown away.
 */
export function placesOfWatched({ files, mutants, modules, graph, cache }: Watch): Readonly<Record<string, string>> {
  const texts = new Map(modules.map(({ path, text }) => [path, text]));
  const own = modules.filter(({ path }) => path.startsWith('scripts/mutants')).map(({ text }) => text);
  const common = [digestOfFixtures(), digest(own), digest(mutants.map((mutant) => JSON.stringify(mutant)))];
  const keyOf = (file: string): string =>
    digest([...common, ...[...reachedFrom(file, graph)].toSorted().map((path) => `${path}\0${texts.get(path) ?? ''}`)]);
  const places = new Map(files.map((file) => [file, join(cache, `${keyOf(file)}.json`)]));
  const isCurrent = new Set(places.values());
  for (const path of globSync('*.json', { cwd: cache }))
    if (!isCurrent.has(join(cache, path))) rmSync(join(cache, path));
  return Object.fromEntries(places);
}

/** What is known so far of the files with these places. */
export const readWatched = (places: Readonly<Record<string, string>>): Watched[] =>
  Object.values(places)
    .filter((path) => existsSync(path))
    .map((path) => readOwn<Watched>(path));
