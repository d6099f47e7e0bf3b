import type { Collection } from '../../collection/collection.ts';
import { type JobSummary, listJobs } from '../../collection/jobs.ts';
import { observe } from '../../collection/observe.ts';

/** The queues as they are, newest first, and as they change. */
export function createJobs(collection: Collection) {
  let list = $state.raw<readonly JobSummary[]>([]);
  let status = $state<'loading' | 'ready' | 'failed'>('loading');
  const active = $derived(list.filter(({ row }) => isActive(row.state)));

  return {
    get list(): readonly JobSummary[] {
      return list;
    },
    get status() {
      return status;
    },
    /** Those that run or are paused. */
    get active(): readonly JobSummary[] {
      return active;
    },
    /** Follows the collection. Gives the function that stops it. */
    follow: (): (() => void) =>
      observe(
        () => listJobs(collection),
        (read) => {
          status = read.ok ? 'ready' : 'failed';
          if (read.ok) list = read.value;
        },
      ),
  };
}

export type Jobs = ReturnType<typeof createJobs>;

/** True for a queue that still has something to do. */
export const isActive = (state: JobSummary['row']['state']): boolean => state === 'running' || state === 'paused';
