import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { mendLoss } from '../../../entrypoints/background/copy/mend-loss.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { missingOf, putLoss, readLoss } from '../../../lib/collection/loss/loss.ts';
import { countRows, putIdentity, readIdentity } from '../../../lib/collection/loss/witness.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

const stored = vi.hoisted(() => ({ local: {} as Record<string, unknown>, session: {} as Record<string, unknown> }));

vi.mock('wxt/browser', () => {
  const area = (name: 'local' | 'session') => ({
    get: async (key: string) => ({ [key]: stored[name][key] }),
    set: async (values: object) => void Object.assign(stored[name], values),
  });
  return {
    browser: {
      storage: { local: area('local'), session: area('session') },
      runtime: { getPlatformInfo: async () => ({}) },
    },
  };
});

beforeEach(() => {
  stored.local = {};
  stored.session = {};
});

/** A collection of three essays, with its witness, and a second copy where it is wanted. */
async function seenCollection(copied: boolean) {
  const [collection, folder] = [emptyCollection(), memoryFolder()];
  for (const n of [1, 2, 3]) await keepEssay(collection, numberedKeeping(n));
  if (copied) await copyChanges(collection, folder);
  await collection.uncopied.clear();
  await putIdentity(collection, 'ours');
  stored.local['witness'] = {
    collection: 'ours',
    counts: await countRows(collection),
    seenAt: '2026-03-01T08:00:00.000Z',
  };
  return { collection, folder };
}

it('gives a new collection an id, and says nothing', async () => {
  const collection = emptyCollection();
  await mendLoss(collection, memoryFolder());
  expect(await readIdentity(collection)).not.toBeNull();
  expect(await readLoss(collection)).toBeNull();
});

it('leaves the collection that was there as it is', async () => {
  const { collection, folder } = await seenCollection(true);
  await mendLoss(collection, folder);
  expect(await readLoss(collection)).toBeNull();
});

it('rebuilds one that the browser lost, which is the same then, and tells it once', async () => {
  const { folder } = await seenCollection(true);
  const lost = emptyCollection();
  await mendLoss(lost, folder);
  expect(expectValue(await countEssays(lost))).toBe(3);
  expect(await readIdentity(lost)).toBe('ours');
  expect(await readLoss(lost)).toMatchObject({ before: 3, found: 0, restored: { essays: 3 }, state: 'ended' });
  await lost.meta.delete('loss');
  await mendLoss(lost, folder);
  expect(await readLoss(lost)).toBeNull();
});

it.each([
  ['was never told of', undefined],
  ['was last told of when it was empty', 0],
])('rebuilds one that the browser lost before its witness knew of an essay: it %s', async (_, essays) => {
  const { folder } = await seenCollection(true);
  const counts = { essays: 0, captures: 0, bodies: 0, originals: 0 };
  if (essays === undefined) delete stored.local['witness'];
  else stored.local['witness'] = { collection: 'ours', counts, seenAt: '2026-03-01T08:00:00.000Z' };
  const lost = emptyCollection();
  await mendLoss(lost, folder);
  expect(expectValue(await countEssays(lost))).toBe(3);
  expect(await readIdentity(lost)).not.toBeNull();
  expect(await readLoss(lost)).toMatchObject({ found: 0, restored: { essays: 3 }, state: 'ended' });
});

it('goes on with such a rebuild that a stopped worker left', async () => {
  const { folder } = await seenCollection(true);
  delete stored.local['witness'];
  const lost = emptyCollection();
  await mendLoss(lost, { ...folder, read: () => Promise.reject(new Error('stopped')) });
  expect(expectValue(await countEssays(lost))).toBe(0);
  await putLoss(lost, { at: 'x', seenAt: 'y', before: 0, found: 0, restored: null, state: 'rebuilding' });
  await mendLoss(lost, folder);
  expect(expectValue(await countEssays(lost))).toBe(3);
});

it('goes on with a rebuild that a stopped worker left', async () => {
  const { folder } = await seenCollection(true);
  const lost = emptyCollection();
  await mendLoss(lost, { ...folder, read: () => Promise.reject(new Error('stopped')) });
  await lost.meta.put({
    key: 'loss',
    value: { at: 'x', seenAt: 'y', before: 3, found: 0, restored: null, state: 'rebuilding' },
  });
  await mendLoss(lost, folder);
  expect(expectValue(await countEssays(lost))).toBe(3);
  expect(await readLoss(lost)).toMatchObject({ state: 'ended' });
});

it('tells of a loss that no copy mends, and holds backups back', async () => {
  await seenCollection(false);
  const lost = emptyCollection();
  await mendLoss(lost, memoryFolder());
  const loss = await readLoss(lost);
  expect(loss).toMatchObject({ before: 3, found: 0, restored: null, state: 'ended' });
  expect(loss && missingOf(loss)).toBe(3);
});

it('mends a table that lacks rows', async () => {
  const { collection, folder } = await seenCollection(true);
  await collection.bodies.clear();
  await collection.uncopied.clear();
  await mendLoss(collection, folder);
  expect(await collection.bodies.count()).toBe(3);
  expect(await readLoss(collection)).toMatchObject({ before: 3, found: 3, restored: { essays: 0, rows: 3 } });
});

it.each([true, false])('takes what the reader deleted for no loss (second copy: %s)', async (copied) => {
  const { collection, folder } = await seenCollection(copied);
  const [one] = await collection.essays.toArray();
  if (one !== undefined) await collection.essays.delete(one.id);
  if (copied) await copyChanges(collection, folder);
  await mendLoss(collection, folder);
  expect(await readLoss(collection)).toBeNull();
  expect(await collection.essays.count()).toBe(2);
});
