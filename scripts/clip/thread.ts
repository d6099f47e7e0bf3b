import { Worker } from 'node:worker_threads';
import { fail } from '../../lib/essay/outcome.ts';
import type { SourcePage } from '../../lib/import/sources/source.ts';
import type { Clipped, ClipWishes } from './clip-page.ts';
import type { Order } from './clip-worker.ts';
import type { Job } from './jobs.ts';

/** How threads work. */
export interface ThreadOptions extends ClipWishes {
  /** Milliseconds that one page may take: a portal's takes twenty, the largest that is read some seconds. */
  readonly patience?: number;
  /** The program of a thread; a test puts one of its own here. */
  readonly program?: URL;
}

/** A place that clips one page at a time, in a thread that is made when it is needed. */
export interface Thread {
  /** What came of a page. One that takes too long, or that ends the thread, costs itself alone: the next has a new thread. */
  readonly clip: (job: Job) => Promise<Clipped>;
  readonly close: () => Promise<void>;
}

const PATIENCE = 60_000;
/** Megabytes of a thread's memory: portals' pages need a tenth of that. A page that needs more ends its thread and no more. */
const MEMORY = 1024;
/** Megabytes for what has just been made: without a bound a thread takes a hundred more, and reads no faster for it. */
const YOUNG = 32;

/** A thread; nothing starts before the first page. */
export function createThread({ patience = PATIENCE, program = ownProgram, ...wishes }: ThreadOptions): Thread {
  const current: { worker: Worker | null } = { worker: null };

  const end = async (): Promise<void> => {
    const { worker } = current;
    current.worker = null;
    await worker?.terminate();
  };

  return {
    async clip(job) {
      // One that ended while it had nothing to do has no number any more.
      if (current.worker?.threadId === -1) await end();
      current.worker ??= await start(program);
      const answer = await ask(current.worker, { job: withOwnBytes(job), wishes }, patience);
      if (typeof answer !== 'string') return answer;
      await end();
      return fail('unreadable', answer);
    },
    close: end,
  };
}

const ownProgram = new URL('./clip-worker.ts', import.meta.url);

/** Starts a worker and waits until it is ready. Rejects when it cannot start. */
function start(program: URL): Promise<Worker> {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: YOUNG },
  });
  return new Promise((resolve, reject) => {
    // An error between two pages must not end the program; the promise is settled by then.
    worker.on('error', reject);
    worker.once('message', () => resolve(worker));
  });
}

/** What the worker answers, or why it does not. */
function ask(worker: Worker, order: Order, patience: number): Promise<Clipped | string> {
  return new Promise((resolve) => {
    const settle = (answer: Clipped | string): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'takes too much memory' : `failed: ${error.message}`);
    const onExit = (): void => settle('ended its thread');
    const timer = setTimeout(() => settle(`took longer than ${patience / 1000} s`), patience);
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    try {
      worker.postMessage(order);
    } catch (problem) {
      // What cannot be sent costs its own job alone.
      settle(`cannot be sent to a thread: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  });
}

/**
 * The job as data alone: bytes that are no window on many more, which would be copied along, and without the functions that
 * look for its images, which no thread can be given.
 */
function withOwnBytes(job: Job): Job {
  if (job.archived === undefined) return job;
  const { first, others } = job.archived;
  const own = ({ images: _images, ...page }: SourcePage): SourcePage => ({
    ...page,
    bytes: page.bytes.byteLength === page.bytes.buffer.byteLength ? page.bytes : page.bytes.slice(),
  });
  return {
    ...job,
    archived: { first: own(first), others: new Map([...others].map(([key, page]) => [key, own(page)])) },
  };
}
