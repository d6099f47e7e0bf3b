import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenAtRest } from '../../../lib/essay/when-at-rest.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const rest = { quiet: 1000, latest: 5000 };

it('works once nothing has changed for a while, and not before', () => {
  const work = vi.fn();
  const waiting = whenAtRest(work, rest);
  waiting.changed();
  vi.advanceTimersByTime(999);
  waiting.changed();
  vi.advanceTimersByTime(999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledOnce();
});

it('works in time however much changes, and then counts anew', () => {
  const work = vi.fn();
  const waiting = whenAtRest(work, rest);
  for (let at = 0; at < 99; at += 1) {
    waiting.changed();
    vi.advanceTimersByTime(100);
  }
  // From the first change at 0 to that at 5,000, and from there to 9,900.
  expect(work).toHaveBeenCalledOnce();
});

it('waits while it is held, and goes on with the next change', () => {
  const work = vi.fn();
  const waiting = whenAtRest(work, rest);
  waiting.changed();
  waiting.hold();
  vi.advanceTimersByTime(60_000);
  expect(work).not.toHaveBeenCalled();
  waiting.changed();
  // It has waited for longer than it may.
  vi.advanceTimersByTime(0);
  expect(work).toHaveBeenCalledOnce();
});
