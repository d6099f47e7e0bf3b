import type { PartialDate } from '../essay/partial-date.ts';
import { hostOf } from './host.ts';
import { type Captures, fromFirstCapture } from './next-capture.ts';
import { isWithin, type YearRule } from './years.ts';

/** What becomes of an item: waiting to be asked for, asked for, done in one of three ways, or not wanted by the reader. */
export type ItemState = 'waiting' | 'asked' | 'kept' | 'already' | 'failed' | 'unchosen';

/** One address that a job is to fetch: an essay, or a list page of the column. Plain data, so that a store can hold it. */
export interface Item extends Captures {
  /** Position in the job, from 0: the order in which essays stand in the column. */
  readonly number: number;
  readonly kind: 'list' | 'essay';
  /** Identifies it: no two items of a job have the same. */
  readonly key: string;
  readonly title: string;
  readonly date: PartialDate | null;
  /** As in `Wanted`. */
  readonly column?: string;
  readonly state: ItemState;
  /** How often it was asked for. */
  readonly tries: number;
  /** Machine word of why it failed last; empty when it did not. */
  readonly reason: string;
}

/** A queue of addresses, told by the reader to run, to pause or to stop. Plain data. */
export interface Job {
  readonly id: string;
  readonly state: 'running' | 'paused' | 'stopped' | 'done';
  readonly items: readonly Item[];
  readonly hosts: Readonly<Record<string, HostState>>;
  /** The reader is to choose among the essays: until then lists alone are asked for, and then it rests. */
  readonly choosing?: true;
  /** What is wanted of lists that are still to be read; all, where it is left out. */
  readonly years?: YearRule;
}

/** What is known of a server. Times are milliseconds since 1970. */
export interface HostState {
  /** Before it, nothing is asked of this host. */
  readonly notBefore: number;
  /** Refusals and silences in a row. */
  readonly failures: number;
}

/** An address to put into a job. */
export interface Wanted {
  readonly kind: Item['kind'];
  readonly address: string;
  readonly key: string;
  readonly title: string;
  readonly date: PartialDate | null;
  /** The column under which lists name it; none where none does. */
  readonly column?: string;
  /** As in `Captures`. */
  readonly others?: readonly string[];
  readonly digests?: Readonly<Record<string, string>>;
}

/** Most items of one job: no column is longer, but a loop of list pages may be. */
export const mostItems = 5000;

/** A job that runs, with nothing known of any host; with `choosing` one that waits for the reader's choice. */
export const newJob = (id: string, wanted: readonly Wanted[], choosing = false): Job =>
  settled(addItems({ id, state: 'running', items: [], hosts: {}, ...(choosing && { choosing }) }, wanted));

/**
 * Puts addresses behind the others: those that the job has already, and those over the cap, are left out. A job that was done runs on.
 * Essays of years that the reader does not want are there, and not asked for.
 */
export function addItems(job: Job, wanted: readonly Wanted[]): Job {
  const known = new Set(job.items.map(({ key }) => key));
  const items = [...job.items];
  for (const one of wanted) {
    if (items.length === mostItems) break;
    if (known.has(one.key)) continue;
    known.add(one.key);
    const state = one.kind === 'essay' && !isWithin(one.date, job.years) ? 'unchosen' : 'waiting';
    items.push({ ...one, number: items.length, state, tries: 0, reason: '' });
  }
  const more = items.slice(job.items.length).some(({ state }) => state === 'waiting');
  return { ...job, items, state: job.state === 'done' && more ? 'running' : job.state };
}

/** A job that has nothing left to ask for is done; one whose reader is still to choose rests as soon as its lists are read. */
export function settled(job: Job): Job {
  const open = job.items.filter(({ state }) => state === 'waiting' || state === 'asked');
  if (job.choosing) return open.some(({ kind }) => kind === 'list') ? job : pauseJob(job);
  return open.length > 0 || job.state === 'stopped' ? job : { ...job, state: 'done' };
}

/** Pauses; what is asked for already may still come in. */
export const pauseJob = (job: Job): Job => (job.state === 'running' ? { ...job, state: 'paused' } : job);

/** Runs a paused job on. */
export function resumeJob(job: Job): Job {
  if (job.state !== 'paused') return job;
  const items = job.items.map((item): Item => (isWithoutPermission(item) ? { ...item, reason: '' } : item));
  return settled({ ...job, items, state: 'running' });
}

/** Pauses a job whose hosts (as `hostOf` gives them) the reader has not granted, or no longer; the items say so. */
export function pauseWithoutPermission(job: Job, hosts: ReadonlySet<string>): Job {
  const items = job.items.map(
    (item): Item =>
      item.state === 'waiting' && hosts.has(hostOf(item.address)) ? { ...item, reason: 'no-permission' } : item,
  );
  return pauseJob({ ...job, items });
}

/** True for an item that waits for the reader to grant its host. */
export const isWithoutPermission = ({ state, reason }: Item): boolean =>
  state === 'waiting' && reason === 'no-permission';

/** Ends a job for good. */
export const stopJob = (job: Job): Job => (job.state === 'done' ? job : { ...job, state: 'stopped' });

/** Reason of an item that was asked for when the worker or the browser stopped. */
export const interrupted = 'interrupted';

/** After a stop of the worker or the browser: what was asked for then has no answer, and waits again without a try being counted. */
export function recoverJob(job: Job): Job {
  const items = job.items.map(
    (item): Item =>
      item.state === 'asked' ? { ...item, state: 'waiting', tries: item.tries - 1, reason: interrupted } : item,
  );
  return { ...job, items };
}

/** Lets what failed wait again, all its tries before it. A job that ended runs on; one without failures stays as it is. */
export function retryFailed(job: Job): Job {
  if (!job.items.some(({ state }) => state === 'failed')) return job;
  const items = job.items.map(
    (item): Item =>
      item.state === 'failed' ? { ...item, ...fromFirstCapture(item), state: 'waiting', tries: 0, reason: '' } : item,
  );
  return { ...job, items, state: 'running' };
}

/** How many items there are of each state. */
export type ItemCounts = Readonly<Record<ItemState, number>>;

/** How many items of each state; list pages are no essays and are left out. */
export function countItems(job: Pick<Job, 'items'>): ItemCounts {
  const counts = { waiting: 0, asked: 0, kept: 0, already: 0, failed: 0, unchosen: 0 };
  for (const { kind, state } of job.items) if (kind === 'essay') counts[state] += 1;
  return counts;
}
