import { addJob, getJob, type JobSummary, listJobs, type StoredJob } from '../collection/jobs.ts';
import type { StorageProblem } from '../collection/storage.ts';
import type { Outcome } from '../essay/outcome.ts';
import { succeed } from '../essay/outcome.ts';
import { mannersOf, type QueuePace, takeAnswer, takeKnown } from '../queue-plan/answer.ts';
import { type Choice, chooseItems } from '../queue-plan/choose.ts';
import { hostOf } from '../queue-plan/host.ts';
import {
  addItems,
  type HostState,
  type Item,
  isWithoutPermission,
  type Job,
  newJob,
  pauseJob,
  pauseWithoutPermission,
  resumeJob,
} from '../queue-plan/job.ts';
import { passByBytes } from '../queue-plan/known-bytes.ts';
import type { NewJob } from '../queue-plan/new-job.ts';
import { busyHosts, nextItem } from '../queue-plan/next-item.ts';
import { isFetchable } from '../queue-plan/wanted.ts';
import type { ServedPage } from './fetch-page.ts';
import { holdJobs } from './jobs-in-memory.ts';
import { type ItemKeeper, type ItemResult, keepItem } from './keep-item.ts';
import { knownItems, knownStates } from './known-items.ts';
import { factsOf, tellEnds } from './tell-ends.ts';

/** What the queue needs of the browser that it runs in. */
export interface QueueSurroundings extends ItemKeeper {
  /** Whether the reader has granted the host of an address. */
  readonly mayAsk: (address: string) => Promise<boolean>;
  readonly online: () => boolean;
  /** Told after each step what comes next. */
  readonly arrange: (next: Arrangement) => void;
  /** How fast a queue goes that is begun now; normally, where it is left out. */
  readonly pace?: () => Promise<QueuePace>;
  /** Told of queues that have ended now, of which the reader wants to know, and of how many ends the reader has not yet seen. */
  readonly ended?: (now: readonly JobSummary[], unseen: number) => Promise<void>;
}

/** What the queue waits for. Neither of the two: nothing runs. */
export interface Arrangement {
  /** When to call `wake` next; infinite when that is not a matter of time. */
  readonly time: number;
  /** True while an answer is awaited, after which the queue goes on by itself. */
  readonly busy: boolean;
}

/** The queues of a collection, worked on. */
export interface Queue {
  /** Goes on with all that runs. To be called when the worker starts, and whenever something may have become possible. */
  readonly wake: () => Promise<void>;
  readonly start: (wanted: NewJob) => Promise<Outcome<{ readonly id: string }, StorageProblem>>;
  /** Changes a job as the reader wants. */
  readonly change: (id: string, change: (job: Job) => Job) => Promise<void>;
  /** Takes in the reader's choice among what a job has found. */
  readonly choose: (id: string, choice: Choice) => Promise<void>;
  /** Tells anew how many ends are unseen, after the reader has looked at them. */
  readonly endsSeen: () => Promise<void>;
  /** Goes on with jobs that the second copy brought back, after the browser has lost the library. */
  readonly libraryMended: () => Promise<void>;
  /** Runs on what waited for a host to be granted. */
  readonly granted: () => Promise<void>;
}

/** Milliseconds until it is tried again, when the machine is offline or nothing can be written. */
const patience = 30_000;

/**
 * Works on the queues of a collection: one request at a time for each host. All that counts is in the store before it is
 * acted upon, so that a worker which is stopped at any moment is followed by one that goes on from there.
 */
export function createQueue(around: QueueSurroundings): Queue {
  const { collection, now, chance } = around;
  const jobs = holdJobs(collection);
  const fetched = new Map<string, ServedPage[]>();
  const inLine = oneAfterAnother();
  /** Ends are looked for at the start, and after each that came. */
  const ends = { due: true };

  const wake = (): Promise<void> => inLine(goOn);

  async function goOn(): Promise<void> {
    await jobs.load();
    const times = [Number.POSITIVE_INFINITY];
    const online = around.online();
    for (const { job } of jobs.all()) {
      if (online) times.push(await askFor(job.id));
      else if (job.state === 'running') times.push(now() + patience);
    }
    await tellOfEnds();
    around.arrange({ time: Math.min(...times), busy: jobs.all().some(({ job }) => busyHosts(job).size > 0) });
  }

  async function tellOfEnds(): Promise<void> {
    if (!ends.due || around.ended === undefined) return;
    ends.due = false;
    await tellEnds(collection, jobs, around.ended);
  }

  /** Asks for what a job may ask for now. Gives the time at which it may ask for more, infinite when that is not a matter of time. */
  async function askFor(id: string): Promise<number> {
    const denied = new Set<string>();
    for (;;) {
      const held = await jobs.get(id);
      if (held === null) return Number.POSITIVE_INFINITY;
      const stored = await withArchives(held);
      const busy = jobs.all().flatMap(({ job }) => [...busyHosts(job)]);
      const next = nextItem(stored.job, now(), new Set([...busy, ...denied]));
      if (next.kind === 'wait') return next.until;
      if (next.kind !== 'ask') {
        const idle = denied.size > 0 && busyHosts(stored.job).size === 0;
        if (idle) await jobs.step({ ...stored, job: pauseWithoutPermission(stored.job, denied) }, true);
        return Number.POSITIVE_INFINITY;
      }
      const { item } = next;
      if (!(await around.mayAsk(item.address))) denied.add(hostOf(item.address));
      else if (!(await passOver(stored, item)) && !(await ask(stored, next.job, item))) return now() + patience;
    }
  }

  /** A job with what is known of the archives that it asks: others may have asked them, or been refused. */
  async function withArchives(stored: StoredJob): Promise<StoredJob> {
    const { job } = stored;
    const first = job.items.find(({ state, others }) => state === 'waiting' && others !== undefined);
    const state = first === undefined ? null : await around.standing(first.address);
    if (first === undefined || state === null) return stored;
    const host = hostOf(first.address);
    const later = { ...stored, job: { ...job, hosts: { ...job.hosts, [host]: laterOf(job.hosts[host], state) } } };
    const resting = state.failures > 0 && state.notBefore > (job.hosts[host]?.notBefore ?? 0);
    // A rest that was asked for is told where the queue is looked at.
    if (resting) await jobs.step(later, true);
    return later;
  }

  /** True when the item, or this capture of it, is known: then it is not asked for, and neither are others of the job that are kept. */
  async function passOver(stored: StoredJob, item: Item): Promise<boolean> {
    const passed = passByBytes(stored.job, item.number);
    if (passed !== stored.job) return jobs.step({ ...stored, job: passed }, true);
    const { madeAt } = stored.facts;
    const { items } = stored.job;
    if ((await knownItems(collection, items.slice(item.number, item.number + 1), madeAt)).size === 0) return false;
    const known = await knownItems(collection, items, madeAt);
    // A worker that was stopped after keeping one may not have come to filing it; doing that twice changes nothing.
    for (const { as, essayId } of known.values()) if (as === 'kept') await around.kept?.(essayId, stored.facts.into);
    const job = takeKnown(stored.job, knownStates(known));
    ends.due ||= job.state === 'done';
    return jobs.step({ ...stored, job }, true);
  }

  /** Stores that an item is asked for, and asks. False when it cannot be stored: then it is not asked for. */
  async function ask(stored: StoredJob, asked: Job, item: Item): Promise<boolean> {
    if (!(await jobs.step({ ...stored, job: asked }))) return false;
    void work(asked.id, item, stored.facts);
    return true;
  }

  async function work(id: string, item: Item, facts: StoredJob['facts']): Promise<void> {
    const key = `${id} ${item.key}`;
    const pages = fetched.get(key) ?? [];
    fetched.set(key, pages);
    const result = await keepItem(around, item, facts, pages).catch(
      // The reader, or the document that it stood in, died under it.
      (): ItemResult => ({ answer: { kind: 'lost', reason: 'reader-lost' } }),
    );
    if (!(await inLine(() => take(id, item, result)))) fetched.delete(key);
    await wake();
  }

  /** Takes in what became of an item. True when it will be asked for again at the same address. */
  async function take(id: string, item: Item, { answer, wanted = [], rows, stuck }: ItemResult): Promise<boolean> {
    const stored = await jobs.get(id);
    if (stored === null) return false;
    const { job: before, facts } = stored;
    const more = addItems(
      before,
      wanted.filter(({ address }) => isFetchable(address)),
    );
    const added = more.items.slice(before.items.length);
    const known = takeKnown(
      more,
      added.length === 0 ? new Map() : knownStates(await knownItems(collection, added, facts.madeAt)),
    );
    const answered = takeAnswer(known, item.number, answer, now(), chance(), facts.manners);
    const job = stuck ? pauseJob(answered) : answered;
    ends.due ||= job.state === 'done';
    await jobs.step({ job, facts: rows === undefined ? facts : { ...facts, rows } }, true);
    const host = hostOf(item.address);
    jobs.share(host, job.hosts[host]);
    const after = job.items[item.number];
    return job.state !== 'stopped' && after?.state === 'waiting' && after.address === item.address;
  }

  return {
    wake,
    start: ({ id = crypto.randomUUID(), kind, title, address, wanted, rows, choosing, wishes }) =>
      inLine(async () => {
        if ((await jobs.get(id)) !== null) return succeed({ id });
        const madeAt = new Date(now()).toISOString();
        const ofCaptures = wanted.some(({ others }) => others !== undefined);
        const manners = mannersOf((await around.pace?.()) ?? 'normal', ofCaptures);
        const facts = { kind, title, address, madeAt, rows, manners, ...factsOf(wishes) };
        const job = newJob(id, wanted, choosing);
        const known = takeKnown(job, knownStates(await knownItems(collection, job.items, madeAt)));
        const added = await addJob(collection, { job: known, facts });
        if (!added.ok) return added;
        ends.due ||= known.state === 'done';
        await jobs.get(id);
        void wake();
        return succeed({ id });
      }),
    change: async (id, change) => {
      await inLine(async () => {
        const stored = await jobs.get(id);
        if (stored !== null) await jobs.step({ ...stored, job: change(stored.job) }, true);
      });
      await wake();
    },
    choose: async (id, choice) => {
      await inLine(async () => {
        const stored = await jobs.get(id);
        if (stored === null) return;
        const { notice: _before, ...facts } = stored.facts;
        const job = chooseItems(stored.job, choice);
        ends.due ||= job.state === 'done';
        await jobs.step({ job, facts: { ...facts, ...factsOf(choice) } }, true);
      });
      await wake();
    },
    endsSeen: () => {
      ends.due = true;
      return wake();
    },
    libraryMended: () => {
      jobs.loadAgain();
      return wake();
    },
    granted: async () => {
      await inLine(async () => {
        const rows = await listJobs(collection);
        for (const { row } of rows.ok ? rows.value.filter((one) => one.row.state === 'paused') : []) {
          const stored = await getJob(collection, row.id);
          const items = stored.ok ? (stored.value?.job.items.filter(isWithoutPermission) ?? []) : [];
          // One of each host: what was granted may not be the first that is waited for.
          const hosts = new Map(items.map(({ address }) => [hostOf(address), address]));
          const may = await Promise.all([...hosts.values()].map(around.mayAsk));
          const held = may.includes(true) ? await jobs.get(row.id) : null;
          if (held !== null) await jobs.step({ ...held, job: resumeJob(held.job) }, true);
        }
      });
      await wake();
    },
  };
}

const laterOf = (one: HostState | undefined, other: HostState): HostState =>
  one !== undefined && one.notBefore > other.notBefore ? one : other;

/** Runs tasks one after another, whichever part asks for them. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  const state: { last: Promise<unknown> } = { last: Promise.resolve() };
  return (work) => {
    const done = state.last.then(work, work);
    state.last = done;
    return done;
  };
}
