import type { Clipped } from './clip-page.ts';
import { inOrder } from './in-order.ts';
import type { Job } from './jobs.ts';
import { createThread, type Thread, type ThreadOptions } from './thread.ts';

/** How many threads, and how they work. */
export interface ClipOptions extends ThreadOptions {
  readonly threads: number;
}

/** A job and what came of it. */
export interface ClippedJob {
  readonly job: Job;
  readonly clipped: Clipped;
}

/** Pages that are taken on at a time, a thread: enough that a slow one does not leave the other threads idle. */
const AHEAD = 16;

/** Clips pages in several threads and gives what came of each, in the order of the jobs. Whoever ends early ends the threads. */
export async function* clipAll(
  jobs: Iterable<Job> | AsyncIterable<Job>,
  { threads, ...options }: ClipOptions,
): AsyncGenerator<ClippedJob> {
  const all = Array.from({ length: threads }, () => createThread(options));
  const clip = sharing(all);
  try {
    yield* inOrder(jobs, threads * AHEAD, async (job) => ({ job, clipped: await clip(job) }));
  } finally {
    await Promise.all(all.map(({ close }) => close()));
  }
}

/** Gives each page to a thread that is free, to one that has worked before if there is one. */
function sharing(threads: readonly Thread[]): (job: Job) => Promise<Clipped> {
  const free = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  return async (job) => {
    const thread = free.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)));
    try {
      return await thread.clip(job);
    } finally {
      const next = waiting.shift();
      if (next) next(thread);
      else free.push(thread);
    }
  };
}
