import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { listImages, putImages } from '../../../lib/collection/images/images.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { ImageRow } from '../../../lib/collection/rows.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
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
      { ...had(1), digest: await sha256Hex(rainfallGif(12, 20)), essayId: held.id },
      { ...lost(2), essayId: held.id },
    ]);
    expect(expectValue(await listImages(held.collection, 'another'))).toEqual([]);
  });

  it('that could not be had are stored when they can, and never lost again', async () => {
    await put(lost(1));
    expect(await put(had(1))).toBe(1);
    expect(await put(lost(1), had(1, rainfallGif(24, 20)))).toBe(0);
    expect(await listed()).toMatchObject([{ ...had(1), essayId: held.id }]);
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

  it('are stored up to so many rows of an essay, of which each may still come', async () => {
    const rows = Array.from({ length: 4 * imageLimits.count }, (_, n) => ({ ...lost(n), essayId: held.id }));
    await held.collection.images.bulkPut(rows.slice(1));
    expect([await put(lost(rows.length)), await put(lost(rows.length + 1)), await put(had(1))]).toEqual([1, 0, 1]);
  });

  it('are stored as long as there is room for their bytes', async () => {
    const asked: number[] = [];
    vi.spyOn(held.collection.guard, 'ready').mockImplementation(async (bytes) => {
      asked.push(bytes);
      return 'storage-full';
    });
    const outcome = await putImages(held.collection, held.id, [had(1), lost(2), had(3)]);
    expect([outcome, asked]).toEqual([
      { ok: false, problem: { code: 'storage-full' } },
      [2 * rainfallGif(12, 20).byteLength],
    ]);
    expect(await listed()).toEqual([]);
  });

  it('are not stored when the essay is gone, and go with it', async () => {
    await put(had(1));
    await moveToTrash(held.collection, [held.id]);
    expect(await put(had(2))).toBe(1);
    await emptyTrash(held.collection);
    expect(await put(had(3))).toBe(0);
    expect(await held.collection.images.count()).toBe(0);
  });

  it('that are not what was stored come without bytes, and give way to ones obtained anew alone', async () => {
    await put(had(1), had(2));
    const { images } = held.collection;
    const change = async (n: number, changes: object): Promise<void> => {
      const stored = await images.get([held.id, had(n).address]);
      await images.put({ ...stored, ...changes } as ImageRow);
    };
    await change(1, { bytes: rainfallGif(12, 21) });
    expect(await listed()).toMatchObject([{ bytes: null, type: '', problem: 'damaged' }, had(2)]);
    await checkCollection(held.collection);
    const open = async () => expectValue(await listFindings(held.collection, 99)).open;
    expect(await open()).toMatchObject([{ table: 'images', reason: 'changed', essayId: held.id }]);
    // A reason is less than what is left; an image is more.
    expect(await put(lost(1))).toBe(0);
    expect((await images.get([held.id, had(1).address]))?.bytes).toEqual(rainfallGif(12, 21));
    expect(await put(had(1))).toBe(1);
    expect(await listed()).toMatchObject([had(1), had(2)]);
    expect(await open()).toEqual([]);
  });

  it('that were stored before there were digests count as they are, and are given theirs by the check', async () => {
    await held.collection.images.put({ ...had(1), essayId: held.id });
    expect(await listed()).toEqual([{ ...had(1), essayId: held.id }]);
    await checkCollection(held.collection);
    expect(await listed()).toMatchObject([{ digest: await sha256Hex(rainfallGif(12, 20)) }]);
    expect(expectValue(await listFindings(held.collection, 99))).toMatchObject({ openCount: 0, pastCount: 0 });
  });

  it('that are damaged are left as they are by the check, so that no copy of them is written over', async () => {
    await put(had(1));
    const { images, uncopied } = held.collection;
    const stored = await images.get([held.id, had(1).address]);
    await images.put({ ...stored, bytes: rainfallGif(12, 21) } as ImageRow);
    await uncopied.clear();
    await checkCollection(held.collection);
    await checkCollection(held.collection);
    expect(await uncopied.where('n').above(0).toArray()).toEqual([]);
  });
});
