import type { Collection } from '../collection/collection.ts';
import { getJob, listJobs, putJob, type StoredJob } from '../collection/jobs.ts';
import { hostOf } from '../queue-plan/host.ts';
import { type HostState, type Job, recoverJob } from '../queue-plan/job.ts';

/** The jobs that a worker holds: those that run, and those with an answer to come. The store follows them. */
export interface HeldJobs {
  /** Those that run or await an answer, in the order in which they were made: the first is served first. */
  readonly all: () => readonly StoredJob[];
  /** A held job, or a stored one, which is held then; null when there is none. */
  readonly get: (id: string) => Promise<StoredJob | null>;
  /** Takes the jobs that run from the store, as the last worker left them. Once in a worker's life, and after `loadAgain`. */
  readonly load: () => Promise<void>;
  /** Has them taken once more: some came into the store that no worker made. */
  readonly loadAgain: () => void;
  /**
   * Makes a step and stores it. False when it could not be stored: then the job is as before, or with `anyway` as after,
   * to be stored with the next step.
   */
  readonly step: (stored: StoredJob, anyway?: boolean) => Promise<boolean>;
  /** Tells all jobs how a host is: they share it. */
  readonly share: (host: string, state: HostState | undefined) => void;
}

interface Held extends StoredJob {
  /** The job as the store has it. */
  readonly saved: Job;
}

/** Holds the jobs of a collection. */
export function holdJobs(collection: Collection): HeldJobs {
  const held = new Map<string, Held>();
  const hosts = new Map<string, HostState>();
  const state = { loaded: false };

  const take = async (id: string): Promise<StoredJob | null> => {
    const stored = await getJob(collection, id);
    if (!stored.ok || stored.value === null) return null;
    const { job, facts } = stored.value;
    const mine = { job: withHosts(recoverJob(job), hosts), facts, saved: job };
    for (const [host, told] of Object.entries(mine.job.hosts)) hosts.set(host, told);
    held.set(id, mine);
    return mine;
  };

  const step = async (stored: StoredJob, anyway = false): Promise<boolean> => {
    const { id } = stored.job;
    const before = held.get(id);
    const put = await putJob(collection, before?.saved ?? stored.job, stored);
    if (!put.ok && !anyway) return false;
    if (put.ok && !(put.value && isActive(stored.job))) held.delete(id);
    else held.set(id, { ...stored, saved: put.ok ? stored.job : (before?.saved ?? stored.job) });
    return put.ok && put.value;
  };

  return {
    step,
    all: () =>
      [...held.values()]
        .filter(({ job }) => isActive(job))
        .sort((one, other) => (one.facts.madeAt < other.facts.madeAt ? -1 : 1)),
    get: async (id) => held.get(id) ?? (await take(id)),
    load: async () => {
      if (state.loaded) return;
      const rows = await listJobs(collection);
      if (!rows.ok) return;
      state.loaded = true;
      for (const { row, counts } of rows.value) {
        if ((row.state !== 'running' && counts.asked === 0) || held.has(row.id)) continue;
        const recovered = await take(row.id);
        if (recovered !== null) await step(recovered, true);
      }
    },
    loadAgain: () => void Object.assign(state, { loaded: false }),
    share: (host, told) => {
      if (told === undefined) return;
      hosts.set(host, told);
      for (const [id, one] of held) {
        if (one.job.items.some(({ address }) => hostOf(address) === host))
          held.set(id, { ...one, job: { ...one.job, hosts: { ...one.job.hosts, [host]: told } } });
      }
    },
  };
}

/** True for a job that asks for more, or that has an answer to come. */
const isActive = ({ state, items }: Job): boolean =>
  state === 'running' || items.some((item) => item.state === 'asked');

/** A job that was stored a while ago may know less of a host than another does. */
function withHosts(job: Job, hosts: ReadonlyMap<string, HostState>): Job {
  const newer = [...hosts].filter(([host, { notBefore }]) => notBefore > (job.hosts[host]?.notBefore ?? 0));
  return { ...job, hosts: { ...job.hosts, ...Object.fromEntries(newer) } };
}
