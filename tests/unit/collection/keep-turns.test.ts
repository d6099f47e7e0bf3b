import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { keepEssay, keepEssays, keepSoon } from '../../../lib/collection/keep/keep-essay.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const asking = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const;
const writing = ['add', 'put', 'delete'] as const;

/** Counts the turns to the database that wait for one another: requests that are asked for after the answer to others. */
function watchTurns(): { readonly turns: () => number } {
  const state = { answered: 0, most: 0 };
  const watch = (owner: object, names: readonly string[]): void => {
    for (const name of names) {
      const real = Reflect.get(owner, name);
      vi.spyOn(owner as Record<string, () => IDBRequest>, name).mockImplementation(function (
        this: unknown,
        ...given: unknown[]
      ) {
        const request: IDBRequest = Reflect.apply(real, this, given);
        const turn = state.answered + 1;
        state.most = Math.max(state.most, turn);
        request.addEventListener('success', () => {
          state.answered = Math.max(state.answered, turn);
        });
        return request;
      });
    }
  };
  watch(IDBObjectStore.prototype, [...asking, ...writing]);
  watch(IDBIndex.prototype, asking);
  return { turns: () => state.most };
}

afterEach(() => void vi.restoreAllMocks());

it('keeps an essay in two turns: all that it reads at once, and all that it writes', async () => {
  const collection = emptyCollection();
  for (let at = 0; at < 20; at += 1) await keepEssay(collection, numberedKeeping(at));
  const watched = watchTurns();
  expectValue(await keepEssay(collection, numberedKeeping(20)));
  expect(watched.turns()).toBe(2);
});

it('asks no list of near-duplicates before an essay that is kept by itself is told as kept', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, numberedKeeping(0));
  const watched = watchTurns();
  const lists = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  expectValue(await keepSoon(collection, numberedKeeping(1)));
  expect(watched.turns()).toBe(2);
  expect(lists).not.toHaveBeenCalled();
});

it('writes no more than ten rows before an essay that is kept by itself is told as kept', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, numberedKeeping(0));
  const written: string[] = [];
  for (const name of ['add', 'put'] as const) {
    const real = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given) {
      written.push(this.name);
      return Reflect.apply(real, this, given);
    });
  }
  expectValue(await keepSoon(collection, numberedKeeping(1)));
  // Of `meta` the ledger's state, the newest rows, and those that wait for their fingerprints.
  expect(written.toSorted()).toEqual([
    'bodies',
    'captures',
    'essays',
    'ledger',
    'meta',
    'meta',
    'meta',
    'originals',
    'uncopied',
  ]);
});

it('keeps many in as few', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, numberedKeeping(0));
  const watched = watchTurns();
  for (const kept of await keepEssays(
    collection,
    [1, 2, 3, 4].map((at) => numberedKeeping(at)),
  ))
    expectValue(kept);
  expect(watched.turns()).toBe(2);
});

it('stamps what it keeps with one turn more', async () => {
  const collection = emptyCollection();
  await keepEssay(collection, numberedKeeping(0));
  await turnSyncOn(collection, 'device000000', '办公室');
  await keepEssay(collection, numberedKeeping(1));
  const watched = watchTurns();
  expectValue(await keepEssay(collection, numberedKeeping(2)));
  expect(watched.turns()).toBeLessThanOrEqual(3);
});
