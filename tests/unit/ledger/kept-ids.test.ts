import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { readKeptIds } from '../../../lib/collection/ledger/kept-ids.ts';
import { essayId, essayIdBytes } from '../../../lib/essay/identity.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

it('tells which addresses are kept, by any form of them and without the trash', async () => {
  const collection = emptyCollection();
  expect(expectValue(await readKeptIds(collection)).size).toBe(0);
  for (const n of [1, 2, 3]) expectValue(await keepEssay(collection, numberedKeeping(n)));
  const address = (n: number): string => numberedKeeping(n).essay.originalUrl;
  await moveToTrash(collection, [await essayId(address(2))]);
  const kept = expectValue(await readKeptIds(collection));
  expect(kept.size).toBe(2);
  const has = async (url: string): Promise<boolean> => kept.has(await essayIdBytes(url));
  expect(await Promise.all([1, 2, 3, 4].map((n) => has(address(n))))).toEqual([true, false, true, false]);
  expect(await has(address(1).replace(/^https?:\/\/(?:www\.)?/, 'https://www.'))).toBe(true);
});

it('is asked by the bytes of an essay’s id, and passes over what is damaged', async () => {
  const collection = emptyCollection();
  expectValue(await keepEssay(collection, numberedKeeping(1)));
  const url = numberedKeeping(1).essay.originalUrl;
  const hex = Array.from(await essayIdBytes(url), (byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(hex).toBe(await essayId(url));
  await collection.ledger.toCollection().modify((row: object) => void Object.assign(row, { ids: 'none' }));
  expect(expectValue(await readKeptIds(collection)).size).toBe(0);
});
