import type { Outcome, Problem } from '../../../../lib/essay/outcome.ts';
import type { Archive } from '../../../../lib/harvest/archives.ts';
import type { PageCaptures } from '../../../../lib/harvest/page-captures.ts';
import type { ReadCapture } from '../../../../lib/queue/read-capture.ts';

/** What the list of captures needs of its surroundings. */
export interface CapturesWorld {
  readonly captures: (archive: Archive, address: string, signal: AbortSignal) => Promise<Outcome<PageCaptures>>;
  /** Fetches and reads a capture by the address of its bytes. */
  readonly read: (archive: Archive, address: string, signal: AbortSignal) => Promise<Outcome<ReadCapture>>;
  /** Ends what reads. */
  readonly close: () => void;
}

/** What is being done: nothing, the list is asked for, a capture is fetched, or the oldest one that holds the text is sought. */
export type CapturesDoing = 'nothing' | 'looking' | 'reading' | 'seeking';

/** The captures of one page as far as an archive was asked: each is fetched once, and all can be stopped. */
export function createCaptures(world: CapturesWorld) {
  let doing = $state<CapturesDoing>('nothing');
  let found = $state.raw<PageCaptures | null>(null);
  let problem = $state.raw<Problem | null>(null);
  let read = $state.raw<ReadonlyMap<string, ReadCapture>>(new Map());
  const held = { archive: null as Archive | null, stop: new AbortController() };

  /** Does one thing at a time; what was said of the last is gone. */
  async function within<T>(what: CapturesDoing, work: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<T | null> {
    if (doing !== 'nothing') return null;
    doing = what;
    problem = null;
    held.stop = new AbortController();
    const done = await work(held.stop.signal);
    doing = 'nothing';
    if (done.ok) return done.value;
    problem = done.problem;
    return null;
  }

  async function readOne(address: string, signal: AbortSignal): Promise<Outcome<ReadCapture>> {
    const known = read.get(address);
    if (known !== undefined) return { ok: true, value: known };
    if (held.archive === null || signal.aborted) return { ok: false, problem: { code: 'stopped' } };
    const got = await world.read(held.archive, address, signal);
    if (got.ok) read = new Map(read).set(address, got.value);
    return got;
  }

  return {
    get doing() {
      return doing;
    },
    get found() {
      return found;
    },
    get problem() {
      return problem;
    },
    /** What was read so far, by the address of its bytes. */
    get read() {
      return read;
    },
    /** Asks for the list; what was read of another archive is forgotten. */
    look: async (archive: Archive, address: string): Promise<void> => {
      const list = await within('looking', (signal) => world.captures(archive, address, signal));
      if (list === null) return;
      held.archive = archive;
      read = new Map();
      found = list;
    },
    /** Reads captures one after another; true when all were had. */
    readAll: async (addresses: readonly string[]): Promise<boolean> => {
      const all = await within('reading', async (signal) => {
        for (const address of addresses) {
          const got = await readOne(address, signal);
          if (!got.ok) return got;
        }
        return { ok: true, value: true };
      });
      return all === true;
    },
    /** Does `work` with what reads a capture; null where it came to nothing. */
    seek: <T>(work: (readOne: (address: string) => Promise<Outcome<ReadCapture>>) => Promise<Outcome<T>>) =>
      within('seeking', (signal) => work((address) => readOne(address, signal))),
    stop: () => held.stop.abort(),
    close: () => {
      held.stop.abort();
      world.close();
    },
  };
}
