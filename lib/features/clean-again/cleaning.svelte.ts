import type { CleaningPreview } from '../../clean-again/clean-again.ts';
import type { Running } from '../../collection/running/running-acts.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { oneByOne } from '../../import/one-by-one.ts';

/** How one essay is looked at, and cleaned again. */
export interface Cleaner {
  readonly preview: (id: string) => Promise<Outcome<CleaningPreview>>;
  /** Gives the way back. */
  readonly apply: (id: string) => Promise<Outcome<{ readonly undo: Undo }>>;
  /** Writes down that so many are about to be cleaned, or taken back. */
  readonly begin: (kind: 'clean' | 'take-back', of: number) => Promise<Running>;
  /** What was cleaned the last time, where some of these were among it. */
  readonly earlier: (ids: readonly string[]) => Promise<Earlier | null>;
}

/** A cleaning whose dialog is closed, with the way back of each essay that still is as it made it. */
export interface Earlier {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly undos: ReadonlyMap<string, Undo>;
}

type Undo = () => Promise<Outcome<{ readonly count: number }>>;

/** One that could not be cleaned, and the machine word of why. */
interface Failure {
  readonly id: string;
  readonly code: string;
}

/** What the dialog shows: looks first, cleans what is chosen when told, and stops when told. */
export function createCleaning(ids: readonly string[], { preview, apply, begin, earlier: readEarlier }: Cleaner) {
  let stage = $state<'looking' | 'ready' | 'working' | 'done' | 'undoing' | 'undone'>('looking');
  let done = $state(0);
  let of = $state(ids.length);
  let changed = $state.raw<readonly CleaningPreview[]>([]);
  let same = $state(0);
  let cleaned = $state(0);
  let failures = $state.raw<readonly Failure[]>([]);
  let undone = $state(0);
  let unreached = $state(0);
  let anew = $state(false);
  let earlier = $state.raw<Earlier | null>(null);
  const undos = new Map<string, Undo>();
  let left = $state.raw<ReadonlySet<string>>(new Set());
  let stop = new AbortController();
  let isLeft = false;

  /** An act is ended where its dialog is there to tell how it went. */
  async function settle(running: Running): Promise<unknown> {
    anew = await running.look();
    return isLeft ? running.leave() : running.end();
  }

  async function run(
    some: readonly string[],
    deed: (id: string) => Promise<Failure | null>,
    running?: Running,
  ): Promise<void> {
    stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, ...(running ? [running.anew] : [])]);
    [done, of] = [0, some.length];
    const onProgress = (now: number): void => {
      done = now;
    };
    const results = await oneByOne(some, deed, { signal, onProgress });
    unreached = some.length - results.length;
    failures = results.filter((result) => result !== null);
  }

  async function look(): Promise<void> {
    const found: CleaningPreview[] = [];
    await run(ids, async (id) => {
      const seen = await preview(id);
      if (!seen.ok) return { id, code: seen.problem.code };
      if (seen.value.same) same += 1;
      else found.push(seen.value);
      return null;
    });
    earlier = await readEarlier(ids);
    changed = found;
    stage = 'ready';
  }

  const chosen = (): readonly string[] => changed.map(({ id }) => id).filter((id) => !left.has(id));

  return {
    get stage() {
      return stage;
    },
    get done() {
      return done;
    },
    get of() {
      return of;
    },
    get changed() {
      return changed;
    },
    get same() {
      return same;
    },
    get cleaned() {
      return cleaned;
    },
    get undone() {
      return undone;
    },
    /** True when the library was made anew in its midst, which ended it. */
    get anew() {
      return anew;
    },
    /** Essays that it did not come to, since it was stopped. */
    get unreached() {
      return unreached;
    },
    /** The cleaning before, while it can be taken back. */
    get earlier() {
      return earlier;
    },
    get failures() {
      return failures;
    },
    get chosen() {
      return chosen();
    },
    look,
    /** Chooses an essay, or leaves it as it is. */
    choose(id: string, wanted: boolean): void {
      const next = new Set(left);
      if (wanted) next.delete(id);
      else next.add(id);
      left = next;
    },
    async clean(): Promise<void> {
      stage = 'working';
      const running = await begin('clean', chosen().length);
      const clean = async (id: string): Promise<Failure | null> => {
        const result = await apply(id);
        if (!result.ok) return { id, code: result.problem.code };
        undos.set(id, result.value.undo);
        cleaned += 1;
        await running.note(cleaned);
        return null;
      };
      await run(chosen(), clean, running);
      await settle(running);
      stage = 'done';
    },
    /** Makes the version before current again, of each that was cleaned. */
    async undo(): Promise<void> {
      stage = 'undoing';
      const running = await begin('take-back', undos.size);
      const takeBack = async (id: string): Promise<Failure | null> => {
        const result = await undos.get(id)?.();
        if (result?.ok === false) return { id, code: result.problem.code };
        if (result?.value.count === 0) return { id, code: 'no-essay' };
        undos.delete(id);
        undone += 1;
        await running.note(undone);
        return null;
      };
      await run([...undos.keys()], takeBack, running);
      await settle(running);
      stage = 'undone';
    },
    /** Takes the cleaning before back, of all essays that were in it. */
    undoEarlier(): Promise<void> {
      for (const [id, undo] of earlier?.undos ?? []) undos.set(id, undo);
      return this.undo();
    },
    stop: () => stop.abort(),
    /** Nobody looks on any more: it stops, and what was done by then is told where the library tells it. */
    leave(): void {
      isLeft = true;
      stop.abort();
    },
  };
}
