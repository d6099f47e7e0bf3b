import type { Clipped } from './clip-page.ts';
import { inOrder } from './in-order.ts';
import type { Job } from './jobs.ts';
import { joinParts } from './join-parts.ts';
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

/** Threads that stand ready for one input after another. */
export interface Pool {
  /** What came of each page, in the order of the jobs; the pages of an essay that stand apart in an archive come as one. */
  readonly clipAll: (jobs: Iterable<Job> | AsyncIterable<Job>) => AsyncGenerator<ClippedJob>;
  /** Ends the threads, in the midst of a page or not. */
  readonly close: () => Promise<void>;
}

/** Pages that are taken on at a time, a thread: enough that a slow one does not leave the other threads idle. */
const AHEAD = 16;

/** Threads for pages; none starts before its first page. */
export function createPool({ threads, ...options }: ClipOptions): Pool {
  const all = Array.from({ length: threads }, () => createThread(options));
  const clip = sharing(all);
  const clipJob = async (job: Job): Promise<ClippedJob> => ({ job, clipped: await clip(job) });
  const most = threads * AHEAD;
  return {
    clipAll: (jobs) =>
      inOrder(joinParts(inOrder(jobs, most, clipJob)), most, async (one) => ('clipped' in one ? one : clipJob(one))),
    close: async () => {
      await Promise.all(all.map(({ close }) => close()));
    },
  };
}

/** Clips pages in several threads and gives what came of each, in the order of the jobs. Whoever ends early ends the threads. */
export async function* clipAll(
  jobs: Iterable<Job> | AsyncIterable<Job>,
  options: ClipOptions,
): AsyncGenerator<ClippedJob> {
  const pool = createPool(options);
  try {
    yield* pool.clipAll(jobs);
  } finally {
    await pool.close();
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
