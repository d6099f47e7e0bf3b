import { TookTooLong } from '../essay/outcome.ts';
import type { FrameCalls, ReadingAnswer, ReadingCall } from './calls.ts';

/** A frame that is there, seen from outside. */
export interface OpenFrame {
  readonly port: Pick<MessagePort, 'postMessage' | 'onmessage'>;
  /** Ends the frame and whatever it is at. */
  readonly end: () => void;
}

/** Milliseconds that reading one page may take; a book takes some seconds on a slow machine. */
const PATIENCE = 20_000;

/** Frames that one page may cost: the second shows that it was not what came before. */
const TRIES = 2;

/** A call that waits for its answer. */
interface Waiting {
  readonly asked: ReadingCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  tries: number;
}

/** Calls to a frame, and the end of it. */
export interface AskedFrame {
  readonly ask: <Name extends keyof FrameCalls>(
    name: Name,
    ...given: Parameters<FrameCalls[Name]>
  ) => Promise<Awaited<ReturnType<FrameCalls[Name]>>>;
  /** Ends the frame; the next call opens another. What still waits is given up. */
  readonly close: () => void;
}

/**
 * Asks a frame, which works one call after another. One that does not answer in time is ended, and the page that it was at is given to a
 * new one; what ends that too rejects with `TookTooLong`, and the others go on. A frame that cannot be opened rejects what waits.
 */
export function askFrame(open: () => Promise<OpenFrame>, patience = PATIENCE): AskedFrame {
  const state = {
    frame: null as OpenFrame | null,
    opening: false,
    calls: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  };
  // In the order in which the frame takes them: the first is what it is at.
  const waiting = new Map<number, Waiting>();

  const watch = (): void => {
    clearTimeout(state.timer);
    state.timer = waiting.size > 0 ? setTimeout(giveUp, patience) : undefined;
  };
  const end = (): void => {
    state.frame?.end();
    state.frame = null;
  };
  const settle = ({ data }: { readonly data: ReadingAnswer }): void => {
    const call = waiting.get(data.id);
    if (call === undefined) return;
    waiting.delete(data.id);
    watch();
    if ('error' in data) call.reject(new Error(data.error));
    else call.resolve(data.value);
  };
  const start = async (): Promise<void> => {
    if (state.opening || waiting.size === 0) return;
    state.opening = true;
    try {
      const frame = await open();
      frame.port.onmessage = settle;
      state.frame = frame;
      for (const { asked } of waiting.values()) frame.port.postMessage(asked);
      watch();
    } catch (error) {
      const failed = [...waiting.values()];
      waiting.clear();
      for (const { reject } of failed) reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      state.opening = false;
    }
  };
  const giveUp = (): void => {
    end();
    const [first] = waiting.values();
    if (first !== undefined) {
      first.tries += 1;
      if (first.tries >= TRIES) {
        waiting.delete(first.asked.id);
        first.reject(new TookTooLong('The page took too long to read.'));
      }
    }
    void start();
  };

  return {
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        state.calls += 1;
        const asked = { id: state.calls, name, given };
        const first = waiting.size === 0;
        waiting.set(asked.id, { asked, resolve: (value) => resolve(value as never), reject, tries: 0 });
        if (state.frame === null) void start();
        else {
          state.frame.port.postMessage(asked);
          if (first) watch();
        }
      }),
    close() {
      clearTimeout(state.timer);
      end();
      const left = [...waiting.values()];
      waiting.clear();
      for (const { reject } of left) reject(new Error('The frame was closed.'));
    },
  };
}
