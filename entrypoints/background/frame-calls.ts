import { browser } from 'wxt/browser';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { CLIPPER } from '../clip/contract.ts';

/** Milliseconds that a frame may take. */
export const FRAME_PATIENCE = {
  /** To say that it is there: one that does not is left out. */
  presence: 1_000,
  /** To say what it shows, its own waiting for a document that is still coming in and for the site's answer among it. */
  survey: 6_000,
  /** To be read for the popup. */
  summary: 10_000,
  /** To be taken: fifty pages of a slow site, each fetched. */
  take: 600_000,
} as const;

/** A frame that is there. */
export interface PresentFrame {
  readonly frameId: number;
  /** True when the clipper was put into it before. */
  readonly hasClipper: boolean;
}

/** The value, or null when it takes longer, or fails. */
export function within<T>(patience: number, promise: PromiseLike<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    promise.then(resolve, () => resolve(null)).then(() => clearTimeout(timer));
  });
}

/**
 * The frames of a tab that answer at once, whatever they still load. Where the browser cannot say so for all of them in time,
 * because one is held up, those that are named. Fails when the browser lets us into none; the detail is its own words.
 */
export async function presentFrames(
  tabId: number,
  named: readonly number[],
): Promise<Outcome<readonly PresentFrame[], 'no-access' | 'no-answer'>> {
  const failures: string[] = [];
  const ask = async (target: { tabId: number; allFrames: true } | { tabId: number; frameIds: number[] }) => {
    const asked = browser.scripting.executeScript({ target, func: isThere, args: [CLIPPER], injectImmediately: true });
    asked.catch((error: unknown) => failures.push(String(error)));
    const results = await within(FRAME_PATIENCE.presence, asked);
    return results?.map(({ frameId, result }) => ({ frameId, hasClipper: result === true })) ?? null;
  };
  const all = await ask({ tabId, allFrames: true });
  if (all !== null) return succeed(all);
  const [failure] = failures;
  if (failure !== undefined) return fail('no-access', failure);
  const each = await Promise.all(named.map((frameId) => ask({ tabId, frameIds: [frameId] })));
  const there = each.flatMap((frames) => frames ?? []);
  return there.length === 0 ? fail('no-answer') : succeed(there);
}

/** Puts a script of ours into a frame, at once. False when that takes too long, or the frame is gone. */
export async function inject(tabId: number, frameId: number, file: '/clip.js' | '/column.js'): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  const injected = browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
  return (await within(FRAME_PATIENCE.presence, injected)) !== null;
}

/** A call of what was injected in a frame. */
export interface FrameCall {
  readonly tabId: number;
  readonly frameId: number;
  /** Name under which the script put its functions. */
  readonly injected: string;
  readonly name: string;
  readonly args: readonly unknown[];
  /** In milliseconds. */
  readonly patience: number;
}

/** What a call gives; null when the frame is gone, or takes too long. */
export async function callInFrame({ tabId, frameId, injected, name, args, patience }: FrameCall): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  const called = browser.scripting.executeScript({
    target,
    func: call,
    args: [injected, name, [...args]],
    injectImmediately: true,
  });
  return (await within(patience, called))?.[0]?.result ?? null;
}

/** Runs in the frame: the browser carries over its source, so it may use nothing from outside of itself. */
function call(injected: string, name: string, args: unknown[]): unknown {
  const functions = Reflect.get(globalThis, injected) as Record<string, (...args: unknown[]) => unknown> | undefined;
  return functions?.[name]?.(...args) ?? null;
}

/** Runs in the frame too. */
function isThere(injected: string): boolean {
  return Reflect.has(globalThis, injected);
}
