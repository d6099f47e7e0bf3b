import { browser } from 'wxt/browser';
import type { Asked } from '../../../lib/collection/journal/journal.ts';
import type { Outcome } from '../../../lib/essay/outcome.ts';
import type { KeepProblem } from '../../../lib/messages/protocol.ts';
import { FRAME_PATIENCE } from '../frame-calls.ts';
import { stillThere } from './still-there.ts';

/** Milliseconds that a page may take to be there again, and between two looks at it. */
const LOADING = 10_000;
const LOOK = 200;

/** True where nothing answered any more: the page went away under our hands, or hangs. */
export const hasVanished = (outcome: Outcome<unknown, KeepProblem>): boolean =>
  !outcome.ok && (outcome.problem.code === 'no-answer' || outcome.problem.code === 'tab-gone');

/** The same, or the browser lets us into none of its frames: what it says of a page that is just being replaced too. */
const mayComeBack = (outcome: Outcome<unknown, KeepProblem>): boolean =>
  hasVanished(outcome) || (!outcome.ok && outcome.problem.code === 'cannot-be-read');

/**
 * Works on a page, and once more where it was loaded anew meanwhile, as by a reader who reloads it right after the keys: the same tab with the
 * same address is still what was meant. A page that hangs, of which nothing is heard for a second, is not asked again.
 */
export async function onceMoreWhereLoadedAnew<T>(
  work: () => Promise<Outcome<T, KeepProblem>>,
  asked: Asked,
  runNow: () => Promise<string>,
): Promise<Outcome<T, KeepProblem>> {
  const began = performance.now();
  const first = await work();
  const atOnce = performance.now() - began < FRAME_PATIENCE.presence;
  return mayComeBack(first) && atOnce && (await isThereAgain(asked, await runNow())) ? work() : first;
}

async function isThereAgain(asked: Asked, runNow: string): Promise<boolean> {
  for (const end = performance.now() + LOADING; performance.now() < end; ) {
    const tab = await browser.tabs.get(asked.tabId).catch(() => null);
    if (tab?.status !== 'loading') return stillThere(asked, runNow);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return false;
}
