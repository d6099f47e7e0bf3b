import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { isAnyUncopied } from '../../../lib/collection/copy/any-uncopied.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { foldCopy } from '../../../lib/collection/copy/fold-copy.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { followWrites, restsBeside } from '../../../lib/collection/telling/give-way.ts';
import { emptyCollection } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds that a rest takes by the clock of the test. */
async function lengthOf(rest: Promise<void>): Promise<number> {
  const began = performance.now();
  const ended = { at: -1 };
  void rest.then(() => {
    ended.at = performance.now();
  });
  await vi.advanceTimersByTimeAsync(60_000);
  return ended.at - began;
}

it('rests four times as long as the work took, where nothing is written', async () => {
  vi.useFakeTimers();
  const rest = restsBeside(() => Number.NEGATIVE_INFINITY);
  expect(await lengthOf(rest(50))).toBe(200);
  expect(await lengthOf(rest(0))).toBe(0);
});

it('rests until nothing was written for a second', async () => {
  vi.useFakeTimers();
  const written = { at: performance.now() };
  const rest = restsBeside(() => written.at);
  expect(await lengthOf(rest(100))).toBe(1_000);
  expect(await lengthOf(rest(100))).toBe(400);
  written.at = performance.now();
  // Written once more, while it rests.
  setTimeout(() => {
    written.at = performance.now();
  }, 700);
  expect(await lengthOf(rest(100))).toBe(1_700);
});

it('goes on after half a minute of waiting for quiet, however much is written', async () => {
  vi.useFakeTimers();
  const rest = restsBeside(() => performance.now());
  expect(await lengthOf(rest(100))).toBe(30_400);
  expect(await lengthOf(rest(100))).toBe(400);
  // Another run has patience of its own.
  expect(await lengthOf(restsBeside(() => performance.now())(0))).toBe(30_000);
});

it('hears of what is kept, before and after all was copied, and not of its being copied', async () => {
  const collection = emptyCollection();
  const told = vi.fn();
  const left: boolean[] = [];
  followWrites(collection).follow(told);
  // Asked after the other, it hears of each change after it.
  observe(
    () => isAnyUncopied(collection),
    (waiting) => left.push(waiting),
  );
  const isLeft = (waiting: boolean): Promise<void> => vi.waitFor(() => expect(left.at(-1)).toBe(waiting));
  for (const n of [1, 2, 3]) {
    await isLeft(false);
    await keepEssay(collection, numberedKeeping(n));
    await isLeft(true);
    await copyChanges(collection, memoryFolder());
  }
  await isLeft(false);
  expect(told).toHaveBeenCalledTimes(left.filter((waiting) => waiting).length);
  collection.close();
});

it('rests after each fold of the second copy, and not where there is nothing to fold', async () => {
  const [collection, folder] = [emptyCollection(), memoryFolder()];
  const rest = vi.fn(async () => undefined);
  await foldCopy(collection, folder, rest);
  expect(rest).not.toHaveBeenCalled();
  for (let n = 0; n < 64; n += 1) {
    await keepEssay(collection, numberedKeeping(n));
    await copyChanges(collection, folder);
  }
  await foldCopy(collection, folder, rest);
  expect(rest).toHaveBeenCalledTimes(2);
  collection.close();
});
