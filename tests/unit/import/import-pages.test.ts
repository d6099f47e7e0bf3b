import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getBody, getEssay, getOriginal, listCaptures } from '../../../lib/collection/get-essay.ts';
import { readState } from '../../../lib/collection/ledger/ledger-state.ts';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import type { ImportItem } from '../../../lib/import/import-item.ts';
import { type ImportOptions, importPages } from '../../../lib/import/import-pages.ts';
import type { OpenBytes } from '../../../lib/import/open-source.ts';
import { createSetReader } from '../../../lib/import/set-reader.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { encodeAs } from '../../corpus/encode.ts';
import { mhtmlWraps } from '../../corpus/wrap/index.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { gb2312Http, warcFile, warcRecord } from '../../support/warc.ts';
import { sampleTimestamp, sampleUrl } from '../archive/sample-page.ts';

const open: OpenBytes = (bytes, address, charset) => openPage(bytes, address, charset === null ? {} : { charset });
const blobOf = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);
const gb = (html: string): Uint8Array => encodeAs(html, 'gb18030');
const addressOf = (n: number): string => `http://www.qsdx.gov.cn${kesionPath(n)}`;
const record = (n: number): Uint8Array => warcRecord({ address: addressOf(n), body: gb(pageOf(stoneWalls, n)) });
const single = (): Uint8Array => gb(pageOf({ ...stoneWalls, parts: [stoneWalls.parts.join('')] }, 1));
const list = gb('<html><body><a href="/1.htm">通知</a><p>目录</p></body></html>');

async function run(
  collection: Collection,
  name: string,
  bytes: Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of importPages(collection, [{ name, blob: blobOf(bytes) }], {
    reader: createSetReader(open),
    ...options,
  }))
    items.push(item);
  return items;
}
const results = (items: readonly ImportItem[]): string[] => items.map(({ result }) => result);

describe('importing files', () => {
  it('keeps the essays of a WARC with address and moment, and tells what the rest is', async () => {
    const collection = emptyCollection();
    const address = 'http://www.qsdx.gov.cn/html/llyj_43_1.shtml';
    const warc = warcFile([
      warcRecord({ address, body: single() }),
      warcRecord({ address, body: single(), date: '2009-01-01T00:00:00Z' }),
      warcRecord({ address: 'http://www.qsdx.gov.cn/list/1.shtml', body: list }),
      warcRecord({ http: gb2312Http, body: Uint8Array.from({ length: 999 }, (_, at) => at % 32) }),
    ]);
    const items = await run(collection, 'w.warc', warc);
    expect(results(items)).toEqual(['kept', 'already-there', 'not-an-essay', 'unreadable']);
    expect(items.map(({ reason }) => reason)).toEqual([null, null, 'not-an-essay', 'binary']);
    const id = items[0]?.id ?? '';
    const row = expectValue(await getEssay(collection, id));
    expect(row?.title).toBe('石坎与人心');
    const body = expectValue(await getBody(collection, row?.captureId ?? ''));
    expect(body).toMatchObject({
      originalUrl: address,
      archivedCopy: { archive: 'warc', url: null, capturedAt: '2007-07-02T20:53:27Z' },
    });
    expect(expectValue(await listCaptures(collection, id))).toMatchObject([
      { pageUrl: address, charset: 'gb18030', originalForm: 'served' },
    ]);
    expect(expectValue(await getOriginal(collection, row?.captureId ?? ''))).toEqual(single());
  });

  it('joins the pages of an essay that lie apart in a WARC, in whatever order', async () => {
    const collection = emptyCollection();
    const other = warcRecord({ address: 'http://www.qsdx.gov.cn/list/1.shtml', body: list });
    const items = await run(collection, 'w.warc', warcFile([record(3), other, record(1), other, record(2)]));
    expect(results(items)).toEqual(['not-an-essay', 'not-an-essay', 'kept']);
    expect(items[2]?.missing).toBe(0);
    const row = expectValue(await getEssay(collection, items[2]?.id ?? ''));
    const body = expectValue(await getBody(collection, row?.captureId ?? ''));
    expect(body?.text.split('\n')).toEqual(stoneWallTexts.flat());
    expect((await collection.originals.toArray())[0]?.otherPages).toHaveLength(2);
  });

  it('keeps what there is of an essay, and fills it from a file that has more', async () => {
    const collection = emptyCollection();
    const [half] = await run(collection, 'w.warc', warcFile([record(1), record(2)]));
    expect(half).toMatchObject({ result: 'kept', missing: 1 });
    expect(results(await run(collection, 'w.warc', warcFile([record(2)])))).toEqual(['already-there']);
    const [whole] = await run(collection, 'w.warc', warcFile([record(1), record(2), record(3)]));
    expect(whole).toMatchObject({ result: 'kept', missing: 0, id: half?.id });
  });

  it('keeps pages of a zip under the addresses that they were saved from, or under their own', async () => {
    const collection = emptyCollection();
    const mht = mhtmlWraps.mhtmlExplorer(decodeHtml(single()).text, {
      originalUrl: sampleUrl,
      timestamp: sampleTimestamp,
    }).page;
    const zip = zipSync({ 'a.mht': mht as Uint8Array, '文/b.htm': single(), 'c.zip': zipSync({}) });
    const items = await run(collection, 'z.zip', zip);
    expect(results(items)).toEqual(['kept', 'kept', 'unreadable']);
    const urls = (await collection.bodies.toArray()).map(({ originalUrl }) => originalUrl);
    expect(urls).toContain(sampleUrl);
    expect(urls.find((url) => url.startsWith('file:'))).toMatch(/^file:\/\/\/[0-9a-f]{16}\/.*b\.htm$/);
    expect(results(await run(collection, 'z.zip', zip))).toEqual(['already-there', 'already-there', 'unreadable']);
  });

  const manyPages = (count: number): Uint8Array =>
    warcFile(
      Array.from({ length: count }, (_, n) =>
        warcRecord({ address: `http://www.qsdx.gov.cn/html/${n}.shtml`, body: single() }),
      ),
    );

  it('stops when it is told to: what was read by then is kept and told', async () => {
    const collection = emptyCollection();
    const stopping = new AbortController();
    let opened = 0;
    const stopAtThird: OpenBytes = (...args) => {
      opened += 1;
      if (opened === 3) stopping.abort();
      return open(...args);
    };
    const items = await run(collection, 'w.warc', manyPages(9), {
      reader: createSetReader(stopAtThird),
      signal: stopping.signal,
    });
    expect(results(items)).toEqual(['kept', 'kept']);
    expect(await collection.essays.count()).toBe(2);
  });

  it('tells all that it kept when it is stopped between two items', async () => {
    const collection = emptyCollection();
    const stopping = new AbortController();
    const file = { name: 'w.warc', blob: blobOf(manyPages(80)) };
    let seen = 0;
    for await (const { result } of importPages(collection, [file], {
      reader: createSetReader(open),
      signal: stopping.signal,
    })) {
      expect(result).toBe('kept');
      seen += 1;
      stopping.abort();
    }
    expect(seen).toBeLessThan(80);
    expect(await collection.essays.count()).toBe(seen);
  });

  it('ends when nothing can be stored', async () => {
    const collection = emptyCollection();
    collection.close();
    const items = await run(collection, 'w.warc', manyPages(80));
    expect(new Set(results(items))).toEqual(new Set(['not-stored']));
    expect(items.length).toBeLessThan(80);
  });

  it('goes on past an essay that alone cannot be stored', async () => {
    const collection = emptyCollection();
    await collection.open();
    collection.bodies.hook('creating', (_, body) => {
      if (body.originalUrl.endsWith('/1.shtml')) throw new Error('this one cannot be cloned');
    });
    const items = await run(collection, 'w.warc', manyPages(3));
    expect(results(items)).toEqual(['kept', 'not-stored', 'kept']);
    expect(await collection.captures.count()).toBe(2);
  });

  it('keeps essays some at a time', async () => {
    const collection = emptyCollection();
    await run(collection, 'w.warc', manyPages(12));
    // The ledger was written once for several essays.
    expect((await readState(collection.meta)).version).toBeLessThan(12);
  });

  it('closes each page that it opens', async () => {
    const close = vi.fn();
    let opened = 0;
    const counting: OpenBytes = (...args) => {
      opened += 1;
      const page = open(...args);
      return { ...page, close: () => [close(), page.close()] };
    };
    const warc = warcFile([record(1), record(2), record(3), warcRecord({ body: list })]);
    await run(emptyCollection(), 'w.warc', warc, { reader: createSetReader(counting) });
    expect(close).toHaveBeenCalledTimes(opened);
  });
});
