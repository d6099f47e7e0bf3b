import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilQuiet } from '../../../entrypoints/library/until-quiet.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page, and what has waited until it was quiet. */
function waitingFor(quiet: number, latest: number) {
  const page = new EventTarget();
  const { wait, stop } = untilQuiet(page, quiet, latest);
  const ended = vi.fn();
  const type = (): boolean => page.dispatchEvent(new Event('input'));
  return { type, stop, ended, wait: () => void wait().then(ended) };
}

it('waits for nobody where nothing is done', async () => {
  const { wait, ended } = waitingFor(3000, 60_000);
  wait();
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalled();
});

it('waits until the last act is a while ago', async () => {
  const { type, wait, ended } = waitingFor(3000, 60_000);
  type();
  wait();
  await vi.advanceTimersByTimeAsync(2000);
  type();
  await vi.advanceTimersByTimeAsync(2999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalled();
});

it('waits no longer than it may where acts never end', async () => {
  const { type, wait, ended } = waitingFor(3000, 10_000);
  type();
  wait();
  for (let second = 1; second < 10; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    type();
  }
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ended).toHaveBeenCalled();
});

it('hears nothing more once it is stopped', async () => {
  const { type, stop, wait, ended } = waitingFor(3000, 60_000);
  stop();
  type();
  wait();
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalled();
});
