import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { emptyTrash, moveToTrash, restoreFromTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { findByUrl, getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listEssays, listTrash } from '../../../lib/collection/list-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

async function three(): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  return { collection, ids };
}

it('takes an essay out of the list and the search by address, and gives it back as it was', async () => {
  const { collection, ids } = await three();
  const before = expectValue(await listEssays(collection, { limit: 5 }));
  expect(expectValue(await moveToTrash(collection, ids.slice(0, 2))).count).toBe(2);
  expect(expectValue(await listEssays(collection, { limit: 5 })).rows.map(({ id }) => id)).toEqual([ids[2]]);
  expect(expectValue(await findByUrl(collection, numberedKeeping(1).essay.originalUrl))).toBeNull();
  expect(expectValue(await restoreFromTrash(collection, ids)).count).toBe(2);
  expect(expectValue(await listEssays(collection, { limit: 5 }))).toEqual(before);
});

it('lists the last trashed first, and keeps the time of what was there already', async () => {
  const { collection, ids } = await three();
  await moveToTrash(collection, [ids[0] ?? ''], '2026-05-01T00:00:00.000Z');
  await moveToTrash(collection, [ids[2] ?? ''], '2026-05-02T00:00:00.000Z');
  expect(expectValue(await moveToTrash(collection, [ids[0] ?? ''], '2026-05-03T00:00:00.000Z')).count).toBe(0);
  const page = expectValue(await listTrash(collection, { limit: 5 }));
  expect(page.rows.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
});

it('can be taken back, with the times that there were; what others changed since stays', async () => {
  const { collection, ids } = await three();
  const trashed = async () => (await collection.essays.bulkGet(ids)).map((row) => row?.trashedAt);
  await moveToTrash(collection, ids.slice(0, 1), '2026-05-01T00:00:00.000Z');
  const moved = expectValue(await moveToTrash(collection, ids, '2026-05-02T00:00:00.000Z'));
  expect(expectValue(await moved.undo())).toBe(2);
  expect(await trashed()).toEqual(['2026-05-01T00:00:00.000Z', '', '']);
  const restored = expectValue(await restoreFromTrash(collection, ids));
  await setNote(collection, ids[0] ?? '', '附记');
  expect(expectValue(await restored.undo())).toBe(1);
  expect(await trashed()).toEqual(['2026-05-01T00:00:00.000Z', '', '']);
  expect((await collection.essays.get(ids[0] ?? ''))?.note).toBe('附记');
});

it('empties itself with all that belongs to its essays, and nothing else', async () => {
  const { collection, ids } = await three();
  await keepEssay(collection, numberedKeeping(1, { text: '又一次' }));
  await moveToTrash(collection, [ids[0] ?? '']);
  expect(expectValue(await emptyTrash(collection))).toBe(1);
  expect(expectValue(await getEssay(collection, ids[0] ?? ''))).toBeNull();
  const { essays, captures, bodies, originals } = collection;
  for (const table of [essays, captures, bodies, originals]) expect(await table.count()).toBe(2);
  expect(await captures.where('[essayId+takenAt]').between([ids[0], ''], [ids[0], '\uffff']).count()).toBe(0);
  expect(expectValue(await emptyTrash(collection))).toBe(0);
});

it('makes nothing of ids that are not there', async () => {
  const { collection } = await three();
  expect(expectValue(await moveToTrash(collection, ['x'])).count).toBe(0);
  expect(expectValue(await restoreFromTrash(collection, ['x'])).count).toBe(0);
});
