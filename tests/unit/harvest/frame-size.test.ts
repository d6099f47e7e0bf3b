import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { frameSize } from '../../../lib/harvest/captures/frame-size.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';

/** Sizes of so many pages, spread evenly between two bounds. */
const between = (count: number, from: number, to: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => Math.round(from + ((to - from) * n) / Math.max(1, count - 1)));
const sizeOf = (...groups: readonly (readonly number[])[]): number | null => frameSize(Int32Array.from(groups.flat()));

describe('the size of a site’s frame with a few lines in it', () => {
  it('is told by notices that stand apart from essays, few or many, whatever is broken below them', () => {
    expect(sizeOf(between(30, 2000, 2050), between(170, 2700, 9000))).toBe(2050);
    expect(sizeOf(between(500, 4000, 4300), between(100, 6000, 20_000))).toBe(4300);
    expect(sizeOf(between(3, 400, 500), between(30, 2000, 2050), [2450], between(170, 2700, 9000))).toBe(2050);
  });

  it('is not told where nothing but essays is there, where news is as long as they, or little is known', () => {
    expect(sizeOf(between(300, 2700, 9000))).toBeNull();
    expect(sizeOf(between(100, 2000, 9000), between(100, 2700, 9000))).toBeNull();
    expect(sizeOf(between(8, 400, 500), between(300, 2700, 9000))).toBeNull();
    expect(sizeOf(between(10, 2000, 2050), between(25, 2700, 9000))).toBeNull();
    expect(sizeOf(between(300, 5000, 5000))).toBeNull();
    expect(sizeOf([])).toBeNull();
  });
});

describe('addresses of one shape', () => {
  it('are told apart by their longest record, and those whose size nobody tells stay what their address says', () => {
    const catalogue = createCatalogue();
    const reader = createIndexReader();
    const row = (id: number, size: string): string =>
      `k 20050101000000 http://www.qhswdx.com/show.asp?id=${id} text/html 200 D${id} ${size}\n`;
    const rows = [
      ...between(20, 2000, 2050).map((size, n) => row(100 + n, String(size))),
      ...between(60, 2700, 9000).map((size, n) => row(200 + n, String(size))),
      row(300, '-'),
      row(301, '2010'),
      row(301, '-').replace('20050101', '20070101').replace('D301', 'E301'),
      `k 20060101000000 http://www.qhswdx.com/show.asp?id=200 warc/revisit - D200 500\n`,
    ];
    for (const one of [...reader.push(rows.join('')), ...reader.end().rows]) catalogue.add(one);
    const of = (id: number) => catalogue.get(`http://qhswdx.com/show.asp?id=${id}`);
    expect(of(100)).toMatchObject({ kind: 'other', by: 'size' });
    expect(of(200)).toMatchObject({ kind: 'essay', count: 2 });
    for (const id of [300, 301]) expect(of(id)).toMatchObject({ kind: 'essay' });
    expect(catalogue.counts()).toMatchObject({ essay: 62, other: 20 });
  });
});
