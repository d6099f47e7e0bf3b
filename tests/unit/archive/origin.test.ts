import { describe, expect, it } from 'vitest';
import { markClaim, originalOfFirst, originOf, provesOrigin } from '../../../lib/archive/trust.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import type { Unwrapped } from '../../../lib/archive/unwrapped.ts';
import { parsePage } from '../../support/parse-page.ts';

const own = 'http://www.dx.example/1_2.htm';
const other = 'http://b.cn/1.htm';
const replay = (url: string, at = '20070702205327'): string => `https://web.archive.org/web/${at}/${url}`;
const document = parsePage('<p>塘</p>', own);
const page = (originalUrl = own, rest: Partial<Unwrapped> = {}): Unwrapped => ({
  document,
  originalUrl,
  archivedCopy: null,
  archiveElements: [],
  ...rest,
});
const copy = { archive: 'wayback', url: null, capturedAt: '2007' } as const;

describe('an address proves an original one', () => {
  it.each<[string, string, boolean]>([
    [own, own, true],
    [own, other, false],
    ['FILE:///c:/1.htm', other, true],
    ['http://a.cn/?file:', other, false],
    ['http://[', other, false],
    ['ftp://localhost/?http:', other, false],
    ['HTTP://localhost/1.htm', other, true],
    ['http://archive.is/Kq7Zd', other, true],
    [replay(other), other, true],
    [replay(own), other, false],
  ])('%s of %s: %s', (pageUrl, originalUrl, proves) => {
    expect(provesOrigin(pageUrl, originalUrl)).toBe(proves);
  });
});

describe('a page is marked as a claim', () => {
  it.each<[string, Unwrapped, boolean | undefined, boolean]>([
    [own, page(own), undefined, false],
    [own, page(other), undefined, true],
    [own, page(own, { archivedCopy: copy }), undefined, true],
    [own, page(other, { archivedCopy: copy }), true, false],
    ['file:///c:/1.htm', page(other, { archivedCopy: copy }), undefined, false],
    ['http://localhost/', page(other, { archivedCopy: copy }), undefined, false],
    ['http://archive.is/Kq7Zd', page(other, { archivedCopy: copy }), undefined, false],
    [replay(other), page(other, { archivedCopy: copy }), undefined, false],
  ])('seen at %s: %#', (url, unwrapped, fromDisk, marked) => {
    const found = markClaim({ document, url, ...(fromDisk === undefined ? {} : { fromDisk }) }, unwrapped);
    expect(found).toEqual(marked ? { ...unwrapped, seenAt: url } : unwrapped);
  });
});

describe('where an essay is from', () => {
  const claim = { originalUrl: other, archive: 'wayback', capturedAt: '2007' };
  const seen = (seenAt: string): Unwrapped => page(other, { archivedCopy: copy, seenAt });

  it('is what the page tells, where that is proved', () => {
    expect(originOf(page(other, { archivedCopy: copy }))).toEqual({ originalUrl: other, archivedCopy: copy });
  });

  it('is the address that it was seen under, with what it claims', () => {
    expect(originOf(seen(own))).toEqual({ originalUrl: own, archivedCopy: null, claim });
    expect(originOf(page(other, { seenAt: own })).claim).toEqual({ originalUrl: other, archive: '', capturedAt: null });
  });

  it('is what an archive’s address tells', () => {
    const capturedAt = '2007-07-02T20:53:27Z';
    expect(originOf(seen(replay(own)))).toEqual({
      originalUrl: own,
      archivedCopy: { archive: 'wayback', url: replay(own), capturedAt },
      claim,
    });
    expect(originOf(seen(replay(replay(own), '2016')))).toEqual({
      originalUrl: own,
      archivedCopy: { archive: 'wayback', url: replay(own), capturedAt },
      claim,
    });
    const forged = `http://far.example/20070702205327/${own}`;
    expect(originOf(seen(forged))).toEqual({ originalUrl: forged, archivedCopy: null, claim });
  });
});

describe('the first page of an essay', () => {
  it.each<[string, Unwrapped, string]>([
    ['1_1.htm', page(), 'http://www.dx.example/1_1.htm'],
    ['http://dx.example/1_1.htm', page(), 'http://dx.example/1_1.htm'],
    ['http://www.dx.example/1_1.htm', page('http://dx.example/1_2.htm'), 'http://www.dx.example/1_1.htm'],
    ['http://b.cn/1.htm', page(), own],
    ['http://x.www.dx.example/1_1.htm', page(), own],
    ['javascript:x', page(), own],
    ['http://b.cn/2.htm', page(own, { seenAt: other }), 'http://b.cn/2.htm'],
    ['http://www.dx.example/1_1.htm', page(own, { seenAt: other }), other],
    [replay('http://b.cn/2.htm'), page(own, { seenAt: replay(other) }), 'http://b.cn/2.htm'],
  ])('by %s: %#', (address, unwrapped, first) => {
    expect(originalOfFirst(address, unwrapped)).toBe(first);
  });
});

describe('a page with its wrapper set apart', () => {
  it('comes back as it is where it cannot be read', () => {
    const unreadable = new Proxy(document, {
      getPrototypeOf: () => {
        throw new TypeError('no page');
      },
    });
    const { document: same, ...told } = unwrap({ document: unreadable, url: own });
    expect(same === unreadable).toBe(true);
    expect(told).toEqual({ originalUrl: own, archivedCopy: null, archiveElements: [] });
  });

  it('tells its encoding where that is not Unicode', () => {
    const charsetOf = (charset: string) => unwrap({ document, url: own, charset }).charset;
    expect(['utf-8', 'UTF8', 'gbk', 'utf-16le', 'xutf-8'].map(charsetOf)).toEqual([
      undefined,
      undefined,
      'gbk',
      'utf-16le',
      'xutf-8',
    ]);
  });
});
