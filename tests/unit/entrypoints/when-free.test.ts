import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenFree } from '../../../entrypoints/background/when-free.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Holds a lock, as a background does that works on what it names or was stopped a moment ago. Gives what lets go. */
function holdLock(id: string): Promise<() => void> {
  return new Promise((held) => {
    void navigator.locks.request(id, () => new Promise<void>((letGo) => held(letGo)));
  });
}

it('work on a keep begins as soon as what a stopped background held is let go', async () => {
  const letGo = await holdLock('one');
  const work = vi.fn(async () => undefined);
  const done = whenFree('one', work);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).not.toHaveBeenCalled();
  letGo();
  await done;
  expect(work).toHaveBeenCalledOnce();
});

it('a keep that somebody works on for longer is left to them', async () => {
  const letGo = await holdLock('two');
  const work = vi.fn(async () => undefined);
  const done = whenFree('two', work);
  await vi.advanceTimersByTimeAsync(5_000);
  await done;
  letGo();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).not.toHaveBeenCalled();
});

it('what goes wrong in the work is told', async () => {
  await expect(whenFree('three', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
});
