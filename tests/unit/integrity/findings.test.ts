import 'fake-indexeddb/auto';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openCollection } from '../../../lib/collection/collection.ts';
import {
  countOpenFindings,
  eachOpenFinding,
  forgetFindings,
  listFindings,
  noteFindings,
  settleFindings,
} from '../../../lib/collection/integrity/findings.ts';
import type { QuarantineRow } from '../../../lib/collection/rows.ts';
import version6 from '../../fixtures/schema-v6.json' with { type: 'json' };
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { restoreDatabase } from '../../support/schema-dump.ts';

const ids = (rows: readonly QuarantineRow[]): readonly string[] => rows.map(({ id }) => id);

/** A collection with 300 findings of which two in three are settled. */
async function damaged() {
  const collection = emptyCollection();
  for (let at = 0; at < 300; at += 1) {
    vi.setSystemTime(Date.UTC(2026, 0, 1) + at * 1000);
    await noteFindings(collection, [{ table: 'bodies', key: `${at}`, reason: 'unreadable', settled: at % 3 > 0 }]);
  }
  return collection;
}

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.restoreAllMocks());

it('reads no more findings than are shown, the newest first, and counts the others', async () => {
  const collection = await damaged();
  const seen: number[] = [];
  const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const found = expectValue(await listFindings(collection, 10));
  expect(ids(found.open)).toEqual(Array.from({ length: 10 }, (_, at) => `bodies\n${297 - 3 * at}`));
  expect(ids(found.past).slice(0, 3)).toEqual(['bodies\n299', 'bodies\n298', 'bodies\n296']);
  expect([found.past.length, found.openCount, found.pastCount]).toEqual([10, 100, 200]);
  expect(await countOpenFindings(collection)).toBe(100);
  expect(readAll).not.toHaveBeenCalled();

  await eachOpenFinding(collection, async (rows) => void seen.push(rows.length));
  expect(Math.max(...seen)).toBeLessThan(100);
  expect(seen.reduce((sum, count) => sum + count)).toBe(100);
});

it('counts a finding among what was as soon as it is settled, and among what is open when it comes again', async () => {
  const collection = await damaged();
  await settleFindings(collection, ['bodies\n0']);
  expect(await countOpenFindings(collection)).toBe(99);
  await noteFindings(collection, [{ table: 'bodies', key: '0', reason: 'unreadable' }]);
  const found = expectValue(await listFindings(collection, 1));
  expect([ids(found.open), found.openCount]).toEqual([['bodies\n0'], 100]);
});

it('forgets those that it is told to, and no others', async () => {
  const collection = await damaged();
  expectValue(await forgetFindings(collection, ['bodies\n0', 'bodies\n299', 'bodies\nnone']));
  const found = expectValue(await listFindings(collection, 300));
  expect([found.openCount, found.pastCount]).toEqual([99, 199]);
  expect([...ids(found.open), ...ids(found.past)]).not.toContain('bodies\n0');
  expect(ids(found.past)[0]).toBe('bodies\n298');
});

it('tells of findings whose own rows are damaged', async () => {
  const collection = await damaged();
  await collection.quarantine.put({ id: 'tags\nx', order: 7 } as unknown as QuarantineRow);
  expect(await countOpenFindings(collection)).toBe(101);
  const found = expectValue(await listFindings(collection, 200));
  expect(found.open.at(-1)).toMatchObject({ id: 'tags\nx', reason: 'unreadable', settled: false });
  const seen: string[] = [];
  await eachOpenFinding(collection, async (rows) => void seen.push(...ids(rows)));
  expect(seen).toContain('tags\nx');
});

it('has what an older version found in its order', async () => {
  const name = `findings-${crypto.randomUUID()}`;
  await restoreDatabase(name, version6);
  const collection = openCollection(name);
  const { open, openCount, pastCount } = expectValue(await listFindings(collection, 10));
  expect([ids(open), openCount, pastCount]).toEqual([['tags\nx'], 1, 0]);
  expect(await collection.quarantine.orderBy('order').keys()).toEqual(['12026-05-05T08:00:00.000Z']);
});
