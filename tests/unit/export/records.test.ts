import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { ExportOriginal, ExportRecord } from '../../../lib/export/record.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fullCollection } from '../../support/full-collection.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const textOf = (original: ExportOriginal | undefined) => new TextDecoder().decode(original?.bytes);

describe('records of the collection', () => {
  it('come in the order that was asked for, across batches', async () => {
    const collection = emptyCollection();
    for (let n = 1; n <= 90; n += 1) await keepEssay(collection, numberedKeeping(n));
    const ids = (await collection.essays.toCollection().primaryKeys()).toReversed();
    expect((await all(recordsOf(collection, ids))).map(({ id }) => id)).toEqual(ids);
  });

  it('show what the reader made of the essay, and its originals and images when asked', async () => {
    const collection = await fullCollection();
    const row = (await collection.essays.toArray()).find(({ tags }) => tags.length > 0);
    const [record] = await all(recordsOf(collection, [row?.id ?? '']));
    expect(record).toMatchObject({
      essay: { title: '论县域', text: '改后的文。' },
      tags: ['经济', '农村'],
      note: '要再读',
    });
    const originals = await all((record as ExportRecord).originals());
    expect(originals.map(({ capture }) => capture.takenAt)).toEqual([
      '2026-03-01T08:00:00.000Z',
      '2026-04-02T09:30:00.000Z',
    ]);
    expect(textOf(originals[0])).toContain('原文');
    expect((await record?.images())?.map(({ address, type }) => [address, type])).toEqual([
      ['http://a.example/1.gif', 'image/gif'],
    ]);
    expect(await record?.highlights()).toEqual([{ colour: 'green', note: '引', words: '改后' }]);
  });

  it('have addresses on the disk without their folders', async () => {
    const path = 'file:///D:/wang/essays/a.htm';
    const collection = emptyCollection();
    const keeping = sampleKeeping({ originalUrl: path });
    await keepEssay(collection, { ...keeping, capture: { ...keeping.capture, pageUrl: path } });
    const [record] = await all(recordsOf(collection, await collection.essays.toCollection().primaryKeys()));
    expect([record?.essay.originalUrl, record?.capture?.pageUrl]).toEqual(['file:///a.htm', 'file:///a.htm']);
    const [original] = await all((record as ExportRecord).originals());
    expect([original?.originalUrl, original?.capture.pageUrl]).toEqual(['file:///a.htm', 'file:///a.htm']);
    expect(JSON.stringify([record, original])).not.toContain('wang');
  });

  it('give the other pages of an essay as they were fetched', async () => {
    const collection = await fullCollection();
    const [row] = await collection.originals.filter(({ otherPages }) => otherPages.length > 0).toArray();
    const [record] = await all(recordsOf(collection, [row?.essayId ?? '']));
    const [original] = await all((record as ExportRecord).originals());
    expect(original?.otherPages.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      '<p>page 2</p>',
      '<p>page 3</p>',
    ]);
  });

  it('leave out what cannot be read or is gone, and tell of it; of a damaged text they have what is left', async () => {
    const collection = emptyCollection();
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    const broken = expectValue(await keepEssay(collection, numberedKeeping(2)));
    const bare = expectValue(await keepEssay(collection, numberedKeeping(3)));
    await collection.bodies.update(broken.captureId, { text: 7 as never, html: null as never });
    const mended = expectValue(await keepEssay(collection, numberedKeeping(4)));
    await collection.bodies.update(mended.captureId, { text: 7 as never, provenance: null as never });
    await collection.originals.update(bare.captureId, { gzip: new Uint8Array([1, 2, 3]) });
    const lost: string[][] = [];
    const onLost = (of: string, what: string) => lost.push([of, what]);
    const records = await all(recordsOf(collection, [broken.id, 'none', id, bare.id, mended.id], { onLost }));
    expect(records.map((record) => record.id)).toEqual([id, bare.id, mended.id]);
    expect(records[2]?.essay.text).toBe('县域是城乡之间的纽带。\n转型要从产业做起。');
    expect(await all((records[1] as ExportRecord).originals())).toEqual([]);
    expect(lost).toEqual([
      [broken.id, 'essay'],
      ['none', 'essay'],
      [bare.id, 'original'],
    ]);
  });

  it('have the bytes once of what was cleaned again', async () => {
    const collection = emptyCollection();
    const first = expectValue(await keepEssay(collection, sampleKeeping()));
    const again = sampleKeeping({ text: '新规则读到的文。' }, { takenAt: '2026-06-01T00:00:00.000Z', rulesVersion: 2 });
    await keepEssay(collection, { ...again, cleanedFrom: first.captureId });
    const [record] = await all(recordsOf(collection, [first.id]));
    expect(record?.essay.text).toBe('新规则读到的文。');
    expect(await all((record as ExportRecord).originals())).toHaveLength(1);
  });
});
