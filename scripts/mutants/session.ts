import { join, relative } from 'node:path';
import { createVitest, ForksPoolWorker, type PoolOptions, type TestSpecification } from 'vitest/node';
import { root } from '../build.ts';
import { groupBy } from './group.ts';
import { instrument } from './instrument.ts';
import type { Mutant } from './mutant.ts';
import { type Plan, planVariable, write } from './plan.ts';

/** Milliseconds for one test, as in vitest.config.ts. */
const testTimeout = 30_000;

/** Pages that a test of random pages tries: fewer than in a run of the tests, since they are tried with one mutant after another. */
const randomPages = '30';

class MutantPoolWorker extends ForksPoolWorker {
  protected override readonly entrypoint = join(import.meta.dirname, 'worker.ts');
}

/** The plugin that compiles the mutants in, for every module of lib. */
const instrumenting = (mutants: readonly Mutant[], modules: ReadonlySet<string>) => {
  const byFile = groupBy(mutants, ({ file }) => file);
  return {
    name: 'wencun-mutants',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const path = relative(root, id);
      return modules.has(path) ? { code: instrument(path, code, byFile.get(path) ?? []), map: null } : null;
    },
  };
};

/**
 * Runs test files under a plan, in as many processes as told, in the order given. What they find is in the plan's folder;
 * Vitest's own report is dropped.
 */
export async function runSession(
  plan: Plan,
  files: readonly string[],
  mutants: readonly Mutant[],
  modules: ReadonlySet<string>,
  workers: number,
): Promise<void> {
  const planPath = join(plan.out, 'plan.json');
  write(planPath, plan);
  process.env[planVariable] = planPath;
  // A process starts for each test file: what Node compiled for one serves the others.
  process.env['NODE_COMPILE_CACHE'] = join(root, '.cache', 'compiled');
  process.env['WENCUN_FUZZ'] ??= randomPages;
  const place = new Map(files.map((file, index) => [file, index]));
  const placeOf = ({ moduleId }: TestSpecification): number => place.get(relative(root, moduleId)) ?? 0;
  class InOrder {
    async shard(specs: TestSpecification[]): Promise<TestSpecification[]> {
      return specs;
    }
    async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
      return specs.toSorted((a, b) => placeOf(a) - placeOf(b));
    }
  }
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root,
      watch: false,
      include: [...files],
      runner: join(import.meta.dirname, 'runner.ts'),
      pool: { name: 'mutants', createPoolWorker: (options: PoolOptions) => new MutantPoolWorker(options) },
      maxWorkers: workers,
      // Vitest keeps what it compiled, and knows a module by its text: it would give those of another folder's run, with other mutants in them.
      fsModuleCachePath: join(plan.out, 'compiled'),
      execArgv: ['--max-semi-space-size=64'],
      isolate: true,
      testTimeout,
      reporters: [{}],
      sequence: { sequencer: InOrder },
    },
    { plugins: [instrumenting(mutants, modules)], logLevel: 'silent' },
  );
  try {
    await vitest.start();
  } finally {
    await vitest.close();
    process.exitCode = 0;
  }
}
