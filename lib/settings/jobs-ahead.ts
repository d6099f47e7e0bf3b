import { browser } from 'wxt/browser';
import type { NewJob } from '../queue-plan/new-job.ts';

/*
 * Where a queue is written down that a page of the extension asks the background to start: the page may be closed, and the background stopped, in the
 * same moment. Firefox lets content scripts write the settings' store: there a queue is asked for by its message alone.
 */

const KEY = 'job:';

/** What was written down, to be looked at anew, and how many milliseconds ago. */
export interface JobAhead {
  readonly id: string;
  readonly job: unknown;
  readonly age: number;
}

/** Writes a queue down. */
export async function writeJobAhead(job: NewJob & { readonly id: string }): Promise<void> {
  if (!import.meta.env.FIREFOX) await browser.storage.local.set({ [KEY + job.id]: { job, askedAt: Date.now() } });
}

/** The queue is started, or its page was told why not. */
export const forgetJobAhead = (id: string): Promise<void> => browser.storage.local.remove(KEY + id);

/** Tells when one is written down, for which Chrome starts its background. To be called while that starts. */
export function whenJobIsAhead(tell: () => void): void {
  if (import.meta.env.FIREFOX) return;
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(KEY) && changes[key]?.newValue)) tell();
  });
}

/** The queues that are written down. */
export async function readJobsAhead(): Promise<readonly JobAhead[]> {
  if (import.meta.env.FIREFOX) return [];
  const now = Date.now();
  return Object.entries(await browser.storage.local.get(null)).flatMap(([key, value]) => {
    if (!key.startsWith(KEY)) return [];
    const { job, askedAt } = (value ?? {}) as { readonly job?: unknown; readonly askedAt?: unknown };
    // By a clock that was set back, its time has come.
    const age = typeof askedAt === 'number' && askedAt <= now ? now - askedAt : Number.POSITIVE_INFINITY;
    return [{ id: key.slice(KEY.length), job, age }];
  });
}
