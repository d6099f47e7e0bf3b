import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { readWaybackDate } from '../../../lib/archive/wayback/wayback-date.ts';
import { wraps } from '../../corpus/wrap/index.ts';
import { parsePage } from '../../support/parse-page.ts';
import { samplePage, sampleTimestamp, sampleUrl } from './sample-page.ts';

const FILE = 'file:///a/page.html';
const moment = '2007-07-02T20:53:27Z';
const current = String(wraps.waybackCurrent(samplePage, { originalUrl: sampleUrl, timestamp: sampleTimestamp }).page);

function told(
  page: string,
  url = FILE,
): { originalUrl: string; capturedAt: string | null | undefined; archive: string | undefined } {
  const { originalUrl, archivedCopy } = unwrap({ document: parsePage(page, url), url });
  return { originalUrl, capturedAt: archivedCopy?.capturedAt, archive: archivedCopy?.archive };
}
const wayback = { originalUrl: sampleUrl, capturedAt: moment, archive: 'wayback' };

describe('a replay of the Wayback Machine', () => {
  // Each step takes one more source away, in the order of trust.
  const strip: readonly (readonly [string, RegExp])[] = [
    ['wombat', /__wm\.wombat\([^;]*;/],
    ['bt', /__wm\.bt\([^;]*;/],
    ['toolbar input', /<form class="u"[\s\S]*?<\/form>/],
    ['print line', /The Wayback Machine - [^<]*/],
  ];
  it.each(strip.map(([name], at) => [name, at] as const))('is read when %s is gone', (_, at) => {
    const page = strip.slice(0, at + 1).reduce((html, [, pattern]) => html.replace(pattern, ''), current);
    const expected = at < 3 ? sampleUrl : 'http://www.yunhedx.cn/';
    expect(told(page)).toEqual({ ...wayback, originalUrl: expected });
  });

  it('is read from its links alone in a file, by the page’s link to itself', () => {
    const links = [41, 43, 44]
      .map((id) => `<a href="/web/${sampleTimestamp}/http://www.yunhedx.cn/show.asp?id=${id}">文</a>`)
      .join('');
    expect(told(links)).toEqual({ ...wayback, originalUrl: 'http://www.yunhedx.cn/' });
    expect(told(`${links}<a href="/web/${sampleTimestamp}/${sampleUrl}#top">回顶部</a>`)).toEqual(wayback);
  });

  it('is not read from links on a live page, which are its author’s references', () => {
    const links = [41, 43, 44]
      .map(
        (id) =>
          `<a href="http://web.archive.org/web/${sampleTimestamp}/http://www.yunhedx.cn/show.asp?id=${id}">文</a>`,
      )
      .join('');
    expect(told(links, 'http://a.cn/').archive).toBeUndefined();
  });

  it('is read from the toolbar in a shadow root’s template when the scripts are gone', () => {
    const saved = String(wraps.waybackSavedAs(samplePage, { originalUrl: sampleUrl, timestamp: sampleTimestamp }).page);
    expect(told(saved.replace(/<script[\s\S]*?<\/script>|<!-- *\n[\s\S]*?-->/g, ''))).toEqual(wayback);
  });

  it('takes a day alone, as the scripts of 2017 gave it, until something tells the full moment', () => {
    const day = `<script>__wm.bt(625,27,25,2,"web","${sampleUrl}","2007-07-02",1996,"/static/");</script>${samplePage}`;
    expect(told(day)).toEqual({ ...wayback, capturedAt: '2007-07-02' });
    expect(told(`${day}<!-- FILE ARCHIVED ON 20:53:27 Jul 2, 2007 AND RETRIEVED -->`)).toEqual(wayback);
  });

  it('believes the page before the address', () => {
    expect(told(current, 'https://web.archive.org/web/20160101000000/http://other.example/')).toEqual(wayback);
    expect(told(current, 'http://mirror.example/page.html')).toEqual(wayback);
  });

  it('refuses addresses that are none and takes the next source', () => {
    for (const hostile of [
      'javascript:alert(1)',
      'data:text/html,x',
      `http://x.cn/${'a'.repeat(5000)}`,
      'http://[',
      'no address',
    ]) {
      expect(told(current.replace(`__wm.wombat("${sampleUrl}"`, `__wm.wombat("${hostile}"`))).toEqual(wayback);
    }
  });

  it('undoes the escapes of its own code', () => {
    expect(
      told(current.replace(`wombat("${sampleUrl}"`, 'wombat("http:\\/\\/a.cn\\/b.asp?c=1\\u0026d=2"')).originalUrl,
    ).toBe('http://a.cn/b.asp?c=1&d=2');
  });

  it.each([
    ['https://web.archive.org/web/20050714id_/http://a.cn/b.htm', 'http://a.cn/b.htm', '2005-07-14'],
    ['https://web.archive.org/web/2005/http:/a.cn/b.htm', 'http://a.cn/b.htm', '2005'],
    ['https://web.archive.org/web/20050714120000if_/www.a.cn/b.htm', 'http://www.a.cn/b.htm', '2005-07-14T12:00:00Z'],
    ['https://web.archive.org/web/2/http://a.cn:80/b.htm', 'http://a.cn/b.htm', null],
    ['http://web.archive.org/web/http%3A%2F%2Fa.cn/b.htm', 'http://a.cn/b.htm', null],
    [
      'https://web.archive.org/web/200507141200/https://a.cn:8080/b.htm?x=http://c.cn/',
      'https://a.cn:8080/b.htm?x=http://c.cn/',
      '2005-07-14T12:00Z',
    ],
    [
      'https://web.archive.org/web/20160805000000/https://web.archive.org/web/20050714120000/http://a.cn/',
      'http://a.cn/',
      '2005-07-14T12:00:00Z',
    ],
  ])('is told by its address alone: %s', (url, originalUrl, capturedAt) => {
    expect(told(samplePage, url)).toEqual({ originalUrl, capturedAt, archive: 'wayback' });
  });

  it('is not told by an address that is overlong', () => {
    expect(
      told(samplePage, `https://web.archive.org/web/2005/http://a.cn/${'a'.repeat(5000)}`).archive,
    ).toBeUndefined();
  });

  it('takes the full moment from the comment when the address has the year alone', () => {
    const page = `${samplePage}<!-- FILE ARCHIVED ON 20:53:27 Jul 2, 2007 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 1:02:03 Aug 5, 2016. -->`;
    expect(told(page, `http://web.archive.org/web/2007/${sampleUrl}`)).toEqual(wayback);
  });

  it('finds the comment in a page that never closes its elements', () => {
    const page = `<html><body><table><tr><td><div>正文<!-- FILE ARCHIVED ON 20:53:27 Jul 2, 2007 AND RETRIEVED -->`;
    expect(told(page)).toEqual({ ...wayback, originalUrl: FILE });
  });

  it('reads the script that was appended before 2006', () => {
    const page = `${samplePage}<SCRIPT language="Javascript">\n<!--\n// FILE ARCHIVED ON 20040325055116 AND RETRIEVED FROM THE\n// INTERNET ARCHIVE ON 20060110202528.\n// JAVASCRIPT APPENDED BY WAYBACK MACHINE\n   var sWayBackCGI = "http://web.archive.org/web/20040325055116/";\n//-->\n</SCRIPT>`;
    expect(told(page, `http://web.archive.org/web/2004/${sampleUrl}`)).toEqual({
      ...wayback,
      capturedAt: '2004-03-25T05:51:16Z',
    });
  });

  it('takes nothing for toolbar when its end is missing', () => {
    const document = parsePage(current.replace('<!-- END WAYBACK TOOLBAR INSERT -->', ''), FILE);
    const { archiveElements } = unwrap({ document, url: FILE });
    expect(archiveElements.some((element) => element.textContent?.includes('师资是办学的根本'))).toBe(false);
  });
});

describe('readWaybackDate', () => {
  it.each([
    [
      'FILE ARCHIVED ON 20:53:27 Jul 2, 2007 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 1:02:03 Aug 5, 2016',
      '2007-07-02T20:53:27Z',
    ],
    ['FILE ARCHIVED ON 3:48:42 Apr 03, 2014 AND', '2014-04-03T03:48:42Z'],
    ['FILE ARCHIVED ON 20:53:27 Okt 2, 2007', '2007-10-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 Mär 2, 2007', '2007-03-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 déc. 2, 2007', '2007-12-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 juil. 2, 2007', '2007-07-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 juin 2, 2007', '2007-06-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 十一月 2, 2007', '2007-11-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 十月 2, 2007', '2007-10-02T20:53:27Z'],
    ['FILE ARCHIVED ON 20:53:27 7月 2, 2007', '2007-07-02T20:53:27Z'],
    [
      'FILE ARCHIVED ON 20040325055116 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 20060110202528',
      '2004-03-25T05:51:16Z',
    ],
    ['FILE ARCHIVED ON 20:53:27 Foo 2, 2007', null],
    ['FILE ARCHIVED ON 20:53:27 Feb 31, 2007', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(readWaybackDate(text)).toBe(expected);
  });
});
