import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { listImages, putImages } from '../../../lib/collection/images/images.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { type EssayImage, imageLimits } from '../../../lib/essay/image.ts';
import { rainfallGif, terracesPng } from '../../corpus/portal/images.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';

const takenAt = '2026-03-01T08:00:00.000Z';
const had = (n: number, bytes = rainfallGif(12, 20)): EssayImage => ({
  address: `http://a.cn/${n}.gif`,
  type: 'image/gif',
  bytes,
  problem: '',
  takenAt,
});
const lost = (n: number): EssayImage => ({ ...had(n), type: '', bytes: null, problem: 'not-found' });

const held: { collection: Collection; id: string } = { collection: emptyCollection(), id: '' };
const put = async (...images: readonly EssayImage[]) => expectValue(await putImages(held.collection, held.id, images));
const listed = async () => expectValue(await listImages(held.collection, held.id));

beforeEach(async () => {
  held.collection = emptyCollection();
  held.id = expectValue(await keepEssay(held.collection, sampleKeeping())).id;
});

describe('images of an essay', () => {
  it('are stored with it and read back byte for byte', async () => {
    expect(await put(had(1), lost(2))).toBe(2);
    expect(await listed()).toEqual([
      { ...had(1), essayId: held.id },
      { ...lost(2), essayId: held.id },
    ]);
    expect(expectValue(await listImages(held.collection, 'another'))).toEqual([]);
  });

  it('that could not be had are stored when they can, and never lost again', async () => {
    await put(lost(1));
    expect(await put(had(1))).toBe(1);
    expect(await put(lost(1), had(1, rainfallGif(24, 20)))).toBe(0);
    expect(await listed()).toEqual([{ ...had(1), essayId: held.id }]);
  });

  it.each<[string, object]>([
    ['SVG', { bytes: new TextEncoder().encode('<svg onload="x()"/>'), type: 'image/svg+xml' }],
    ['a page', { bytes: new TextEncoder().encode('<html></html>') }],
    ['another type than its bytes are', { bytes: terracesPng(2, 2) }],
    ['a script for an address', { address: 'javascript:alert(1)' }],
    ['an address of this machine', { address: 'file:///etc/passwd' }],
    ['a reason beside its bytes', { problem: 'not-found' }],
    ['a reason that nobody knows', { bytes: null, type: '', problem: 'boredom' }],
    ['a property that nobody knows', { owner: 'x' }],
    ['too many bytes', { bytes: Uint8Array.from([...rainfallGif(2, 2), ...new Uint8Array(imageLimits.bytes)]) }],
  ])('are not stored where one has %s', async (_, wrong) => {
    expect(await put({ ...had(1), ...wrong } as EssayImage, had(2))).toBe(1);
    expect((await listed()).map(({ address }) => address)).toEqual(['http://a.cn/2.gif']);
  });

  it('are stored up to the limit of an essay', async () => {
    const large = new Uint8Array(imageLimits.bytes);
    large.set(rainfallGif(2, 2));
    const most = Math.floor(imageLimits.essayBytes / imageLimits.bytes);
    expect(await put(...Array.from({ length: most + 1 }, (_, n) => had(n, large)))).toBe(most);
    expect(await put(had(99))).toBe(0);
  });

  it('are not stored when the essay is gone, and go with it', async () => {
    await put(had(1));
    await moveToTrash(held.collection, [held.id]);
    expect(await put(had(2))).toBe(1);
    await emptyTrash(held.collection);
    expect(await put(had(3))).toBe(0);
    expect(await held.collection.images.count()).toBe(0);
  });
});
