import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/archive/address.ts';
import { readArchiveToday } from '../../../lib/archive/archive-today.ts';
import { unwrapLive } from '../../../lib/archive/unwrap-live.ts';
import { parsePage } from '../../support/parse-page.ts';

const original = 'http://dx.example/1.htm';
const short = 'http://archive.is/Kq7Zd';
const far = 'file:///c:/1.htm';
const bookmark = (at: string, url = original): string =>
  `<link rel="bookmark" href="http://archive.today/${at}/${url}">`;
const canonical = `<link rel="canonical" href="${short}">`;
const modified = '<meta property="article:modified_time" content="2012-05-03T10:10:10.123Z">';
const asked = '<input name="q" value="http://dx.example/2.htm">';
const clock = '<time datetime="2012-05-02T10:10:10.456Z"></time>';
const frame = (head: string, header = ''): string =>
  `<html><head>${head}</head><body><div id="HEADER">${header}</div><div id="CONTENT"><p>塘</p></div></body></html>`;
const read = (html: string, where = far) =>
  readArchiveToday({ document: parsePage(html, where), url: where }, readAddress(where), where);

describe('a page of archive.today', () => {
  it.each<[string, string, string, string | null, string | null, string | null]>([
    [
      'its bookmark',
      frame(bookmark('20120501101010') + canonical + modified, asked + clock),
      far,
      original,
      short,
      '2012-05-01T10:10:10Z',
    ],
    [
      'its header',
      frame(canonical + modified, asked + clock),
      far,
      'http://dx.example/2.htm',
      short,
      '2012-05-02T10:10:10Z',
    ],
    ['its head', frame(canonical + modified), far, null, short, '2012-05-03T10:10:10Z'],
    [
      'a bookmark without a moment',
      frame(bookmark('newest') + modified),
      far,
      original,
      `http://archive.today/newest/${original}`,
      '2012-05-03T10:10:10Z',
    ],
    [
      'its address alone',
      frame(''),
      `http://archive.ph/20120504101010/${original}`,
      original,
      `http://archive.ph/20120504101010/${original}`,
      '2012-05-04T10:10:10Z',
    ],
    ['its short address', frame('', asked), short, 'http://dx.example/2.htm', short, null],
    ['no address that was asked', frame(canonical, '<input name="q" value="塘">'), far, null, short, null],
  ])('is told by %s', (_, html, where, originalUrl, url, capturedAt) => {
    expect(read(html, where)).toMatchObject({ archive: 'archive-today', originalUrl, url, capturedAt });
  });

  it.each([
    ['no header', frame(canonical).replace('HEADER', 'X')],
    ['no content', frame(canonical).replace('CONTENT', 'X')],
    ['no address of its', frame(bookmark('20120501101010').replace('archive.today', 'web.archive.org'), asked + clock)],
  ])('is none with %s', (_, html) => {
    expect(read(html)).toBeNull();
  });

  it('holds elements of the archive’s', () => {
    const html = frame(
      `${canonical}${modified}<meta property="og:title" content="塘"><meta name="twitter:card" content="x"><meta name="author" content="林">`,
      asked,
    ).replace(
      '<p>塘</p>',
      '<p>塘</p><i id="DIVSHARE"></i><i id="DIVSHARE2"></i><i id="SHARER"></i><i id="SHARE_1"></i><i id="xSHARE_1"></i><i id="hashtags"></i><i id="FOOTER"></i>',
    );
    const names = read(html)?.archiveElements.map(
      (element) => element.id || element.getAttribute('property') || element.getAttribute('name'),
    );
    expect(names).toEqual([
      'article:modified_time',
      'twitter:card',
      'HEADER',
      'DIVSHARE',
      'DIVSHARE2',
      'SHARER',
      'SHARE_1',
      'hashtags',
      'FOOTER',
    ]);
  });
});

describe('a page that is shown now', () => {
  const live = (html: string, url: string) => {
    const { originalUrl, archivedCopy, archiveElements } = unwrapLive({ document: parsePage(html, url), url });
    return { originalUrl, archivedCopy, ids: archiveElements.map(({ id }) => id) };
  };
  const toolbar = '<p>塘</p><i id="wm-ipp-base"></i><i id="wm-ipp"></i><i id="wm-ipp-print"></i><i id="donato"></i>';

  it('is its own where it has no archive’s address', () => {
    expect(live(toolbar, original)).toEqual({ originalUrl: original, archivedCopy: null, ids: [] });
    expect(live(frame(canonical), far)).toEqual({ originalUrl: far, archivedCopy: null, ids: [] });
  });

  it('is a copy under an archive’s address, less its toolbar', () => {
    const url = `http://web.archive.org/web/20070702205327/${original}`;
    expect(live(toolbar, url)).toEqual({
      originalUrl: original,
      archivedCopy: { archive: 'wayback', url, capturedAt: '2007-07-02T20:53:27Z' },
      ids: ['wm-ipp-base', 'wm-ipp', 'wm-ipp-print', 'donato'],
    });
  });

  it('is archive.today’s with its header', () => {
    expect(live(frame(bookmark('20120501101010'), asked), short)).toEqual({
      originalUrl: original,
      archivedCopy: { archive: 'archive-today', url: short, capturedAt: '2012-05-01T10:10:10Z' },
      ids: ['HEADER'],
    });
  });

  it('is its own where it cannot be read', () => {
    const document = new Proxy(parsePage('<p>塘</p>', original), {
      getPrototypeOf: () => {
        throw new TypeError('no page');
      },
    });
    const url = `http://web.archive.org/web/20070702205327/${original}`;
    const { document: same, ...told } = unwrapLive({ document, url });
    expect(same === document).toBe(true);
    expect(told).toEqual({ originalUrl: url, archivedCopy: null, archiveElements: [] });
  });
});
