// The process that Vitest starts for a test file: it runs the file once, or again and again with a mutant on.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';
import { root } from '../build.ts';
import type { Job, Seen } from './job.ts';
import { type Plan, planVariable, readOwn, type Task, type Watched, write } from './plan.ts';
import { installSwitchboard } from './switchboard.ts';

type Run = Parameters<typeof runBaseTests>;
type State = Run[1];
type Traces = Run[2];

/** A test with a mutant on may take this many times its own time, and this much more, in milliseconds. */
const patience = { times: 8, more: 4000 } as const;

const send = process.send?.bind(process);
const [on, off] = [process.on.bind(process), process.off.bind(process)];
const plan = readOwn<Plan>(process.env[planVariable] ?? '');
const board = installSwitchboard();

/** What a run with a job told. */
interface Outcome {
  readonly seen: readonly Seen[];
  readonly failedAlone: boolean;
}

/** Silences what a run with a mutant would report to Vitest: only the worker reads its outcome. */
function muted(state: State): State {
  const heard = new Set([
    'fetch',
    'resolve',
    'transform',
    'fetchWarmModules',
    'ensureModuleGraphEntry',
    'resolveSnapshotPath',
  ]);
  const rpc = new Proxy(state.rpc, {
    get: (target, name) => {
      const inner: unknown = Reflect.get(target, name);
      return typeof inner !== 'function' || typeof name !== 'string' || heard.has(name) || name.startsWith('$')
        ? inner
        : async () => undefined;
    },
  });
  return { ...state, rpc };
}

async function runWith(state: State, traces: Traces, job: Partial<Job>): Promise<Outcome> {
  const seen: Seen[] = [];
  let failedAlone = false;
  globalThis.wencunMutantJob = {
    only: null,
    stopAtFailure: false,
    loaded: () => undefined,
    begins: (id) => board.allow((plan.times[id] ?? 0) * patience.times + patience.more),
    ...job,
    failed: (why) => {
      failedAlone = true;
      job.failed?.(why);
    },
    ended: (test) => {
      seen.push(test);
      job.ended?.(test);
    },
  };
  await runBaseTests('run', state, traces);
  globalThis.wencunMutantJob = undefined;
  return { seen, failedAlone };
}

/** Runs every test once and writes what each reached. */
async function watch(file: string, state: State, traces: Traces): Promise<void> {
  const tests: Watched['tests'][number][] = [];
  const hooks = { mutants: new Set<number>(), modules: new Set<string>() };
  const between = (): void => {
    const { mutants, modules } = board.take();
    for (const id of mutants) hooks.mutants.add(id);
    for (const module of modules) hooks.modules.add(module);
  };
  let loading: readonly number[] = [];
  let problem: string | null = null;
  await runWith(state, traces, {
    loaded: () => {
      loading = board.take().mutants;
    },
    begins: between,
    failed: (why) => {
      problem = why;
    },
    ended: (seen) => {
      tests.push({ ...seen, ...board.take() });
    },
  });
  between();
  const watched: Watched = {
    file,
    problem,
    loading,
    hooks: [...hooks.mutants],
    hookModules: [...hooks.modules],
    tests,
  };
  write(join(plan.out, `${file}.json`), watched);
}

/** Ends the process when one mutant holds it for too long without a chance to throw: it is caught by that. */
function watchdog(): { guard(mutant: number, file: string, milliseconds: number): void; rest(): void } {
  const until = new BigInt64Array(new SharedArrayBuffer(16));
  const thread = new Worker(new URL('watchdog.ts', import.meta.url), {
    workerData: { until, out: plan.out, pid: process.pid },
  });
  thread.unref();
  return {
    guard: (mutant, file, milliseconds) => {
      Atomics.store(until, 1, BigInt(mutant));
      thread.postMessage(file);
      Atomics.store(until, 0, BigInt(Math.ceil(Date.now() + milliseconds)));
    },
    rest: () => {
      Atomics.store(until, 0, 0n);
    },
  };
}

const catchPath = (mutant: number): string => join(plan.out, 'caught', `${mutant}.json`);

/** Runs the tests that reach each mutant with it on, until one fails. */
async function breakOneByOne(file: string, state: State, traces: Traces): Promise<void> {
  const tasks = (plan.tasks[file] ?? []).filter(({ mutant }) => !existsSync(catchPath(mutant)));
  const quiet = muted(state);
  const dog = watchdog();
  const run = async (task: Task | null, only: ReadonlySet<string>): Promise<Outcome> => {
    const allowed = [...only].reduce((sum, id) => sum + (plan.times[id] ?? 0), 0) * patience.times + 10 * patience.more;
    const isolate = task?.reload ?? true;
    const config = { ...quiet.config, isolate };
    if (task) dog.guard(task.mutant, file, allowed);
    board.allow(allowed);
    board.turnOn(task?.mutant ?? null);
    const outcome = await runWith({ ...quiet, config, ctx: { ...quiet.ctx, config } }, traces, {
      only,
      stopAtFailure: task !== null,
    });
    board.turnOn(null);
    dog.rest();
    return outcome;
  };
  const all = new Set(tasks.flatMap(({ tests }) => tests));
  // Twice without a mutant: a test that fails the second time cannot be repeated here, and is no witness.
  const failing = new Set<string>();
  if (tasks.length > 0) {
    for (const _ of [1, 2]) {
      const { seen, failedAlone } = await run(null, all);
      for (const { id, passed } of seen) if (!passed) failing.add(id);
      if (failedAlone) for (const id of all) failing.add(id);
    }
  }
  const ran: number[] = [];
  let polluted = false;
  for (const task of tasks) {
    if (Date.now() > plan.until || polluted) break;
    if (existsSync(catchPath(task.mutant))) continue;
    const only = new Set(task.tests.filter((id) => !failing.has(id)));
    if (only.size === 0) {
      ran.push(task.mutant);
      continue;
    }
    const { seen, failedAlone } = await run(task, only);
    const failed = seen.find(({ passed }) => !passed);
    if (failed !== undefined || failedAlone) {
      // Without the mutant the same tests pass again, or what failed was left behind by an earlier run.
      const witness = failed ? new Set([failed.id]) : only;
      const again = await run(null, witness);
      polluted = again.failedAlone || again.seen.some(({ passed }) => !passed);
      const isOwn = !polluted || ran.length === 0;
      if (isOwn) write(catchPath(task.mutant), { mutant: task.mutant, file, test: failed?.name ?? 'loading the file' });
      if (!isOwn) break;
    }
    ran.push(task.mutant);
  }
  const left = tasks
    .map(({ mutant }) => mutant)
    .filter((mutant) => !ran.includes(mutant) && !existsSync(catchPath(mutant)));
  write(join(plan.out, 'ran', `${file}.json`), { file, left, unrepeatable: [...failing] });
}

if (send === undefined) throw new Error('This is a worker of npm run mutants, not a program.');
init({
  post: (message) => send(message),
  on: (listener) => on('message', listener),
  off: (listener) => off('message', listener),
  setup: setupEnvironment,
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  runTests: async (state, traces) => {
    for (const { filepath } of state.ctx.files) {
      const file = relative(root, filepath);
      const work = plan.mode === 'watch' ? watch : breakOneByOne;
      await work(file, state, traces).catch((problem: unknown) => {
        const told = problem instanceof Error ? problem.stack : String(problem);
        write(join(plan.out, 'problems', `${file}.json`), `${file}: ${told}`);
      });
    }
  },
});
