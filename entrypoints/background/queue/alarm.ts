import { browser } from 'wxt/browser';
import type { Arrangement } from '../../../lib/queue/run-queue.ts';

/** Soonest that the browser wakes a stopped worker by an alarm, and longest that a worker waits awake, in milliseconds. */
const soonest = 30_000;
/** Chrome stops a worker after 30 seconds without a call of its API. */
const pulse = 20_000;

/**
 * Keeps the time of a queue, by an alarm of its name. Short waits are waited for by a worker that is kept awake; for long ones it may be stopped,
 * and the alarm wakes it, as it does when the worker was stopped against our will. The listener is to be added when the
 * worker starts.
 */
export function createAlarm(alarm: string, wake: () => Promise<void>): (next: Arrangement) => void {
  const timers: { wait?: ReturnType<typeof setTimeout>; pulse?: ReturnType<typeof setInterval> } = {};
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void wake();
  });
  return ({ time, busy }) => {
    clearTimeout(timers.wait);
    clearInterval(timers.pulse);
    if (!busy && time === Number.POSITIVE_INFINITY) return void browser.alarms.clear(alarm);
    const wait = time - Date.now();
    void browser.alarms.create(alarm, { when: Date.now() + Math.max(soonest, busy ? 0 : wait) });
    if (wait < soonest) timers.wait = setTimeout(() => void wake(), Math.max(0, wait));
    if (busy || wait < soonest) timers.pulse = setInterval(() => void browser.runtime.getPlatformInfo(), pulse);
  };
}
