import { describe, expect, it } from 'vitest';
import { baseOf } from '../../../lib/archive/base-address.ts';
import { momentOfDateText } from '../../../lib/archive/moment-of-date-text.ts';
import { originalLink } from '../../../lib/archive/original-link.ts';
import { withEncodedQuery } from '../../../lib/archive/query-encoding.ts';
import { resolversOf } from '../../../lib/archive/resolve-addresses.ts';
import { savedImageAddress, savedImagePath } from '../../../lib/archive/saved/saved-image.ts';
import type { Unwrapped } from '../../../lib/archive/unwrapped.ts';
import { parsePage } from '../../support/parse-page.ts';

const own = 'http://dx.example/a/1.htm';
const page = (originalUrl = own): Unwrapped => ({
  document: parsePage('<p>塘</p>', own),
  originalUrl,
  archivedCopy: null,
  archiveElements: [],
});

describe('a link of a page', () => {
  it.each<[string, string, string]>([
    [' #n1 ', own, '#n1'],
    [' 2.htm ', own, 'http://dx.example/a/2.htm'],
    ['x#n1', own, 'http://dx.example/a/x#n1'],
    ['2.htm', 'https://dx.example/a/', 'https://dx.example/a/2.htm'],
    ['2.htm', 'ftp://dx.example/a/', '2.htm'],
    ['2.htm', 'shttp://dx.example/a/', '2.htm'],
    [' 2.htm', 'about:blank', ' 2.htm'],
    ['a+b.c-d:e', own, 'a+b.c-d:e'],
    ['1a:e', own, 'http://dx.example/a/1a:e'],
    ['?a:b', own, 'http://dx.example/a/1.htm?a:b'],
    ['x/page_files/1.gif', own, 'http://dx.example/a/x/page_files/1.gif'],
    ['//b.cn/x', own, 'http://b.cn/x'],
    [`/w/20070702205327/${own}`, own, `http://dx.example/w/20070702205327/${own}`],
  ])('%j on %s: %s', (href, originalUrl, link) => {
    expect(originalLink(href, page(originalUrl))).toBe(link);
  });

  it.each<[string, string | null]>([
    ['2.htm', 'http://dx.example/a/2.htm'],
    ['https://b.cn/', 'https://b.cn/'],
    ['HTTP://b.cn/', 'HTTP://b.cn/'],
    ['#n1', null],
    ['mailto:a@b.cn', null],
    ['view-source:http://b.cn/', null],
    ['page_files/1.htm', null],
  ])('that a kept essay may hold: %s', (href, link) => {
    expect(resolversOf(page()).resolve(href)).toBe(link);
  });

  it.each<[string, string | null]>([
    ['1.gif', 'http://dx.example/a/1.gif'],
    ['http://b.cn/?x=data:image/png;base64,AAAA', 'http://b.cn/?x=data:image/png;base64,AAAA'],
    ['page_files/1.gif', `${own}#page_files/1.gif`],
    ['data:image/png;base64,A A\n\tA  A', 'data:image/png;base64,AAAA'],
    [`data:image/png;name=${'a'.repeat(160)};base64,AAAA`, `data:image/png;name=${'a'.repeat(160)};base64,AAAA`],
    [`data:image/png;name=${'a'.repeat(200)};base64,AAAA`, null],
    ['file:///c:/1.gif', null],
  ])('to an image: %j', (href, link) => {
    expect(resolversOf(page()).resolveImage(href)).toBe(link);
  });
});

describe('what links are relative to', () => {
  it.each<[string, string | null]>([
    ['<base href="https://b.cn/x/">', 'https://b.cn/x/'],
    ['<base href=" /x/ ">', 'http://dx.example/x/'],
    ['<base href=" ">', null],
    ['<base href="http://[">', null],
    ['<base href="shttp://b.cn/">', null],
    ['<base href="ftp://b.cn/">', null],
    ['', null],
  ])('%s: %s', (html, base) => {
    expect(baseOf(parsePage(html, own), own)).toBe(base);
  });
});

describe('a query in the encoding of its page', () => {
  it.each<[string, string | undefined, string]>([
    ['?图', 'gbk', '?%CD%BC'],
    ['?f=图#图书', 'gbk', '?f=%CD%BC#图书'],
    ['#?图', 'gbk', '#?图'],
    ['图', 'gbk', '图'],
    ['?a?图', 'gbk', '?a?%CD%BC'],
    // As Chromium 156 writes them, asked by `a.search`: a second byte below 0x80 is a letter like others.
    ['?丂侢€\ue4c5', 'gbk', '?%81@%81%FE%80%FE%FE'],
    ['?n=朱镕基', 'gb2312', '?n=%D6%EC%E9F%BB%F9'],
    ['?═╪', 'gbk', '?%A8T%A8n'],
    ['?€镕', 'gb18030', '?%A2%E3%E9F'],
    ['?十卅═╪·—', 'big5', '?%A4Q%A4%CA%F9%F9%F9%EA%A1P%A1X'],
    ['?\ue5e5', 'big5', '?%26%2358853%3B'],
    ['?\ufffd', 'gbk', '?%26%2365533%3B'],
    ['?\u4e00\n图', 'gbk', '?%D2%BB\n%CD%BC'],
    ['?\x7f\x80', 'gbk', '?\x7f%26%23128%3B'],
    ['?€ÿ', 'windows-1252', '?%80%FF'],
    ['?図十①', 'shift_jis', '?%90}%8F\\%87@'],
    ['?图', 'utf-16le', '?图'],
    ['?图', 'x-user-defined', '?图'],
    ['?图', 'replacement', '?图'],
    ['?图', undefined, '?图'],
  ])('%j in %s: %j', (address, charset, encoded) => {
    expect(withEncodedQuery(address, charset)).toBe(encoded);
  });
});

describe('a date in words', () => {
  it.each<[string, string | null]>([
    ['Fri Jul 14 2006 10:20:30 GMT+0800 (CST)', '2006-07-14T02:20:30Z'],
    ['Fri, 14 Jul 2006 10:20:30 +0800', '2006-07-14T02:20:30Z'],
    ['Fri, 14 Jul 2006 9:20:30 GMT', '2006-07-14T09:20:30Z'],
    ['Fri, 14 Jul 2006 10:20:30 UTC', '2006-07-14T10:20:30Z'],
    ['Fri, 14 Jul 2006 10:20:30 UT', '2006-07-14T10:20:30Z'],
    ['Fri, 14 Jul 2006 10:20:30 -0330', '2006-07-14T13:50:30Z'],
    ['x Fri, 14 Jul 2006 10:20:30 GMT', null],
    ['Fri, 14 Jul 2006 10:20:30', null],
    ['Fri, 14 Jul 2006 10:20 GMT', null],
    ['Fri, 14 Jul 06 10:20:30 GMT', null],
    ['Friday, 14 Jul 2006 10:20:30 GMT', null],
    ['Fri, 14 Xyz 2006 10:20:30 GMT', null],
    ['', null],
  ])('%s: %s', (text, moment) => {
    expect(momentOfDateText(text)).toBe(moment);
  });
});

describe('an image beside a saved page', () => {
  it.each(['page_files/a\nb.gif', 'cid:a\nb', 'page_files/', '_files', 'x/page.files/1.gif', '/page_files/1.gif'])(
    'is not %j',
    (written) => {
      expect(savedImageAddress(written, own)).toBeNull();
    },
  );

  it('has no address where the page has none on the web', () => {
    expect(savedImageAddress('a_files/1.gif', 'http://[')).toBeNull();
    expect(savedImageAddress('a_files/1.gif', 'view-source:http://a.cn/')).toBeNull();
    expect(savedImageAddress('a_files/1.gif', 'HTTPS://a.cn/')).toBe('https://a.cn/#a_files/1.gif');
  });

  it('is found by its path from the folder of the page', () => {
    expect(savedImagePath(`${own}#./page_files/1.gif`)).toBe('page_files/1.gif');
    expect(savedImagePath(own)).toBeNull();
    expect(savedImagePath(`${own}#x#page_files/1.gif`)).toBe('x#page_files/1.gif');
  });
});
