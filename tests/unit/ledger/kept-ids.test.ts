import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { writeSlots } from '../../../lib/collection/ledger/chunk.ts';
import { readKeptIds } from '../../../lib/collection/ledger/kept-ids.ts';
import { DEAD, LIVE, type Slot, slotOf } from '../../../lib/collection/ledger/slot.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { essayId, essayIdBytes } from '../../../lib/essay/identity.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { wholeRows } from '../../support/whole-rows.ts';

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

it('finds each of many ids, also of those that begin alike, and no other', async () => {
  const collection = emptyCollection();
  const idOf = (start: string, end: number): string => start + end.toString(16).padStart(24 - start.length, '0');
  const bytesOf = (id: string) => Uint8Array.from(Buffer.from(id, 'hex'));
  const slot = (id: string, state: number): Slot => ({ ...slotOf(wholeRows.essays as unknown as EssayRow), id, state });
  const alike = Array.from({ length: 9 }, (_, n) => idOf('ffffffff', n));
  const others = Array.from({ length: 40 }, (_, n) => idOf(`${n}`.padStart(8, '9'), n));
  const [live, trashed, dead] = [[...alike, ...others], idOf('ffffffff', 10), idOf('ffffffff', 11)];
  const slots = [...live.map((id) => slot(id, LIVE)), slot(trashed, 1), slot(dead, DEAD)];
  const chunk = (number: number, all: readonly Slot[]) =>
    writeSlots(undefined, number, all.length, new Map(all.entries()));
  await collection.ledger.put(chunk(0, slots));
  await collection.ledger.put(chunk(2, [slot(idOf('0', 7), LIVE)]));
  await collection.ledger.put({ ...chunk(3, [slot(idOf('0', 8), LIVE)]), count: 2 });
  await collection.table('ledger').put({ chunk: 4 });
  const kept = expectValue(await readKeptIds(collection));
  expect(kept.size).toBe(live.length + 1);
  expect([...live, idOf('0', 7)].filter((id) => !kept.has(bytesOf(id)))).toEqual([]);
  const strangers = [trashed, dead, idOf('0', 8), idOf('ffffffff', 12), idOf('fffffffe', 0), '0'.repeat(24)];
  expect(strangers.filter((id) => kept.has(bytesOf(id)))).toEqual([]);
});
