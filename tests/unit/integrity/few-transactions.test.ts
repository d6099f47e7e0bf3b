import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { checkEssays } from '../../../lib/collection/integrity/check-essays.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

// Chromium lets go of all that a page began in one task, some thirty millionths of a second each.
it.each([
  ['as they were kept', 2, []],
  ['of which none has a digest yet, as an older version kept them', 3, ['digest']],
] as const)('looks through ten essays %s in %i transactions', async (_, wanted, without) => {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const kept = await keepEssay(collection, numberedKeeping(n));
    if (kept.ok) ids.push(kept.value.id);
  }
  await collection.bodies.toCollection().modify((body) => {
    for (const name of without) Reflect.deleteProperty(body, name);
  });
  // Dexie keeps the function that begins transactions as it was when the database was opened, and opening begins one itself.
  collection.close();
  const began = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await collection.open();
  began.mockClear();
  await checkEssays(collection, ids);
  const count = began.mock.calls.length;
  vi.restoreAllMocks();
  expect(ids).toHaveLength(10);
  expect(count).toBeLessThanOrEqual(wanted);
  expect(await collection.bodies.filter(({ digest }) => digest === undefined).count()).toBe(0);
});
