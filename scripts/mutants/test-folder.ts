import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.ts';
import { sample } from './choose.ts';
import { costsOf, coverageOf } from './cover.ts';
import { findMutants } from './find-mutants.ts';
import { importGraph, modulesOf, reachedFrom } from './modules.ts';
import type { Mutant } from './mutant.ts';
import { type Catch, type Ran, readOwn } from './plan.ts';
import { runSession } from './session.ts';
import { usersOf } from './users.ts';
import { placesOfWatched, readWatched } from './watched.ts';

/** How a folder is tested. */
export interface Order {
  /** Folder below lib. */
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
  readonly workers: number;
  /** Minutes after which no further mutant is taken up. */
  readonly minutes: number;
  /** Only test files whose path fits are asked. */
  readonly tests: RegExp;
  /** Called with a line about how far it is. */
  readonly tell: (line: string) => void;
}

/** What came of it. */
export interface Verdict {
  readonly all: number;
  readonly caught: readonly (Mutant & { readonly by: Catch })[];
  /** Those that tests reach and none fails with. */
  readonly survived: readonly (Mutant & { readonly tests: number })[];
  /** Those that no test reaches. */
  readonly unreached: readonly Mutant[];
  /** Those that the time did not suffice for. */
  readonly undecided: readonly Mutant[];
  /** Tests that fail without a mutant. */
  readonly failing: readonly string[];
}

/** A test that was in doubt so often, in processes of their own, is taken for one that cannot be repeated. */
const MOST_DOUBTS = 2;

const cache = join(root, '.cache', 'mutants');

/** Breaks a seeded sample of a folder's decisions and tells which breaks the unit tests notice. */
export async function testFolder(order: Order): Promise<Verdict> {
  const { folder, tell } = order;
  const until = Date.now() + order.minutes * 60_000;
  const lib = modulesOf('lib/**/*.ts').filter(({ path }) => !path.endsWith('.d.ts'));
  const others = modulesOf('{tests/{unit,support,corpus}/**,scripts/**}/*.ts');
  const graph = importGraph([...lib, ...others]);
  const instrumented = new Set(lib.map(({ path }) => path));
  const mutants = findMutants(
    lib.filter(({ path }) => path.startsWith(`lib/${folder}/`) || path === `lib/${folder}.ts`),
  );
  const broken = new Set(mutants.map(({ file }) => file));
  const files = others
    .map(({ path }) => path)
    .filter((path) => /^tests\/unit\/(?!ui\/).*\.test\.ts$/u.test(path))
    .filter((path) => order.tests.test(path) && [...reachedFrom(path, graph)].some((reached) => broken.has(reached)));
  tell(`${mutants.length} mutants in lib/${folder}; ${files.length} test files lead there`);

  const out = join(cache, folder.replaceAll('/', '-'));
  const watched = placesOfWatched({
    files,
    mutants,
    modules: [...lib, ...others],
    graph,
    cache: join(out, 'watched'),
  });
  const chosen = sample(mutants, order.count, order.seed);
  const ofUsers = usersOf(lib, graph);
  const users = Object.fromEntries(chosen.map(({ file }) => [file, [...(ofUsers.get(file) ?? [])]]));
  const imports = Object.fromEntries(files.map((file) => [file, graph.get(file) ?? []]));
  const found = join(out, `broken-${order.seed}-${order.count}`);
  rmSync(found, { recursive: true, force: true });
  const caughtBy = (): Map<number, Catch> =>
    new Map(
      globSync('caught/*.json', { cwd: found })
        .map((path) => readOwn<Catch>(join(found, path)))
        .map((caught) => [caught.mutant, caught]),
    );

  const isOwn = (file: string): boolean => file.startsWith(`tests/unit/${folder}`);
  const unknownCost = (file: string): number => (isOwn(file) ? 0 : 1000) + reachedFrom(file, graph).size;
  const left = new Map<string, readonly number[]>();
  const doubts = new Map<string, number>();
  const isOpen = (file: string): boolean => left.get(file)?.length !== 0;
  const undecidedIn = (ids: ReadonlySet<number>): boolean => chosen.some(({ id }) => !ids.has(id));
  while (files.some(isOpen) && undecidedIn(new Set(caughtBy().keys())) && Date.now() < until) {
    const unrepeatable = [...doubts].filter(([, count]) => count >= MOST_DOUBTS).map(([id]) => id);
    const before = JSON.stringify([...left]);
    const costs = costsOf(coverageOf(readWatched(watched), chosen, users, imports));
    const inOrder = byCost(files.filter(isOpen), (file) => costs.get(file) ?? unknownCost(file));
    const plan = { out: found, until, watched, chosen, users, imports, left: Object.fromEntries(left), unrepeatable };
    await runSession(plan, inOrder, mutants, instrumented, order.workers);
    const [problem] = globSync('problems/**/*.json', { cwd: found });
    if (problem !== undefined) throw new Error(readOwn<string>(join(found, problem)));
    const caught = caughtBy();
    for (const { file, left: ofFile, doubtful } of takeRan(files, found)) {
      left.set(
        file,
        ofFile.filter((id) => !caught.has(id)),
      );
      for (const id of doubtful) doubts.set(id, (doubts.get(id) ?? 0) + 1);
    }
    const known = readWatched(watched);
    tell(`${known.length} of ${files.length} test files watched, ${caught.size} of ${chosen.length} mutants caught`);
    const unloaded = known.flatMap(({ file, problem: why }) => (why === null ? [] : [`${file}: ${why}`]));
    if (unloaded.length > 0) throw new Error(`Files that fail without a mutant:\n${unloaded.join('\n')}`);
    // A session that decides nothing would decide nothing again.
    if (JSON.stringify([...left]) === before) break;
  }
  const caught = caughtBy();
  const known = readWatched(watched);
  const { tasks, failed } = coverageOf(known, chosen, users, imports);
  const testsOf = (id: number): number =>
    [...tasks.values()].flat().reduce((sum, { mutant, tests }) => sum + (mutant === id ? tests.length : 0), 0);
  // Of a file that was not watched nobody knows what it would have caught.
  const allWatched = known.length === files.length;
  const isUndecided = (id: number): boolean =>
    !allWatched ||
    [...tasks].some(
      ([file, ofFile]) => (left.get(file)?.includes(id) ?? true) && ofFile.some(({ mutant }) => mutant === id),
    );
  const alive = chosen.filter(({ id }) => !caught.has(id));
  const decided = alive.filter(({ id }) => !isUndecided(id));
  return {
    all: mutants.length,
    caught: chosen.flatMap((mutant) => {
      const by = caught.get(mutant.id);
      return by === undefined ? [] : [{ ...mutant, by }];
    }),
    survived: decided.map((mutant) => ({ ...mutant, tests: testsOf(mutant.id) })).filter(({ tests }) => tests > 0),
    unreached: decided.filter(({ id }) => testsOf(id) === 0),
    undecided: alive.filter(({ id }) => isUndecided(id)),
    failing: failed,
  };
}

/**
 * Quick files first, since most mutants are caught early: of files that were watched what a mutant costs there, in milliseconds; of others,
 * the folder's own tests before those that lead to few modules, and these before those that read whole pages.
 */
const byCost = (files: readonly string[], costOf: (file: string) => number): readonly string[] =>
  files
    .map((file) => ({ file, cost: costOf(file) }))
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ file }) => file);

/** What the processes of a session told of their test files; it is told once. */
const takeRan = (files: readonly string[], found: string): readonly Ran[] =>
  files.flatMap((file) => {
    const path = join(found, 'ran', `${file}.json`);
    if (!existsSync(path)) return [];
    const ran = readOwn<Ran>(path);
    rmSync(path);
    return [ran];
  });
