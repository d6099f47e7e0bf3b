import { describe, expect, it } from 'vitest';
import { readSavedForm } from '../../../lib/archive/saved/saved-forms.ts';
import { readSearchCache } from '../../../lib/archive/search-cache.ts';
import { readTraces } from '../../../lib/archive/traces.ts';
import { parsePage } from '../../support/parse-page.ts';

const far = 'file:///c:/1.htm';
const original = 'http://dx.example/1.htm';
const link = (href = original): string => `<a href="${href}">它</a>`;
const long = '<p>祠堂夜校的先生不领薪水。</p>'.repeat(60);
const cached = (html: string, where = far) =>
  readSearchCache({ document: parsePage(`<html><body>${html}</body></html>`, where), url: where }, where);
/** What the banner of a page on disk tells. */
const told = (html: string) => {
  const found = cached(html);
  return found && [found.archive, found.originalUrl, found.capturedAt];
};

describe('the banner of a search engine', () => {
  it.each<[string, string, readonly (string | null)[] | null]>([
    ['Google’s', `Google's cache of ${link()}`, ['google-cache', original, null]],
    ['Baidu’s', `百度快照 ${link()}`, ['baidu-cache', original, null]],
    ['Baidu’s in letters', `Baidu cached page ${link()}`, ['baidu-cache', original, null]],
    ['another’s', `搜狗网页缓存 ${link()}`, ['search-cache', original, null]],
    ['one without a link', '百度快照', null],
    ['one that leads to its engine alone', `百度快照 ${link('http://www.baidu.com/')}`, null],
    [
      'one that leads to its engine first',
      `快照 ${link('http://so.com/')}${link('http://WWW.Baidu.com.cn/')}${link()}`,
      ['search-cache', original, null],
    ],
    [
      'one with an address like its engine’s',
      `快照 ${link('http://mybaidu.com/')}`,
      ['search-cache', 'http://mybaidu.com/', null],
    ],
    [
      'one with an address of its engine’s name',
      `快照 ${link('http://baidu.my-site.cn/')}`,
      ['search-cache', 'http://baidu.my-site.cn/', null],
    ],
    [
      'one with a link of its own page',
      `快照 ${link('help.htm')}${link('ftp://x.cn/')}${link()}`,
      ['search-cache', original, null],
    ],
    ['one with a secure link', `快照 ${link('HTTPS://x.cn/')}`, ['search-cache', 'https://x.cn/', null]],
    ['words of none', `祠堂 ${link()}`, null],
  ])('is %s', (_, words, found) => {
    expect(told(`<div>${words}</div>${long}`)).toEqual(found);
  });

  it.each<[string, string | null]>([
    ['14 Jul 2011 08:30:11 GMT', '2011-07-14T08:30:11Z'],
    ['4 July 2011', '2011-07-04'],
    ['4 Sept. 2011', '2011-09-04'],
    ['4 Jan 2011 08:30', '2011-01-04'],
    ['31 Dec 2011', '2011-12-31'],
    ['4 Xyz 2011', null],
    ['114 Jul 2011', null],
    ['14 jul 2011', null],
    ['2011年7月14日 08:30:11 GMT', '2011-07-14T08:30:11Z'],
    ['2011 年 12 月 4 日08:30:11', '2011-12-04T08:30:11Z'],
    ['2011-7-4', '2011-07-04'],
    ['2011/12/14  08:30:11', '2011-12-14T08:30:11Z'],
    ['2011年7月14日 14 Jul 2012', '2011-07-14'],
    ['2011年13月1日', null],
    ['11-7-4', null],
    ['塘', null],
  ])('tells the moment: %s', (words, moment) => {
    expect(told(`<div>快照 ${link()} ${words}</div>${long}`)?.[2]).toBe(moment);
  });

  it('is the widest element that holds nothing else, and never the body', () => {
    const banner = (html: string): string | undefined => cached(html)?.archiveElements[0]?.id;
    const inner = `<div id="a"><p id="b">快照 ${link()}</p></div>`;
    expect(banner(`${inner}${long}`)).toBe('a');
    expect(banner(inner)).toBe('a');
    expect(banner(`<div id="c">${inner}${long}</div>`)).toBe('a');
    expect(banner(`<div id="c"><div id="d">${inner}${long}</div></div>`)).toBe('a');
  });

  it('has at most 600 signs', () => {
    const of = (signs: number) => told(`<div>快照它${'塘'.repeat(signs - 3)}${link().replace('它', '')}</div>${long}`);
    expect([of(600)?.[1], of(601)]).toEqual([original, null]);
  });

  it('is among the first forty elements', () => {
    const behind = (elements: number) => told(`${'<div></div>'.repeat(elements)}<div>快照 ${link()}</div>${long}`);
    expect([behind(39)?.[1], behind(40)]).toEqual([original, null]);
  });
});

describe('a page on an engine’s host', () => {
  const banner = `<div>${link()} 快照</div>`;
  it.each<[string, string | null]>([
    ['http://cache.baidu.com/c?m=1', 'baidu-cache'],
    ['https://cache.baiducontent.com/c?m=1', 'baidu-cache'],
    ['http://cc.bingj.com/cache.aspx', 'search-cache'],
    ['https://snapshot.sogou.com/x', 'search-cache'],
    ['http://c.360webcache.com/c', 'search-cache'],
    ['http://c.so.com/c', 'search-cache'],
    ['http://a.cn/http://cc.bingj.com/', null],
    ['http://a.cn/http://cache.baidu.com/', null],
    ['http://cc.bingj.com.a.cn/', null],
  ])('%s: %s', (where, archive) => {
    const found = cached(banner, where);
    expect(found?.archive ?? null).toBe(archive);
    expect(found?.url ?? null).toBe(archive === null ? null : where);
  });

  it.each<[string, string | null]>([
    ['http://google.com/search?q=cache:dx.example/1.htm', original],
    ['http://www.google.com.hk/search?hl=zh&q=cache:abcdef:dx.example/1.htm+塘', original],
    ['http://1.2.3.4/search?q=cache%3Aab-cd_ef:dx.example/1.htm', original],
    ['http://webcache.googleusercontent.com/search?q=cache:https://dx.example/', 'https://dx.example/'],
    ['http://webcache.googleusercontent.com/search?q=cache:', null],
    ['http://1.2.3/search?q=cache:dx.example/1.htm', null],
    ['http://xgoogle.com/search?q=cache:dx.example/1.htm', null],
  ])('asked for %s: %s', (where, originalUrl) => {
    expect(cached(long, where)?.originalUrl ?? null).toBe(originalUrl);
  });

  it('tells nothing without an address', () => {
    expect(cached(long, 'http://cc.bingj.com/cache.aspx')).toBeNull();
  });
});

describe('what a saving program noted', () => {
  const saved = (head: string, url = far) => {
    const document = parsePage(`<html><head>${head}</head><body><p>塘</p></body></html>`, url);
    const found = readSavedForm({ document, url }, readTraces(document));
    return found && [found.archive, found.originalUrl, found.capturedAt];
  };
  it.each<[string, readonly (string | null)[] | null]>([
    [
      '<!--Mirrored from dx.example/1.htm by HTTrack Website Copier/3.x [XR], Fri, 14 Jul 2006 10:20:30 GMT-->',
      ['httrack', original, '2006-07-14T10:20:30Z'],
    ],
    [
      '<!--\nMirrored from dx.example/1.htm by HTTrack,Fri, 14 Jul 2006 10:20:30 GMT \n-->',
      ['httrack', original, '2006-07-14T10:20:30Z'],
    ],
    ['<!-- no Mirrored from dx.example/1.htm by HTTrack, Fri, 14 Jul 2006 10:20:30 GMT -->', null],
    [
      '<!--Saved from http://dx.example/1.htm at 2020-01-02T03:04:05.678Z using monolith v2-->',
      ['saved-page', original, '2020-01-02T03:04:05Z'],
    ],
    ['<!--\n Saved from http://dx.example/1.htm at 2020 using monolith v2-->', ['saved-page', original, '2020']],
    ['<!-- no Saved from http://dx.example/1.htm at 2020 using monolith v2-->', null],
    ['<!--saved from url=(0023)http://dx.example/1.htm-->', ['saved-page', original, null]],
    ['<!--  saved from url=(23)http://dx.example/1.htm  -->', ['saved-page', original, null]],
    ['<!-- no saved from url=(0023)http://dx.example/1.htm -->', null],
    ['<!-- saved from url=(000023)http://dx.example/1.htm -->', null],
    [
      '<!--Page saved with SingleFile\nurl: http://dx.example/1.htm\nsaved date: Fri Jul 14 2006 10:20:30 GMT+0800-->',
      ['singlefile', original, '2006-07-14T02:20:30Z'],
    ],
    ['<!--\n Archive processed by SingleFile\n url: http://dx.example/1.htm-->', ['singlefile', original, null]],
    ['<!-- no Page saved with SingleFile\n url: http://dx.example/1.htm-->', null],
    ['<meta name="savepage-url" content="http://dx.example/1.htm">', ['save-page-we', original, null]],
    ['<meta name="savepage-url" content="">', null],
    ['<meta name="savepage-date" content="Fri Jul 14 2006 10:20:30 GMT+0800">', null],
    ['', null],
  ])('%s', (head, found) => {
    expect(saved(head)).toEqual(found);
  });
});
