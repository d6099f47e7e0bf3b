import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';

const testsUnder = (task: RunnerTask): RunnerTestCase[] =>
  task.type === 'suite' ? task.tasks.flatMap(testsUnder) : [task];

/** Leaves out the tests that are not asked for, and groups that have none left, with their hooks. */
function leaveOut(task: RunnerTask, only: ReadonlySet<string>): boolean {
  const wanted =
    task.type === 'suite' ? task.tasks.filter((inner) => !leaveOut(inner, only)).length > 0 : only.has(task.id);
  if (!wanted) task.mode = 'skip';
  return !wanted;
}

/** Runs the tests that the worker's job asks for, and tells it of each. */
export default class MutantRunner extends TestRunner {
  #stopped = false;

  /** Chooses the tests when the file is loaded. */
  onBeforeRunFiles(files: RunnerTestFile[]): void {
    const job = globalThis.wencunMutantJob;
    for (const file of files) {
      if (file.result?.state === 'fail') job?.failed(file.result.errors?.[0]?.message ?? '');
      if (job?.only) leaveOut(file, job.only);
    }
    job?.loaded();
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (this.#stopped) test.mode = 'skip';
    await super.onBeforeRunTask(test);
    if (test.mode === 'run' || test.mode === 'queued') globalThis.wencunMutantJob?.begins(test.id);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    const passed = test.result?.state === 'pass';
    const job = globalThis.wencunMutantJob;
    if (!passed && job?.stopAtFailure) this.#stopped = true;
    job?.ended({ id: test.id, name: fullName(test), passed, milliseconds: test.result?.duration ?? 0 });
  }

  override async onAfterRunSuite(suite: RunnerTestFile): Promise<void> {
    const failedAlone =
      suite.result?.state === 'fail' && testsUnder(suite).every((test) => test.result?.state !== 'fail');
    if (failedAlone) globalThis.wencunMutantJob?.failed(suite.result?.errors?.[0]?.message ?? '');
    await super.onAfterRunSuite(suite);
  }
}

const fullName = (task: RunnerTask): string => (task.suite ? `${fullName(task.suite)} > ${task.name}` : task.name);
