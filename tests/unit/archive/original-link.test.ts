import { describe, expect, it } from 'vitest';
import { originalLink } from '../../../lib/archive/original-link.ts';
import type { ArchiveName } from '../../../lib/essay/record-words.ts';

const from = (archive: ArchiveName | null, url: string | null = null, originalUrl = 'http://a.cn/x/show.asp?id=1') => ({
  document: null as unknown as Document,
  originalUrl,
  archivedCopy: archive === null ? null : { archive, url, capturedAt: null },
  archiveElements: [],
});

describe('originalLink', () => {
  it.each([
    ['/web/20070702205327/http://a.cn/b.htm', 'http://a.cn/b.htm'],
    ['/web/20070702205327im_/http://a.cn:80/i.gif', 'http://a.cn/i.gif'],
    ['https://web.archive.org/web/20070702205327/http:/a.cn/b.htm', 'http://a.cn/b.htm'],
    ['//web.archive.org/web/20070702205327im_/http://a.cn/i.gif', 'http://a.cn/i.gif'],
    ['show.asp?id=2', 'http://a.cn/x/show.asp?id=2'],
    ['../i.gif', 'http://a.cn/i.gif'],
    ['#n1', '#n1'],
    ['mailto:a@a.cn', 'mailto:a@a.cn'],
    ['javascript:void(0)', 'javascript:void(0)'],
    ['data:image/gif;base64,R0', 'data:image/gif;base64,R0'],
    ['http://b.cn/?to=http://web.archive.org/web/2005/', 'http://b.cn/?to=http://web.archive.org/web/2005/'],
    ['http://[', 'http://['],
  ])('on a replay: %s', (href, expected) => {
    expect(
      originalLink(href, from('wayback', 'https://web.archive.org/web/20070702205327/http://a.cn/x/show.asp?id=1')),
    ).toBe(expected);
  });

  it('folds the links of other archives', () => {
    expect(
      originalLink('https://archive.is/o/Kq7Zd/http://a.cn/b', from('archive-today', 'http://archive.is/Kq7Zd')),
    ).toBe('http://a.cn/b');
    expect(originalLink('/o/Kq7Zd/http://a.cn/b', from('archive-today', 'http://archive.is/Kq7Zd'))).toBe(
      'http://a.cn/b',
    );
    expect(originalLink('/wayback/20070702205327/http://a.cn/b', from('openwayback'))).toBe('http://a.cn/b');
    expect(originalLink('https://ar.example/portals/20070702205327mp_/http://a.cn/b', from('pywb'))).toBe(
      'http://a.cn/b',
    );
  });

  it('leaves what was saved beside the page, and a file’s own links', () => {
    expect(originalLink('page_files/i.gif', from('saved-page'))).toBe('page_files/i.gif');
    expect(originalLink('./page.files/i.gif', from('saved-page'))).toBe('./page.files/i.gif');
    expect(originalLink('b.htm', from(null, null, 'file:///a/page.html'))).toBe('b.htm');
  });
});
