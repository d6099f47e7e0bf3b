import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { createShelf, deleteShelf, putOnShelf } from '../../../../lib/collection/actions/shelves.ts';
import { deleteTag, tagEssays } from '../../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { listFindings } from '../../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { nextUnsent } from '../../../../lib/collection/sync/unsent.ts';
import { deviceOf } from '../../../../lib/sync/model/clock.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import {
  applied,
  deletion,
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  stampAt,
  useSyncingCollection,
} from '../../../support/sync/syncing-collection.ts';
import { threeDevices } from '../../../support/sync/three-devices.ts';

/* A tag or a collection that was deleted stands on no essay, also on one that whoever deleted it did not have. */

/** Three devices that have one essay with a tag, in a collection. */
async function world() {
  const { one, other, third, sync } = await threeDevices();
  const { id } = expectValue(await keepEssay(one.collection, numberedKeeping(1)));
  const shelf = expectValue(await createShelf(one.collection, '课题')).id;
  await putOnShelf(one.collection, [id], shelf);
  await tagEssays(one.collection, [id], { add: ['经济', '农村'] });
  await sync(one, other, third);
  return { one, other, third, sync, id, shelf };
}

it('is taken off an essay that another device brought back', async () => {
  const { one, other, third, sync, id, shelf } = await world();
  await moveToTrash(one.collection, [id], new Date().toISOString());
  await emptyTrash(one.collection);
  await deleteShelf(one.collection, shelf);
  await deleteTag(one.collection, 'tag 经济');
  await setNote(other.collection, id, '要再读');
  await sync(one, other, third, one, other, third);
  for (const { collection } of [one, other, third]) {
    expect(await collection.essays.get(id)).toMatchObject({ note: '要再读', tags: ['tag 农村'], shelves: [] });
    await checkCollection(collection);
    expect(expectValue(await listFindings(collection, 9)).open).toEqual([]);
  }
  expect(await one.collection.tags.toCollection().primaryKeys()).toEqual(['tag 农村']);
});

describe('of an essay whose text is on its way', () => {
  const ours = useSyncingCollection();
  const id = essayIdOf(1);

  it('is taken off when the text comes, and the others are told so', async () => {
    const collection = ours();
    await applied(
      collection,
      ...fieldOperations('tags', 'tag 经济', { name: '经济', folded: '经济' }),
      ...fieldOperations('shelves', 's', { name: '课题', parent: '', order: 0 }),
      ...fieldOperations('essays', id, { captureId: 'c1', keptAt: '2026-11-01T00:00:00.000Z', trashedAt: '' }),
      ...fieldOperations('essays', id, { 'tags/tag 经济': true, 'tags/tag 未到': true, 'shelves/s': true }),
    );
    await deleteTag(collection, 'tag 经济');
    await deleteShelf(collection, 's');
    const told = await nextUnsent(collection, 'acts');
    expect(told.operations.map(({ table, field }) => `${table} ${field}`).toSorted()).toEqual(['shelves ', 'tags ']);
    await applied(
      collection,
      partOperation('captures', partOf('captures', 1)),
      partOperation('bodies', partOf('bodies', 1)),
    );
    // A tag that has not come yet is none that was deleted.
    expect(await collection.essays.get(id)).toMatchObject({ tags: ['tag 未到'], shelves: [] });
    const after = (await nextUnsent(collection, 'acts')).operations.slice(told.operations.length);
    expect(after.map(({ key, field, value, stamp }) => [key, field, value, deviceOf(stamp)])).toEqual([
      [id, 'tags/tag 经济', undefined, 'aaaa'],
      [id, 'shelves/s', undefined, 'aaaa'],
    ]);
  });

  it('is taken off at once where it is shown here, by one who had not its text', async () => {
    const collection = ours();
    const tagged = stampAt(-500);
    await applied(
      collection,
      ...fieldOperations('tags', 'tag 经济', { name: '经济', folded: '经济' }, tagged),
      ...fieldOperations('essays', id, { captureId: 'c1', keptAt: '2026-11-01T00:00:00.000Z', trashedAt: '' }, tagged),
      ...fieldOperations('essays', id, { 'tags/tag 经济': true }, tagged),
      partOperation('captures', partOf('captures', 1), tagged),
      partOperation('bodies', partOf('bodies', 1), tagged),
    );
    expect(await collection.essays.get(id)).toMatchObject({ tags: ['tag 经济'] });
    await applied(collection, deletion('tags', 'tag 经济', [tagged], stampAt(-100, 'cccc')));
    expect(await collection.essays.get(id)).toMatchObject({ tags: [] });
    expect(await collection.tags.count()).toBe(0);
  });
});
