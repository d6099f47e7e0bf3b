import { describe, expect, it } from 'vitest';
import { originalLink } from '../../../lib/archive/original-link.ts';
import { withEncodedQuery } from '../../../lib/archive/query-encoding.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { parsePage } from '../../support/parse-page.ts';

const address = 'http://www.qsdx.gov.cn/show.asp?id=12';
const unwrapped = (html: string, url = 'file:///a/b.html', charset?: string) =>
  unwrap({ document: parsePage(html, url), url, ...(charset === undefined ? {} : { charset }) });
const page = (head: string, body = ''): string =>
  `<html>${head}<head></head><body>${body}<p>祠堂夜校</p></body></html>`;

describe('what saving programs write', () => {
  it.each([
    [
      'httrack',
      `<!-- Mirrored from www.qsdx.gov.cn/show.asp?id=12 by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 14 Jul 2005 08:30:11 GMT -->`,
      '2005-07-14T08:30:11Z',
    ],
    [
      'saved-page',
      `<!-- Saved from ${address} at 2020-01-02T03:04:05Z using monolith v2.8.1 -->`,
      '2020-01-02T03:04:05Z',
    ],
    [
      'save-page-we',
      `<meta name="savepage-url" content="${address}"><meta name="savepage-date" content="Thu Jul 14 2011 08:30:11 GMT+0800 (中国标准时间)">`,
      '2011-07-14T00:30:11Z',
    ],
    [
      'singlefile',
      `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: Thu Jul 14 2011 08:30:11 GMT+0800 (CST)\n-->`,
      '2011-07-14T00:30:11Z',
    ],
    ['saved-page', `<!-- saved from url=(0037)${address} -->`, null],
    ['saved-page', `<meta name="Url" content="${address}">`, null],
    [
      'saved-page',
      `<link rel="canonical" href="${address}"><meta property="og:url" content="http://other.cn/1">`,
      null,
    ],
    ['saved-page', `<meta name="url" content="/show.asp"><meta property="og:url" content="${address}">`, null],
  ])('%s: %#', (archive, head, capturedAt) => {
    expect(unwrapped(page(head))).toMatchObject({
      originalUrl: address,
      archivedCopy: { archive, url: null, capturedAt },
    });
  });

  it.each([
    ['a relative canonical', '<link rel="canonical" href="show.asp?id=12">', 'file:///a/b.html'],
    ['an archive as its canonical', '<link rel="canonical" href="http://archive.is/AbCdE">', 'file:///a/b.html'],
    ['a canonical of a page with an address of its own', '<link rel="canonical" href="http://other.cn/1">', address],
  ])('but not by %s', (_, head, url) => {
    expect(unwrapped(page(head), url)).toMatchObject({ originalUrl: url, archivedCopy: null });
  });

  it('the folders of a mirror are hosts', () => {
    const read = unwrapped(
      page(
        `<!-- Mirrored from www.qsdx.gov.cn/a/show.htm by HTTrack Website Copier/3.x [XR], Thu, 14 Jul 2005 08:30:11 GMT -->`,
      ),
    );
    expect(originalLink('../pic/1.jpg', read)).toBe('http://www.qsdx.gov.cn/pic/1.jpg');
    expect(originalLink('../../img.qsdx.gov.cn/1.jpg', read)).toBe('http://img.qsdx.gov.cn/1.jpg');
  });
});

describe('copies of search engines', () => {
  const banner = (words: string): string => `<div>${words} <a href="${address}">${address}</a></div>`;
  it.each([
    [
      'http://webcache.googleusercontent.com/search?q=cache:abcdEFGH:www.qsdx.gov.cn/show.asp%3Fid%3D12+%E5%A4%9C&hl=zh-CN',
      '',
      'google-cache',
      null,
    ],
    ['http://64.233.161.104/search?q=cache:www.qsdx.gov.cn/show.asp%3Fid%3D12', '', 'google-cache', null],
    ['http://cache.baiducontent.com/c?m=9f65', banner('以下是网页的百度快照'), 'baidu-cache', null],
    ['http://snapshot.sogoucdn.com/websnapshot?ie=utf8', banner('搜狗快照 2011-7-14'), 'search-cache', '2011-07-14'],
    ['http://cc.bingj.com/cache.aspx?d=45', banner('This is the cached page of'), 'search-cache', null],
    ['file:///a/b.html', `${banner('This is Google&#39;s cache of')}<p></p>`, 'google-cache', null],
    [
      'file:///a/b.html',
      `<div>這是 Google 對 <a href="${address}">它</a> 的快取。 這是該網頁在 2011年7月14日 08:30:11 GMT 的快照。</div>`,
      'google-cache',
      '2011-07-14T08:30:11Z',
    ],
    [
      'file:///a/b.html',
      `<div>This is Google's cache of <a href="${address}">it</a>. It is a snapshot of the page as it appeared on 4 Jul 2011 08:30:11 GMT.</div>`,
      'google-cache',
      '2011-07-04T08:30:11Z',
    ],
  ])('tell the address and the moment: %s %#', (url, body, archive, capturedAt) => {
    const read = unwrapped(page('', body), url);
    expect(read).toMatchObject({ originalUrl: address, archivedCopy: { archive, capturedAt } });
    expect(read.archiveElements).toHaveLength(body === '' ? 0 : 1);
  });

  it('are no page on a public host that speaks of snapshots', () => {
    expect(unwrapped(page('', banner('百度快照')), 'http://www.a.cn/1.htm').archivedCopy).toBeNull();
  });
});

describe('what a page says its addresses are relative to', () => {
  it.each([
    ['<base href="http://img.qsdx.gov.cn/a/">', 'http://img.qsdx.gov.cn/a/1.jpg'],
    ['<base href="/files/">', 'http://www.qsdx.gov.cn/files/1.jpg'],
    ['<base target="_blank">', 'http://www.qsdx.gov.cn/1.jpg'],
    ['<base target="_blank"><base href="/b/"><base href="/c/">', 'http://www.qsdx.gov.cn/b/1.jpg'],
    ['<base href="file:///C:/a/">', 'http://www.qsdx.gov.cn/1.jpg'],
    ['<base href="/web/20070702205327/http://www.qsdx.gov.cn/d/">', 'http://www.qsdx.gov.cn/d/1.jpg'],
  ])('%s', (head, expected) => {
    expect(originalLink('1.jpg', unwrapped(page(head), address))).toBe(expected);
  });
});

describe('queries', () => {
  it.each([
    ['pic.asp?f=图1.jpg#图', 'gb2312', 'pic.asp?f=%CD%BC1.jpg#图'],
    ['图.asp?a=1&f=林有禾', 'GBK', '图.asp?a=1&f=%C1%D6%D3%D0%BA%CC'],
    ['?f=圖', 'big5', '?f=%B9%CF'],
    ['?f=é', 'windows-1252', '?f=%E9'],
    ['?f=𠮷', 'gbk', '?f=%26%23134071%3B'],
    ['?f=图', 'utf-8', '?f=图'],
    ['?f=%CD%BC', 'gbk', '?f=%CD%BC'],
    ['a.htm', 'gbk', 'a.htm'],
    ['?f=图', 'no such thing', '?f=图'],
  ])('are written in the encoding of their page: %s in %s', (written, charset, expected) => {
    expect(withEncodedQuery(written, charset)).toBe(expected);
  });

  it('of links and images too', () => {
    const read = unwrapped(page(''), address, 'gb18030');
    expect(originalLink('a.asp?n=林', read)).toBe('http://www.qsdx.gov.cn/a.asp?n=%C1%D6');
    expect(originalLink('http://b.cn/a.asp?n=林', read)).toBe('http://b.cn/a.asp?n=%C1%D6');
  });
});
