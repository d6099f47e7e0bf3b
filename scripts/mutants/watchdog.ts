// A thread beside a worker's tests: it ends the process when a mutant holds it beyond its time.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { write } from './plan.ts';

/** Milliseconds between two looks. */
const pace = 500;

const { until, out, pid }: { until: BigInt64Array<SharedArrayBuffer>; out: string; pid: number } = workerData;
const files: string[] = [];
parentPort?.on('message', (file: string) => files.splice(0, 1, file));
parentPort?.unref();

setInterval(() => {
  const end = Number(Atomics.load(until, 0));
  if (end === 0 || Date.now() < end) return;
  const mutant = Number(Atomics.load(until, 1));
  write(join(out, 'caught', `${mutant}.json`), { mutant, file: files[0] ?? '', test: 'no end within its time' });
  process.kill(pid, 'SIGKILL');
}, pace);
