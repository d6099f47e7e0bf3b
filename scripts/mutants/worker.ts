// The process that Vitest starts for a test file: it runs the file once and notes what it reaches, then again and again with a mutant on.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';
import { root } from '../build.ts';
import { costsOf, coverageOf } from './cover.ts';
import type { Job, Seen } from './job.ts';
import { type Plan, planVariable, readOwn, type Watched, write } from './plan.ts';
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
    begins: () => undefined,
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

/** Runs every test once; gives, and writes for the next time, what each reached. */
async function watch(file: string, state: State, traces: Traces): Promise<Watched> {
  const tests: Watched['tests'][number][] = [];
  const hooks = { mutants: new Set<number>(), modules: new Set<string>() };
  const between = (): void => {
    const { mutants, modules } = board.take();
    for (const id of mutants) hooks.mutants.add(id);
    for (const module of modules) hooks.modules.add(module);
  };
  let loading: readonly number[] = [];
  let problem: string | null = null;
  board.take();
  board.note(true);
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
  board.note(false);
  const watched: Watched = {
    file,
    problem,
    loading,
    hooks: [...hooks.mutants],
    hookModules: [...hooks.modules],
    tests,
  };
  write(plan.watched[file] ?? '', watched);
  return watched;
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

/** A file in which a mutant costs more is slow, in milliseconds. */
const SLOW = 1000;

const nothingRan: Outcome = { seen: [], failedAlone: false };

const catchPath = (mutant: number): string => join(plan.out, 'caught', `${mutant}.json`);

/** Notes what the tests of a file reach, if that is not known, and runs those that reach each mutant with it on, until one fails. */
async function breakOneByOne(file: string, state: State, traces: Traces): Promise<void> {
  const open = (): number[] =>
    (plan.left[file] ?? plan.chosen.map(({ id }) => id)).filter((id) => !existsSync(catchPath(id)));
  if (open().length === 0 || Date.now() > plan.until) return;
  const known = existsSync(plan.watched[file] ?? '');
  const watched = known ? readOwn<Watched>(plan.watched[file] ?? '') : await watch(file, state, traces);
  if (watched.problem !== null) return;
  const coverage = coverageOf([watched], plan.chosen, plan.users, plan.imports);
  const { tasks: byFile, times } = coverage;
  const wanted = new Set(open());
  // Those that need the modules anew come last: loading takes longer than most tests.
  const tasks = (byFile.get(file) ?? [])
    .filter(({ mutant }) => wanted.has(mutant))
    .toSorted((one, other) => Number(one.reload) - Number(other.reload));
  const noWitness = new Set(plan.unrepeatable);
  const doubtful: string[] = [];
  const ran: number[] = [];
  const tellLeft = (): void => {
    const left = tasks.map(({ mutant }) => mutant).filter((id) => !ran.includes(id) && !existsSync(catchPath(id)));
    write(join(plan.out, 'ran', `${file}.json`), { file, left, doubtful });
  };
  // Slow files wait until all are watched: by then quicker ones have caught most mutants.
  if (!known && (costsOf(coverage).get(file) ?? 0) > SLOW) {
    tellLeft();
    return;
  }
  const quiet = muted(state);
  const dog = watchdog();
  // True while modules were loaded with a mutant on, or hold what one left behind.
  let leftBroken = false;
  const run = async (mutant: number | null, only: ReadonlySet<string>, reload: boolean): Promise<Outcome> => {
    const allowed = [...only].reduce((sum, id) => sum + (times[id] ?? 0), 0) * patience.times + 10 * patience.more;
    const config = { ...quiet.config, isolate: reload || leftBroken };
    if (mutant !== null) dog.guard(mutant, file, allowed);
    board.allow(allowed);
    board.turnOn(mutant);
    leftBroken = reload && mutant !== null;
    const outcome = await runWith({ ...quiet, config, ctx: { ...quiet.ctx, config } }, traces, {
      only,
      stopAtFailure: mutant !== null,
      begins: (id) => board.allow((times[id] ?? 0) * patience.times + patience.more),
    });
    board.turnOn(null);
    dog.rest();
    return outcome;
  };
  for (const { mutant, tests, reload } of tasks) {
    if (Date.now() > plan.until) break;
    if (existsSync(catchPath(mutant))) continue;
    const only = new Set(tests.filter((id) => !noWitness.has(id)));
    const { seen, failedAlone } = only.size === 0 ? nothingRan : await run(mutant, only, reload);
    const failed = seen.find(({ passed }) => !passed);
    if (failed === undefined && !failedAlone) {
      ran.push(mutant);
      continue;
    }
    // Without the mutant the same tests pass again, or what failed may have been left behind by an earlier run.
    const witness = failed ? new Set([failed.id]) : only;
    const passes = async (on: number | null, anew: boolean): Promise<boolean> => {
      const again = await run(on, witness, anew);
      return !again.failedAlone && again.seen.every(({ passed }) => passed);
    };
    let isOwn = await passes(null, reload);
    if (!isOwn) {
      // What was left behind in modules goes with them; a test that fails even then cannot be repeated here.
      if (!(await passes(null, true))) {
        doubtful.push(...witness);
        break;
      }
      isOwn = !(await passes(mutant, reload));
      leftBroken = true;
    }
    if (isOwn) write(catchPath(mutant), { mutant, file, test: failed?.name ?? 'loading the file' });
    ran.push(mutant);
  }
  tellLeft();
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
      await breakOneByOne(file, state, traces).catch((problem: unknown) => {
        const told = problem instanceof Error ? problem.stack : String(problem);
        write(join(plan.out, 'problems', `${file}.json`), `${file}: ${told}`);
      });
    }
  },
});
