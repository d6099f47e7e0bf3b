import { performance } from 'node:perf_hooks';

/** What runs between two calls of `take`. */
export interface Hits {
  /** Ids of the mutants whose place was reached. */
  readonly mutants: readonly number[];
  /** Paths of the modules of which a function ran. */
  readonly modules: readonly string[];
}

/** The switches of one worker. */
export interface Switchboard {
  /** Turns one mutant on, or all off. */
  turnOn(id: number | null): void;
  /** Milliseconds that the code may run from now on; a mutant that loops is thrown out of its loop. */
  allow(milliseconds: number): void;
  /** Whether to take note of what runs from now on: it costs more than the switches do. */
  note(wanted: boolean): void;
  /** What ran since the last call. */
  take(): Hits;
}

/** Calls between two looks at the clock. */
const betweenLooks = 4096;

/**
 * Puts the globals that instrumented modules call (see instrument.ts) and gives their switchboard. The clock is held
 * from the start, since tests put false clocks in its place.
 */
export function installSwitchboard(): Switchboard {
  const now = performance.now.bind(performance);
  const mutants = new Set<number>();
  const modules = new Set<string>();
  let active: number | null = null;
  let deadline = Number.POSITIVE_INFINITY;
  let calls = 0;
  let noting = false;

  const lookAtClock = (): void => {
    calls += 1;
    if (calls % betweenLooks === 0 && now() > deadline) throw new Error('The mutant does not end.');
  };
  Object.assign(globalThis, {
    __mutant(id: number): boolean {
      if (active === null) {
        if (noting) mutants.add(id);
        return false;
      }
      lookAtClock();
      return id === active;
    },
    __entered(module: string): void {
      if (active !== null) lookAtClock();
      else if (noting) modules.add(module);
    },
  });

  return {
    turnOn(id) {
      active = id;
    },
    note(wanted) {
      noting = wanted;
    },
    allow(milliseconds) {
      deadline = now() + milliseconds;
    },
    take() {
      const hits = { mutants: [...mutants], modules: [...modules] };
      mutants.clear();
      modules.clear();
      return hits;
    },
  };
}
