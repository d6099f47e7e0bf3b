import * as v from 'valibot';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import { attempt, type StorageProblem } from '../storage.ts';

/** Acts that take long: they end with the page that does them. */
const runningKinds = ['import', 'merge', 'unmerge', 'replace', 'clean', 'take-back', 'export', 'backup'] as const;
export type RunningKind = (typeof runningKinds)[number];

/** An act that takes long, as it is written down while it runs. */
export interface RunningAct {
  readonly id: string;
  readonly kind: RunningKind;
  /** The file that it reads or writes, '' for none. */
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Essays that are done, as was noted last, and of how many; 0 where nobody knows. */
  readonly done: number;
  readonly of: number;
  /** True once all of it is stored: then only its reader does not know. */
  readonly whole: boolean;
}

/** An act while it runs: what is written down of it, and how it ends. A note that cannot be stored stops no act. */
export interface Running {
  /** Aborted when the library is made anew under it: see `Stay`. */
  readonly anew: AbortSignal;
  /** Looks whether that is so, as an act does at its end. */
  readonly look: () => Promise<boolean>;
  /** Notes how many essays are done. */
  readonly note: (done: number) => Promise<unknown>;
  /** Notes that all is stored: to be called in the transaction that stores it, over `meta`. */
  readonly stored: (done: number) => Promise<unknown>;
  /** Ends it: its reader has been told. */
  readonly end: () => Promise<unknown>;
  /** Lets go of it before its reader was told: then it is told as one that was cut off. */
  readonly leave: () => Promise<unknown>;
}

type Meta = Pick<Collection, 'meta'>;

const PREFIX = 'running-act ';
const keyOf = (id: string): string => `${PREFIX}${id}`;
/** The lock that its page holds as long as it lives: browsers take it away with the page, however that ends. */
const lockOf = (id: string): string => `wencun ${keyOf(id)}`;

const shape = v.object({
  id: v.string(),
  kind: v.picklist(runningKinds),
  name: v.string(),
  startedAt: v.string(),
  done: v.number(),
  of: v.number(),
  whole: v.boolean(),
});

/** Writes down that an act has begun, so that it is told where its page ends before it. An act of the same id is begun anew. */
export async function beginAct(
  { meta, stay: beginStay }: Pick<Collection, 'meta' | 'stay'>,
  { kind, name = '', of = 0, id = crypto.randomUUID() }: Pick<RunningAct, 'kind'> & Partial<RunningAct>,
): Promise<Running> {
  const state: { act: RunningAct } = {
    act: { id, kind, name, of, startedAt: new Date().toISOString(), done: 0, whole: false },
  };
  const put = (act: RunningAct): Promise<unknown> => meta.put({ key: keyOf(id), value: act });
  const free = await hold(lockOf(id));
  await attempt(() => put(state.act));
  const stay = await beginStay();
  return {
    anew: stay.anew,
    look: stay.look,
    note: (done) => {
      state.act = { ...state.act, done };
      return attempt(() => put(state.act));
    },
    // Not remembered here: its transaction may fail yet.
    stored: (done) => put({ ...state.act, done, whole: true }),
    end: async () => {
      stay.end();
      await attempt(() => meta.delete(keyOf(id)));
      await free();
    },
    leave: async () => {
      stay.end();
      await free();
      // Whoever follows the acts looks again.
      await attempt(() => put(state.act));
    },
  };
}

/** The browser's locks, where it has any. */
const locksHere = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Takes a lock, where nobody has it yet; gives what lets it go. */
function hold(lock: string): Promise<() => Promise<unknown>> {
  const locks = locksHere();
  if (locks === undefined) return Promise.resolve(async () => undefined);
  return new Promise((resolve, reject) => {
    const wait = (free: () => void): void =>
      resolve(() => {
        free();
        return released;
      });
    const released = locks.request(lock, { ifAvailable: true }, () => new Promise<void>(wait));
    released.catch(reject);
  });
}

/** The acts whose page ended before them, the newest first. */
export function listCutOff({ meta }: Meta): Promise<Outcome<readonly RunningAct[], StorageProblem>> {
  return attempt(async () => {
    const rows = await meta.where('key').startsWith(PREFIX).toArray();
    const acts = rows.flatMap(({ value }) => (v.is(shape, value) ? [value] : []));
    if (acts.length === 0) return [];
    const { held = [] } = (await locksHere()?.query()) ?? {};
    const alive = new Set(held.map(({ name }) => name));
    return acts.filter(({ id }) => !alive.has(lockOf(id))).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  });
}

/** The reader has seen these. */
export async function forgetCutOff({ meta }: Meta, ids: readonly string[]): Promise<Outcome<void, StorageProblem>> {
  const gone = await attempt(() => meta.bulkDelete(ids.map(keyOf)));
  return gone.ok ? succeed(undefined) : fail(gone.problem.code, gone.problem.detail);
}
