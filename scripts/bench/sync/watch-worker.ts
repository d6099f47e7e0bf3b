import type { Worker } from 'playwright-core';

/** Milliseconds between two looks of a thread at the clock. */
const LOOK = 10;

/** Milliseconds from which a task is told. */
const LONG = 50;

/** Has a worker's thread look at the clock again and again: what comes late waited for a task, since a worker has no observer of them. */
export async function watchTasks(worker: Worker): Promise<void> {
  await worker.evaluate(
    ([look, long]) => {
      const tasks: number[] = [];
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        if (now - last - look >= long) tasks.push(Math.round(now - last - look));
        last = now;
      }, look);
      Object.assign(globalThis, { wencunTasks: tasks });
    },
    [LOOK, LONG] as const,
  );
}

/** Lengths of the tasks of 50 ms and more since this was asked last, milliseconds, the longest first. They hold what the machine did meanwhile. */
export const tasksOf = async (worker: Worker): Promise<readonly number[]> =>
  (await worker.evaluate(() => (globalThis as unknown as { wencunTasks: number[] }).wencunTasks.splice(0))).toSorted(
    (one, other) => other - one,
  );
