import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build.ts';
import { sample } from './choose.ts';
import { coverageOf } from './cover.ts';
import { findMutants } from './find-mutants.ts';
import { importGraph, modulesOf, reachedFrom } from './modules.ts';
import type { Mutant } from './mutant.ts';
import { type Catch, type Plan, readOwn, type Task } from './plan.ts';
import { runSession } from './session.ts';
import { usersOf } from './users.ts';
import { watchTests } from './watch-tests.ts';

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
  const plan = (mode: Plan['mode'], folderOut: string, rest: Partial<Plan> = {}): Plan => ({
    mode,
    out: folderOut,
    until,
    tasks: {},
    times: {},
    ...rest,
  });
  const watched = await watchTests(
    { files, mutants, modules: [...lib, ...others], graph, cache: join(out, 'watched') },
    (unseen, seen) => runSession(plan('watch', seen), unseen, mutants, instrumented, order.workers),
  );
  const chosen = sample(mutants, order.count, order.seed);
  const { tasks, times, failed } = coverageOf(watched, chosen, usersOf(lib, graph));
  tell(`${watched.length} test files watched`);
  const unloaded = watched.flatMap(({ file, problem }) => (problem === null ? [] : [`${file}: ${problem}`]));
  if (unloaded.length > 0) throw new Error(`Files that fail without a mutant:\n${unloaded.join('\n')}`);

  const found = join(out, `broken-${order.seed}-${order.count}`);
  rmSync(found, { recursive: true, force: true });
  const caughtBy = (): Map<number, Catch> =>
    new Map(
      globSync('caught/*.json', { cwd: found })
        .map((path) => readOwn<Catch>(join(found, path)))
        .map((caught) => [caught.mutant, caught]),
    );
  let left: ReadonlyMap<string, readonly Task[]> = tasks;
  while (left.size > 0 && Date.now() < until) {
    const filesLeft = [...left.keys()].toSorted((a, b) => costOf(left.get(a), times) - costOf(left.get(b), times));
    const now = plan('break', found, { tasks: Object.fromEntries(left), times });
    await runSession(now, filesLeft, chosen, instrumented, order.workers);
    const [problem] = globSync('problems/**/*.json', { cwd: found });
    if (problem !== undefined) throw new Error(readOwn<string>(join(found, problem)));
    const caught = caughtBy();
    tell(`${caught.size} of ${chosen.length} caught`);
    const rest = stillLeft(left, found, caught);
    // A session that decides nothing would decide nothing again.
    const stuck = countOf(rest) === countOf(left);
    left = rest;
    if (stuck) break;
  }
  const caught = caughtBy();
  const reached = new Set([...tasks.values()].flat().map(({ mutant }) => mutant));
  const undecided = new Set([...left.values()].flat().map(({ mutant }) => mutant));
  const alive = chosen.filter(({ id }) => !caught.has(id));
  const testsOf = (id: number): number =>
    [...tasks.values()].flat().reduce((sum, { mutant, tests }) => sum + (mutant === id ? tests.length : 0), 0);
  return {
    all: mutants.length,
    caught: chosen.flatMap((mutant) => {
      const by = caught.get(mutant.id);
      return by === undefined ? [] : [{ ...mutant, by }];
    }),
    survived: alive
      .filter(({ id }) => reached.has(id) && !undecided.has(id))
      .map((mutant) => ({ ...mutant, tests: testsOf(mutant.id) })),
    unreached: alive.filter(({ id }) => !reached.has(id)),
    undecided: alive.filter(({ id }) => undecided.has(id)),
    failing: failed,
  };
}

/** What a test file costs with one mutant, in milliseconds: quick files come first, so that slow ones meet few. */
function costOf(tasks: readonly Task[] | undefined, times: Plan['times']): number {
  const ofTask = ({ tests }: Task): number => tests.reduce((sum, id) => sum + (times[id] ?? 0), 0);
  return (tasks ?? []).reduce((sum, task) => sum + ofTask(task), 0) / Math.max(1, tasks?.length ?? 0);
}

const countOf = (tasks: ReadonlyMap<string, readonly Task[]>): number =>
  [...tasks.values()].reduce((sum, ofFile) => sum + ofFile.length, 0);

/** The tasks that a session left: of files that ended early, those of mutants that nothing has caught. */
function stillLeft(
  tasks: ReadonlyMap<string, readonly Task[]>,
  found: string,
  caught: ReadonlyMap<number, Catch>,
): Map<string, readonly Task[]> {
  const left = new Map<string, readonly Task[]>();
  for (const [file, ofFile] of tasks) {
    const path = join(found, 'ran', `${file}.json`);
    const open = existsSync(path) ? new Set(readOwn<{ left: number[] }>(path).left) : null;
    rmSync(path, { force: true });
    const rest = ofFile.filter(({ mutant }) => !caught.has(mutant) && (open === null || open.has(mutant)));
    if (rest.length > 0) left.set(file, rest);
  }
  return left;
}
