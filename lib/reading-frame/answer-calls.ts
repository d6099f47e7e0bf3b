import { withoutBytes } from './bytes-at-home.ts';
import type { FrameCalls, ReadingAnswer, ReadingCall } from './calls.ts';
import type { Readers } from './readers.ts';

/**
 * Answers calls one after another, in the order in which they come: whoever waits for the first answer knows which page the frame is at. Runs
 * inside the frame.
 */
export function answerCalls(port: MessagePort, { files, served, stored }: Readers): void {
  const calls: FrameCalls = {
    ...files,
    ...served,
    stored,
    async take(page, wishes) {
      const taken = await files.take(page, wishes);
      return taken && withoutBytes(taken, page);
    },
  };
  const state = { turn: Promise.resolve() as Promise<unknown> };
  const answer = async ({ id, name, given }: ReadingCall): Promise<void> => {
    const call = calls[name] as (...given: readonly unknown[]) => Promise<unknown>;
    const answered: ReadingAnswer = await call(...given).then(
      (value) => ({ id, value }),
      (error: unknown) => ({ id, error: String(error) }),
    );
    port.postMessage(answered);
  };
  port.onmessage = ({ data }: MessageEvent<ReadingCall>) => {
    state.turn = state.turn.then(() => answer(data));
  };
}
