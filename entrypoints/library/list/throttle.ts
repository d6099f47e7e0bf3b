/** Milliseconds between the end of one run and the start of the next, at least. */
const REST = 300;

/** And at least so many times as long as the run took, so that a big collection leaves others most of the time as well. */
const TIMES = 3;

/** What can be asked for any number of times. */
export interface Throttled {
  /** Runs at once when there was rest enough, else once when there was, however often it is asked for meanwhile. */
  readonly ask: () => void;
  /** Lets go what was asked for and has not run. */
  readonly stop: () => void;
}

/** Makes of something that must follow changes something that many changes in a row do not keep running. `run` never rejects. */
export function throttle(run: () => Promise<void>, now: () => number = () => performance.now()): Throttled {
  const state = { running: false, wanted: false, stopped: false, notBefore: Number.NEGATIVE_INFINITY };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = async (): Promise<void> => {
    timer = undefined;
    state.running = true;
    state.wanted = false;
    const started = now();
    await run();
    const ended = now();
    state.notBefore = ended + Math.max(REST, (ended - started) * TIMES);
    state.running = false;
    if (state.wanted) ask();
  };
  const ask = (): void => {
    state.wanted = true;
    if (state.stopped || state.running || timer !== undefined) return;
    const wait = state.notBefore - now();
    if (wait <= 0) void start();
    else timer = setTimeout(() => void start(), wait);
  };
  return {
    ask,
    stop: () => {
      state.stopped = true;
      clearTimeout(timer);
    },
  };
}
