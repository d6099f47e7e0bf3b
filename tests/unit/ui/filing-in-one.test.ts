import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createShelf } from '../../../lib/collection/actions/shelves.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { createFilingActs } from '../../../lib/features/filing/filing-acts.ts';
import { createUndoStack } from '../../../lib/features/filing/undo-stack.svelte.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

/** A collection with an essay and a shelf, and the transactions that shelves and essays are written in. */
async function written() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, numberedKeeping(1)));
  const shelf = expectValue(await createShelf(collection, '清水')).id;
  const transactions = new Set<unknown>();
  collection.shelves.hook('creating', (_key, _row, { idbtrans }) => void transactions.add(idbtrans));
  collection.shelves.hook('deleting', (_key, _row, { idbtrans }) => void transactions.add(idbtrans));
  collection.essays.hook('updating', (_changes, _key, _row, { idbtrans }) => void transactions.add(idbtrans));
  const undoStack = createUndoStack();
  const shelvesOf = async () => (await collection.essays.get(id))?.shelves ?? [];
  return { collection, id, shelf, transactions, undoStack, shelvesOf, ...createFilingActs(collection, undoStack) };
}

it('puts essays into old and new collections in one transaction, and takes them out in one', async () => {
  const { collection, id, shelf, transactions, undoStack, shelve, shelvesOf } = await written();
  expect(await shelve([id], { put: [shelf], off: [], made: ['石桥', '河埠'] })).toBe(true);
  expect([(await shelvesOf()).length, await collection.shelves.count(), transactions.size]).toEqual([3, 3, 1]);
  transactions.clear();
  await undoStack.undo();
  expect([await shelvesOf(), await collection.shelves.count(), transactions.size]).toEqual([[], 1, 1]);
});

it('leaves nothing of what fails in its midst', async () => {
  const { collection, id, shelf, undoStack, shelve, shelvesOf } = await written();
  collection.essays.hook('updating', (changes) => {
    if ('shelves.0' in changes || 'shelves' in changes) throw new Error('The disk is full.');
  });
  expect(await shelve([id], { put: [shelf], off: [], made: ['石桥'] })).toBe(false);
  expect([await shelvesOf(), await collection.shelves.count()]).toEqual([[], 1]);
  expect(undoStack.said).toEqual({ text: '操作失败，文库没有改动。请再试一次。', undoable: false });
});
