import { deflateSync, gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pageSets } from '../../../lib/import/page-sets.ts';
import { readSet } from '../../../lib/import/read-set.ts';
import { readHttpResponse } from '../../../lib/import/sources/http-response.ts';
import { pagesOfSource } from '../../../lib/import/sources/read-source.ts';
import type { SourceItem } from '../../../lib/import/sources/source.ts';
import { openBytesWith } from '../../../scripts/clip/open-bytes.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { joinBytes } from '../../corpus/encode.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { kesionPath, pageOf, stoneWalls } from '../../support/paged-essay.ts';
import { warcRecord } from '../../support/warc.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = '<html><body><p>石坎要年年修，修一年管三年。</p></body></html>';
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function read(name: string, bytes: Uint8Array): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of pagesOfSource({ name, blob: new Blob([new Uint8Array(bytes)]) })) items.push(item);
  return items;
}

describe('a response', () => {
  const gzip = gzipSync(bytesOf(html.repeat(60)));
  const cut = gzip.subarray(0, gzip.length - 12);
  it.each<[string, Uint8Array, string, boolean]>([
    ['with bare line feeds', bytesOf(`HTTP/1.0 200 OK\nContent-Type: text/html\n\n${html}`), html, false],
    ['without a status line', bytesOf(`Content-Type: text/html\r\n\r\n${html}`), html, false],
    ['without a head', bytesOf(html), html, false],
    ['shorter than it says', bytesOf(`HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n${html}`), html, true],
    [
      'in chunks',
      bytesOf(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1;x=y\r\n>\r\n0\r\n\r\n`),
      '<html>',
      false,
    ],
    ['that says chunks and has none', bytesOf(`HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n${html}`), html, false],
    ['packed', joinBytes(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n'), gzip), html.repeat(60), false],
    ['that says packed and is not', bytesOf(`HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n${html}`), html, false],
    [
      'packed by zlib',
      joinBytes(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: deflate\n\n'), zlibSync(bytesOf(html))),
      html,
      false,
    ],
    [
      'packed bare',
      joinBytes(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: deflate\n\n'), deflateSync(bytesOf(html))),
      html,
      false,
    ],
  ])('%s is read', (_, block, body, isCut) => {
    const response = readHttpResponse(block, 1_000_000);
    if (response === null || response === 'bomb') throw new Error('nothing read');
    expect(textOf(response.body)).toBe(body);
    expect(response).toMatchObject({ status: 200, cut: isCut });
  });

  it('that was cut while packed is unpacked as far as it goes', () => {
    const response = readHttpResponse(
      joinBytes(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n'), cut),
      1_000_000,
    );
    if (response === null || response === 'bomb') throw new Error('nothing read');
    expect(response.cut).toBe(true);
    expect(html.repeat(60).startsWith(textOf(response.body))).toBe(true);
    expect(response.body.length).toBeGreaterThan(html.length);
  });

  it('that fills the memory is none', () => {
    const bomb = gzipSync(new Uint8Array(9_000_000));
    expect(readHttpResponse(joinBytes(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n'), bomb), 1_000_000)).toBe(
      'bomb',
    );
    expect(readHttpResponse(bytesOf('HTTP/1.1 200 OK\nContent-Encoding: br\n\nx'), 1_000_000)).toBeNull();
  });
});

describe('an ARC', () => {
  const record = (url: string, block: Uint8Array, date = '20020714083011', type = 'text/html'): Uint8Array =>
    joinBytes(bytesOf(`${url} 192.0.2.1 ${date} ${type} ${block.length}\n`), block, bytesOf('\n'));
  const about = bytesOf('1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n');
  const page = joinBytes(
    bytesOf('HTTP/1.0 200 OK\nContent-Type: text/html; charset=gb2312\n\n'),
    new Uint8Array(encodeGb2312(html)),
  );
  const arc = joinBytes(
    record('filedesc://IA-000001.arc', about, '20020714000000', 'text/plain'),
    record('http://www.qsdx.gov.cn/show.asp?id=12', page),
    record('http://www.qsdx.gov.cn/gone.asp', bytesOf('HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\nno')),
    record('http://www.qsdx.gov.cn/1.gif', bytesOf('HTTP/1.0 200 OK\r\nContent-Type: image/gif\r\n\r\nGIF89a')),
  );
  const expected = {
    address: 'http://www.qsdx.gov.cn/show.asp?id=12',
    capturedAt: '2002-07-14T08:30:11Z',
    charset: 'gb2312',
    container: 'warc',
  };

  it('gives its pages, packed or not', async () => {
    expect(await read('a.arc', arc)).toMatchObject([expected]);
    expect(await read('a.arc.gz', gzipSync(arc))).toMatchObject([expected]);
  });

  it('of another version, with a wrong length in it, too', async () => {
    const second = joinBytes(
      bytesOf(`http://www.qsdx.gov.cn/b.htm 192.0.2.1 20020714083012 text/html 200 - - 140 IA.arc ${page.length}\n`),
      page,
      bytesOf('\n'),
    );
    const wrong = joinBytes(record('filedesc://a.arc', about), bytesOf('junk that is no record\n'), second);
    expect(await read('a.arc', wrong)).toMatchObject([
      { address: 'http://www.qsdx.gov.cn/b.htm', capturedAt: '2002-07-14T08:30:12Z' },
    ]);
  });
});

it('an essay whose page was cut says so at its end', async () => {
  const whole = gzipSync(new Uint8Array(encodeGb2312(pageOf(stoneWalls, 1))));
  const body = whole.subarray(0, whole.length - 120);
  const record = warcRecord({
    address: `http://www.qsdx.gov.cn${kesionPath(1)}`,
    body,
    http: ['HTTP/1.0 200 OK', 'Content-Type: text/html; charset=gb2312', 'Content-Encoding: gzip'],
  });
  const open = openBytesWith(openPage);
  const source = pagesOfSource({ name: 'a.warc', blob: new Blob([new Uint8Array(record)]) });
  for await (const set of pageSets(source, open)) {
    if ('problem' in set) throw new Error(set.problem.code);
    const kept = await readSet(set, open, { any: true });
    expect(kept.ok && kept.value.essay.html).toMatch(/其余部分没有存下来］<\/p>$/);
    expect(kept.ok && kept.value.essay.text).not.toContain('没有存下来');
  }
});
