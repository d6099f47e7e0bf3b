import { describe, expect, it } from 'vitest';
import type { IndexedCapture } from '../../../lib/harvest/captures/capture-store.ts';
import { createCatalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { captureToTry, inOrderOfTrust, type JudgedCapture } from '../../../lib/harvest/captures/next-capture.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';

const line = (
  original: string,
  timestamp: string,
  digest: string,
  status = '200',
  type = 'text/html',
  length = '2000',
) => `k ${timestamp} ${original} ${type} ${status} ${digest} ${length}\n`;

function catalogueOf(...lines: readonly string[]) {
  const catalogue = createCatalogue();
  const reader = createIndexReader();
  for (const row of [...reader.push(lines.join('')), ...reader.end().rows]) catalogue.add(row);
  return catalogue;
}

describe('a catalogue', () => {
  it('gathers all forms of an address, each capture under the form that it was crawled under', () => {
    const catalogue = catalogueOf(
      line('http://www.nbdx.cn:80/Show.asp?ID=697', '20090101000000', 'B'),
      line('http://nbdx.cn/show.asp?id=697', '20070702205327', 'A'),
      line('http://nbdx.cn/show.asp?id=697', '20070702205327', 'A'),
      line('http://nbdx.cn/show.asp?id=698', '20070702205327', 'C'),
    );
    expect(catalogue.get('http://nbdx.cn/show.asp?id=697')).toMatchObject({
      count: 2,
      first: '20070702205327',
      last: '20090101000000',
      kind: 'essay',
    });
    expect(
      catalogue.captures('http://nbdx.cn/show.asp?id=697').map(({ timestamp, original }) => [timestamp, original]),
    ).toEqual([
      ['20070702205327', 'http://nbdx.cn/show.asp?id=697'],
      ['20090101000000', 'http://www.nbdx.cn:80/Show.asp?ID=697'],
    ]);
    expect(catalogue.counts()).toMatchObject({ rows: 4, captures: 3, addresses: 2, essay: 2 });
  });

  it('has no captures that are missing or led elsewhere, and those of revisits', () => {
    const catalogue = catalogueOf(
      line('http://a.cn/show.asp?id=1', '20070101000000', 'A', '404'),
      line('http://a.cn/show.asp?id=1', '20080101000000', 'B', '302'),
      line('http://a.cn/show.asp?id=2', '20090101000000', 'C', '-', 'warc/revisit', '-'),
      line('http://a.cn/show.asp?id=3', '20090101000000', 'C', '503'),
    );
    expect(catalogue.get('http://a.cn/show.asp?id=1')).toBeNull();
    expect(catalogue.captures('http://a.cn/show.asp?id=1')).toEqual([]);
    expect(catalogue.captures('http://a.cn/show.asp?id=2')).toMatchObject([
      { revisit: true, length: null, digest: 'C' },
    ]);
  });

  it('has no revisit of what was missing at its address, in whatever order the rows come', () => {
    const at = (id: number) => `http://a.cn/show.asp?id=${id}`;
    const rows = [
      line(at(1), '20070101000000', 'A', '404'),
      line(at(1), '20080101000000', 'A', '-', 'warc/revisit', '-'),
      line(at(2), '20070101000000', 'A', '404'),
      line(at(2), '20080101000000', 'A', '200'),
      line(at(2), '20090101000000', 'A', '-', 'warc/revisit', '-'),
      line(at(3), '20090101000000', 'A', '-', 'warc/revisit', '-'),
    ];
    for (const catalogue of [catalogueOf(...rows), catalogueOf(...rows.toReversed())]) {
      expect([1, 2, 3].map((id) => catalogue.get(at(id))?.count ?? 0)).toEqual([0, 2, 1]);
      expect(catalogue.captures(at(1))).toEqual([]);
      expect(catalogue.captures(at(2)).map(({ revisit }) => revisit)).toEqual([false, true]);
    }
  });

  it('is the same from rows out of order, and from rows that come twice', () => {
    const at = (id: number) => `http://a.cn/show.asp?id=${id}`;
    const rows = [1, 2].flatMap((id) => [
      line(at(id), '20070101000000', 'SAME'),
      line(at(id), '20080101000000', 'SAME'),
      line(at(id), '20090101000000', `D${id}`),
    ]);
    const [first, second, third, ...others] = rows;
    const mixed = catalogueOf(...[third, ...others, first, third, second, ...rows].map((row) => row ?? ''));
    const told = ({ captures }: ReturnType<typeof catalogueOf>) => [1, 2].map((id) => captures(at(id)));
    expect(told(mixed)).toEqual(told(catalogueOf(...rows)));
    expect(mixed.captures(at(1)).map(({ sharedBy }) => sharedBy)).toEqual([2, 2, 1]);
  });

  it('takes a row that came as a revisit first for the bytes that it has', () => {
    const revisit = line('http://a.cn/show.asp?id=1', '20070101000000', 'A', '-', 'warc/revisit', '-');
    const catalogue = catalogueOf(revisit, line('http://a.cn/show.asp?id=1', '20070101000000', 'A'));
    expect(catalogue.captures('http://a.cn/show.asp?id=1')).toMatchObject([{ revisit: false }]);
  });

  it('counts the addresses that share the same bytes', () => {
    const catalogue = catalogueOf(
      ...[1, 2, 3, 3].map((id) => line(`http://a.cn/show.asp?id=${id}`, `2007010100000${id}`, 'SAME')),
    );
    expect(catalogue.captures('http://a.cn/show.asp?id=1')).toMatchObject([{ sharedBy: 3 }]);
  });

  it('learns from lists what is an essay, and forgets it where they say otherwise', () => {
    const at = (path: string) => `http://a.cn/${path}`;
    const paths = ['ziliao.asp?bh=x1', 'ziliao.asp?bh=x2', 'print.asp?id=1', 'show.asp?id=1'];
    const catalogue = catalogueOf(...paths.map((path, n) => line(at(path), '20080101000000', `D${n}`)));
    const kinds = () => paths.map((path) => catalogue.get(at(path))?.kind);
    expect(kinds()).toEqual(['other', 'other', 'other', 'essay']);
    catalogue.learn({ essays: new Set([at('ziliao.asp?bh=x#'), at('print.asp?id=#')]) });
    expect(kinds()).toEqual(['essay', 'essay', 'other', 'essay']);
    expect(catalogue.get(at('ziliao.asp?bh=x1'))?.by).toBe('shape');
    expect(catalogue.counts()).toMatchObject({ essay: 3, other: 1 });
    catalogue.learn({ essays: new Set() });
    expect(kinds()[0]).toBe('other');
  });

  it('counts kinds by year: of the address, else of the first capture', () => {
    const catalogue = catalogueOf(
      line('http://a.cn/show.asp?id=1', '20080101000000', 'A'),
      line('http://a.cn/show.asp?id=1', '20060101000000', 'B'),
      line('http://a.cn/art/2004/7/14/art_1_2.html', '20080101000000', 'C'),
      line('http://a.cn/list.asp?classid=1&page=4', '20080101000000', 'D'),
      line('http://a.cn/show.asp?id=1&page=2', '20080101000000', 'E'),
    );
    const { years, essay, list, other } = catalogue.counts();
    expect([essay, list, other]).toEqual([2, 1, 1]);
    expect([...years].sort()).toEqual([
      [2004, { essay: 1, list: 0, other: 0 }],
      [2006, { essay: 1, list: 0, other: 0 }],
      [2008, { essay: 0, list: 1, other: 1 }],
    ]);
  });
});

const capture = (timestamp: string, digest: string, more: Partial<IndexedCapture> = {}): IndexedCapture => ({
  timestamp,
  digest,
  original: 'http://a.cn/show.asp?id=1',
  length: 2000,
  revisit: false,
  sharedBy: 1,
  offset: null,
  file: null,
  ...more,
});
const order = (...captures: readonly IndexedCapture[]) => inOrderOfTrust(captures).map(({ timestamp }) => timestamp);

describe('the order in which captures are tried', () => {
  it('is that of time, one for each text', () => {
    expect(order(capture('2009', 'C'), capture('2007', 'A'), capture('2008', 'A'), capture('2006', 'B'))).toEqual([
      '2006',
      '2007',
      '2009',
      '2008',
    ]);
  });

  it('puts bytes that many addresses share last, and those that are far too short', () => {
    expect(
      order(
        capture('2005', 'ERR', { sharedBy: 40 }),
        capture('2006', 'S', { length: 300 }),
        capture('2007', 'A'),
        capture('2008', 'B'),
      ),
    ).toEqual(['2007', '2008', '2006', '2005']);
  });

  it('takes the capture that has bytes before a revisit of them, and leaves empty ones out', () => {
    expect(
      order(
        capture('2005', 'A', { revisit: true, length: null }),
        capture('2007', 'A'),
        capture('2006', '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'),
      ),
    ).toEqual(['2007', '2005']);
  });

  it('knows nothing of bytes whose digest is not told', () => {
    expect(order(capture('2006', ''), capture('2005', ''), capture('2007', ''))).toEqual(['2005', '2006', '2007']);
  });
});

describe('the next capture', () => {
  const all = [capture('2005', 'A'), capture('2006', 'A'), capture('2007', 'B'), capture('2008', 'C')];
  const next = (tried: readonly JudgedCapture[], bad: readonly string[] = []) =>
    captureToTry(all, tried, new Set(bad))?.timestamp ?? null;

  it('has other bytes than one that was bad', () => {
    expect(next([])).toBe('2005');
    expect(next([{ timestamp: '2005', verdict: 'soft-404' }])).toBe('2007');
    expect(
      next([
        { timestamp: '2005', verdict: 'soft-404' },
        { timestamp: '2007', verdict: 'empty' },
      ]),
    ).toBe('2008');
    expect(next(['2005', '2007', '2008'].map((timestamp) => ({ timestamp, verdict: 'error-page' })))).toBeNull();
  });

  it('may have the same bytes where a record could not be had', () => {
    const lost = ['2005', '2007', '2008'].map((timestamp): JudgedCapture => ({ timestamp, verdict: 'unavailable' }));
    expect(next(lost)).toBe('2006');
  });

  it('passes over bytes that were bad under another address', () => {
    expect(next([], ['A', 'B'])).toBe('2008');
    expect(next([], ['A', 'B', 'C'])).toBeNull();
  });
});
