import { gzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { pagesOfSource } from '../../../lib/import/sources/read-source.ts';
import type { SourceItem, SourcePage } from '../../../lib/import/sources/source.ts';
import { encodeAs, joinBytes } from '../../corpus/encode.ts';
import { mhtmlWraps } from '../../corpus/wrap/index.ts';
import { gb2312Http, warcFile, warcRecord } from '../../support/warc.ts';
import { samplePage, sampleTimestamp, sampleUrl } from '../archive/sample-page.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const blobOf = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);

async function read(name: string, bytes: Uint8Array): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  let told = 0;
  const onBytes = (count: number): void => {
    told += count;
  };
  for await (const item of pagesOfSource({ name, blob: blobOf(bytes) }, { onBytes })) items.push(item);
  expect(told).toBe(bytes.length);
  return items;
}
const isPage = (item: SourceItem): item is SourcePage => 'bytes' in item;
const textOf = (item: SourceItem | undefined): string =>
  item && isPage(item) ? decodeHtml(item.bytes, item.charset === null ? {} : { charset: item.charset }).text : '';
const codes = (items: readonly SourceItem[]): string[] =>
  items.map((item) => (isPage(item) ? 'page' : item.problem.code));

const page = encodeAs('<html><body><p>师资是办学的根本。</p></body></html>', 'gb18030');
const textOfPage = decodeHtml(page).text;
const mht = mhtmlWraps.mhtmlExplorer(samplePage, { originalUrl: sampleUrl, timestamp: sampleTimestamp })
  .page as Uint8Array;

describe('files', () => {
  it('reads HTML and MHTML, and refuses what is neither', async () => {
    const [html] = await read('a.htm', page);
    expect(html).toMatchObject({ name: 'a.htm', address: null, capturedAt: null, container: null });
    expect(textOf(html)).toBe(textOfPage);
    expect((await read('b.mht', mht))[0]).toMatchObject({
      address: sampleUrl,
      capturedAt: '2007-07-02T20:53:27Z',
      container: 'mhtml',
    });
    expect(codes(await read('c.htm', utf8('')))).toEqual(['empty']);
    expect(codes(await read('d.htm', utf8('%PDF-1.4')))).toEqual(['binary']);
  });
});

describe('zips', () => {
  it('reads the pages, decodes names of Chinese Windows, and passes over pictures', async () => {
    const zip = zipSync({ 'AA/b.htm': page, '../../x.mht': mht, 'c.gif': utf8('GIF89a') });
    const name = encodeAs('文', 'gb18030');
    // The folder's name of two letters, in both places that a zip writes it, becomes one character of GBK.
    for (let at = 0; at < zip.length; at += 1)
      if (zip[at] === 0x41 && zip[at + 1] === 0x41 && zip[at + 2] === 0x2f) zip.set(name, at);
    const items = await read('z.zip', zip);
    expect(items.map((item) => item.name)).toEqual(['z.zip › 文/b.htm', 'z.zip › ../../x.mht']);
    expect(textOf(items[0])).toBe(textOfPage);
  });

  it('refuses archives in archives, and says when there is nothing', async () => {
    const inner = zipSync({ 'a.htm': page });
    expect(codes(await read('z.zip', zipSync({ 'in.zip': inner, 'a.htm': page })))).toEqual(['nested', 'page']);
    expect(codes(await read('z.zip', zipSync({ 'c.gif': utf8('GIF89a') })))).toEqual(['nothing-inside']);
    expect(codes(await read('z.zip', inner.subarray(0, 60)))).toEqual(['damaged']);
  });

  it('does not unpack a bomb, whatever size it claims', async () => {
    const zip = zipSync({ 'a.htm': new Uint8Array(40_000_000), 'b.htm': page });
    expect(codes(await read('z.zip', zip))).toEqual(['too-large', 'page']);
    // The size in the directory says ten bytes.
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, 10, true);
    expect(codes(await read('z.zip', zip))).toEqual(['bomb', 'page']);
  });

  it('goes on after an entry that is damaged', async () => {
    const zip = zipSync({ 'a.htm': utf8('<p>'.repeat(999)), 'b.htm': page });
    zip.fill(0xff, 36, 44);
    expect(codes(await read('z.zip', zip))).toEqual(['damaged', 'page']);
  });
});

const chunked = (bytes: Uint8Array): Uint8Array =>
  joinBytes(utf8(`${bytes.length.toString(16)}\r\n`), bytes, utf8('\r\n0\r\n\r\n'));
const http = (...more: readonly string[]): readonly string[] => [...gb2312Http, ...more];

describe.each([false, true])('WARCs, packed %s', (packed) => {
  const file = (...records: readonly Uint8Array[]) => read('w.warc', warcFile(records, packed));

  it('gives pages with address, moment, charset and decoded bytes', async () => {
    const items = await file(
      warcRecord({ type: 'warcinfo', http: null, body: utf8('software: a') }),
      warcRecord({ body: page, address: 'http://a.cn/1' }),
      warcRecord({ body: chunked(gzipSync(page)), http: http('Transfer-Encoding: chunked', 'Content-Encoding: gzip') }),
      warcRecord({ body: zlibSync(page), http: http('Content-Encoding: deflate') }),
      warcRecord({ type: 'resource', http: null, body: page, date: '2011-03-04T05:06:07.891Z' }),
      warcRecord({ type: 'request', http: ['GET / HTTP/1.1'] }),
      warcRecord({ type: 'revisit' }),
      warcRecord({ http: ['HTTP/1.1 404 Not Found', 'Content-Type: text/html'], body: page }),
      warcRecord({ http: ['HTTP/1.1 200 OK', 'Content-Type: image/gif'], body: utf8('GIF89a') }),
    );
    expect(codes(items)).toEqual(['page', 'page', 'page', 'page']);
    expect(items.map(textOf)).toEqual([textOfPage, textOfPage, textOfPage, textOfPage]);
    expect(items[0]).toMatchObject({
      name: 'w.warc › http://a.cn/1',
      address: 'http://a.cn/1',
      capturedAt: '2007-07-02T20:53:27Z',
      charset: 'gb2312',
      container: 'warc',
    });
    expect(items[3]).toMatchObject({ capturedAt: '2011-03-04T05:06:07Z', charset: null });
  });

  it.each([1, 999, 40_000_000, 9_999_999_999])(
    'goes on after a record whose length is said to be %i',
    async (length) => {
      const good = warcRecord({ body: page });
      const items = await file(good, warcRecord({ body: page, length }), good, good);
      expect(codes(items).filter((code) => code === 'page')).toHaveLength(3);
      expect(codes(items).filter((code) => code !== 'page')).toHaveLength(1);
    },
  );

  it('tells a record that is cut off', async () => {
    const whole = warcFile([warcRecord({ body: page }), warcRecord({ body: page })], packed);
    const items = await read('w.warc', whole.subarray(0, whole.length - 40));
    expect(codes(items)).toEqual(['page', 'damaged']);
  });

  it('reads the WARCs of a WACZ', async () => {
    const name = packed ? 'archive/data.warc.gz' : 'archive/data.warc';
    const wacz = zipSync({
      'datapackage.json': utf8('{}'),
      [name]: [warcFile([warcRecord({ body: page }), warcRecord({ body: page })], packed), { level: packed ? 0 : 6 }],
    });
    expect(codes(await read('c.wacz', wacz))).toEqual(['page', 'page']);
  });
});

it('goes on with the next member after a damaged one', async () => {
  const member = gzipSync(warcRecord({ body: page }));
  const broken = member.slice().fill(0xff, 30, 60);
  expect(
    codes(await read('w.warc.gz', joinBytes(member, broken, member))).filter((code) => code === 'page'),
  ).toHaveLength(2);
});

it('stops at a bomb of gzip', async () => {
  const good = gzipSync(warcRecord({ body: page }));
  const bomb = gzipSync(new Uint8Array(70_000_000));
  expect(codes(await read('w.warc.gz', joinBytes(good, bomb, good)))).toEqual(['page', 'bomb']);
});

it('does not unpack the bomb that a record holds', async () => {
  const body = gzipSync(new Uint8Array(40_000_000));
  const record = warcRecord({ body, http: http('Content-Encoding: gzip') });
  expect(codes(await read('w.warc', joinBytes(record, warcRecord({ body: page }))))).toEqual(['bomb', 'page']);
});
