import type { Outcome } from '../essay/outcome.ts';
import { countItems, type Item, type ItemCounts, type Job, mostItems } from '../queue-plan/job.ts';
import { readableRow, readableRows } from './checked/check-row.ts';
import { DAMAGED_ITEM } from './checked/mends.ts';
import type { Collection } from './collection.ts';
import type { JobItemRow, JobRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** A job as lists show it. */
export interface JobSummary {
  readonly row: JobRow;
  /** Its essays by their state; list pages are left out. */
  readonly counts: ItemCounts;
}

/** What a job's row has beside the queue itself. */
export type JobFacts = Omit<JobRow, keyof Job | 'counts'>;

/** A job as it is stored: the queue, and what it is of. */
export interface StoredJob {
  readonly job: Job;
  readonly facts: JobFacts;
}

/** All jobs, newest first. */
export function listJobs({ jobs }: Collection): Promise<Outcome<readonly JobSummary[], StorageProblem>> {
  return attempt(async () => {
    return readableRows('jobs', await jobs.toArray())
      .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
      .map((row) => ({ row, counts: { unchosen: 0, ...row.counts } }));
  });
}

/** The items of a job in order: essays as they stand in the column, and between them the list pages that name them. */
export function listJobItems(
  { jobItems }: Collection,
  id: string,
): Promise<Outcome<readonly JobItemRow[], StorageProblem>> {
  return attempt(async () => itemsInOrder(id, await itemsOf(jobItems, id).toArray()));
}

/** A job with all its items; null when there is none of this id. */
export function getJob({ jobs, jobItems }: Collection, id: string): Promise<Outcome<StoredJob | null, StorageProblem>> {
  return attempt(async () => {
    const row = readableRow('jobs', await jobs.get(id));
    if (row === null) return null;
    const { state, hosts, choosing, years, counts: _counts, id: _id, ...facts } = row;
    const rows = itemsInOrder(id, await itemsOf(jobItems, id).toArray());
    const items = rows.map(({ job: _job, ...item }): Item => item);
    return { job: { id, state, hosts, items, ...(choosing && { choosing }), ...(years && { years }) }, facts };
  });
}

/** Stores a new job, its row and its items together. */
export function addJob(collection: Collection, stored: StoredJob): Promise<Outcome<void, StorageProblem>> {
  const { jobs, jobItems } = collection;
  return attempt(() =>
    collection.transaction('rw', [jobs, jobItems], async () => {
      await jobs.add(rowOf(stored));
      await jobItems.bulkAdd(changedItems(stored.job));
    }),
  );
}

/**
 * Stores a step of a job in one transaction: its row, and of its items those that are not the ones of `before`. Gives
 * false, and stores nothing, when the job was forgotten meanwhile.
 */
export function putJob(
  collection: Collection,
  before: Job,
  stored: StoredJob,
): Promise<Outcome<boolean, StorageProblem>> {
  const { jobs, jobItems } = collection;
  return attempt(() =>
    collection.transaction('rw', [jobs, jobItems], async () => {
      if ((await jobs.get(stored.job.id)) === undefined) return false;
      await jobs.put(rowOf(stored));
      await jobItems.bulkPut(changedItems(stored.job, before));
      return true;
    }),
  );
}

/** True for a queue that has ended, of which the reader wanted to be told, and whose end was not looked at. */
export const isUnseenEnd = ({ row }: JobSummary): boolean => row.state === 'done' && row.notice === 'told';

/** Notes that the reader has seen the end of these jobs, of which they wanted to be told. */
export function seeEnds({ jobs }: Collection, ids: readonly string[]): Promise<Outcome<void, StorageProblem>> {
  return attempt(async () => {
    await jobs
      .where('id')
      .anyOf(ids)
      .modify((row) => {
        if (row.notice === 'told') Object.assign(row, { notice: 'seen' });
      });
  });
}

/** Forgets a job that has ended; what it kept stays. One that has not ended stays too. */
export function forgetJob(collection: Collection, id: string): Promise<Outcome<void, StorageProblem>> {
  const { jobs, jobItems } = collection;
  return attempt(() =>
    collection.transaction('rw', [jobs, jobItems], async () => {
      const state = (await jobs.get(id))?.state;
      if (state !== 'stopped' && state !== 'done') return;
      await jobs.delete(id);
      await itemsOf(jobItems, id).delete();
    }),
  );
}

const itemsOf = (jobItems: Collection['jobItems'], id: string) =>
  jobItems.where('[job+number]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]);

/** The items of a job, each at the place of its number: one that is lost or cannot be read stands as failed. */
function itemsInOrder(job: string, rows: readonly unknown[]): readonly JobItemRow[] {
  const items = new Map(readableRows('jobItems', rows).map((item) => [item.number, item]));
  const last = Math.max(-1, ...items.keys());
  // No job has more: a number beyond is damaged too.
  return Array.from(
    { length: Math.min(last + 1, mostItems) },
    (_, number) => items.get(number) ?? mendedItem(job, number),
  );
}

const mendedItem = (job: string, number: number): JobItemRow => ({
  job,
  number,
  kind: 'essay',
  address: '',
  key: `${DAMAGED_ITEM} ${number}`,
  title: '',
  date: null,
  state: 'failed',
  tries: 0,
  reason: DAMAGED_ITEM,
});

const rowOf = ({ job, facts }: StoredJob): JobRow => {
  const { items: _items, ...head } = job;
  return { ...facts, ...head, counts: countItems(job) };
};

const changedItems = (job: Job, before?: Job): JobItemRow[] =>
  job.items.filter((item) => before?.items[item.number] !== item).map((item) => ({ ...item, job: job.id }));
