import type { Task, Watched } from './plan.ts';

/** What is known of the tests before mutants are put to them. */
export interface Coverage {
  /** For each test file the tasks of the mutants that it reaches. */
  readonly tasks: ReadonlyMap<string, Task[]>;
  /** Milliseconds of each test by itself. */
  readonly times: Readonly<Record<string, number>>;
  /** Tests that failed without any mutant; they are no witnesses. */
  readonly failed: readonly string[];
}

/**
 * Which tests reach which mutants. A place that runs inside a test, or in its hooks, is reached by that test. A place
 * that runs while modules are loaded is reached by the tests that run a function of a module that may use it: the
 * mutant's own, or those that import it. Where a test file imports such a module itself, all its tests may use what it made.
 */
export function coverageOf(
  watched: readonly Watched[],
  mutants: readonly { readonly id: number; readonly file: string }[],
  usersOf: Readonly<Record<string, readonly string[]>>,
  importsOf: Readonly<Record<string, readonly string[]>>,
): Coverage {
  const tasks = new Map<string, Task[]>();
  const times: Record<string, number> = {};
  const failed: string[] = [];
  for (const { file, loading, hooks, hookModules, tests } of watched) {
    const inLoading = new Set(loading);
    const inHooks = new Set(hooks);
    const imports = new Set(importsOf[file]);
    for (const { id, name, passed, milliseconds } of tests) {
      times[id] = milliseconds;
      if (!passed) failed.push(`${file}: ${name}`);
    }
    const reach = tests
      .filter(({ passed }) => passed)
      .map(({ id, mutants: own, modules }) => ({
        id,
        own: new Set(own),
        modules: new Set([...modules, ...hookModules]),
      }));
    const ofFile = mutants.flatMap((mutant): Task[] => {
      const reload = inLoading.has(mutant.id);
      const users = reload ? (usersOf[mutant.file] ?? []) : [];
      const reaching = reach.filter(
        ({ own, modules }) =>
          own.has(mutant.id) ||
          inHooks.has(mutant.id) ||
          (reload && users.some((user) => modules.has(user) || imports.has(user))),
      );
      return reaching.length === 0 ? [] : [{ mutant: mutant.id, tests: reaching.map(({ id }) => id), reload }];
    });
    if (ofFile.length > 0) tasks.set(file, ofFile);
  }
  return { tasks, times, failed };
}

/** What a mutant costs in each test file, in milliseconds: the time of the tests that reach it, on average. */
export function costsOf({ tasks, times }: Coverage): ReadonlyMap<string, number> {
  const ofTask = ({ tests }: Task): number => tests.reduce((sum, id) => sum + (times[id] ?? 0), 0);
  return new Map(
    [...tasks].map(([file, ofFile]) => [file, ofFile.reduce((sum, task) => sum + ofTask(task), 0) / ofFile.length]),
  );
}
