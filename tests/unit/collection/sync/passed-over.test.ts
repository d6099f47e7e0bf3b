import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { setNote } from '../../../../lib/collection/actions/note.ts';
import { emptyTrash, moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { putImages } from '../../../../lib/collection/images/images.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { waitingCount } from '../../../../lib/collection/sync/unsent.ts';
import { rainfallGif } from '../../../corpus/portal/images.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { threeDevices } from '../../../support/sync/three-devices.ts';

it('an image that came in the meantime stays everywhere with its essay, whose deletion did not count', async () => {
  const { one, other, third, sync } = await threeDevices();
  const { id } = expectValue(await keepEssay(other.collection, numberedKeeping(1)));
  // In this order they are read.
  await sync(other, one, third);
  // The first has an image, the second deletes the essay for good, the third writes a note: none knows of the others.
  const image = {
    address: 'http://a.example-school.cn/1.gif',
    takenAt: '2026-03-01T08:00:00.000Z',
    type: 'image/gif',
    problem: '',
  } as const;
  expectValue(await putImages(one.collection, id, [{ ...image, bytes: rainfallGif(12, 20) }]));
  await moveToTrash(other.collection, [id], new Date().toISOString());
  await emptyTrash(other.collection);
  await setNote(third.collection, id, '要再读');
  // The first hears of the deletion, and lets the image go, before the third brings the essay back.
  await sync(one, other, one, third, one, other, third, one, other, third);
  for (const { collection } of [one, other, third]) {
    expect(await collection.essays.get(id)).toMatchObject({ note: '要再读' });
    expect(await collection.images.toCollection().primaryKeys()).toEqual([[id, image.address]]);
    expect(await waitingCount(collection)).toBe(0);
  }
});
