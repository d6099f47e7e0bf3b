import { describe, expect, it } from 'vitest';
import { isArchiveToday, readAddress, repairUrl } from '../../../lib/archive/address.ts';
import { imageSource } from '../../../lib/archive/image-source.ts';
import { rawPrefix } from '../../../lib/archive/raw-replay.ts';

const moment = '20070702205327';
const original = 'http://dx.example/1.htm';

describe('an address as a wrapper wrote it', () => {
  it.each<[string, string | null]>([
    [' http://a.cn/b ', 'http://a.cn/b'],
    ['\u3000http://a.cn/b\u3000', 'http://a.cn/b'],
    ['', null],
    [' ', null],
    ['HTTPS://a.cn/', 'https://a.cn/'],
    ['HTTP:a.cn/', 'http://a.cn/'],
    ['http:/a.cn:80/', 'http://a.cn/'],
    ['https:////a.cn:443/', 'https://a.cn/'],
    ['http%3a%2f%2Fa.cn/b', 'http://a.cn/b'],
    ['https%3A//a.cn/b', 'https://a.cn/b'],
    ['http//a.cn/', null],
    ['a.cn/b', 'http://a.cn/b'],
    ['/a.cn/b', 'http://a.cn/b'],
    ['//a.cn/b', 'http://a.cn/b'],
    ['///a.cn/b', null],
    ['a/b.cn', null],
    ['a', null],
    ['a.', null],
    ['.cn', null],
    ['?a.cn', null],
    ['#a.cn', null],
    ['a:b.cn', null],
    ['ftp://a.cn/', null],
    ['javascript:alert(1)', null],
    ['a b.cn', null],
    ['http://[', null],
    ['x.cn/http://a.cn/', 'http://x.cn/http://a.cn/'],
  ])('%j: %j', (written, repaired) => {
    expect(repairUrl(written)).toBe(repaired);
  });

  it('is none beyond 4,096 signs', () => {
    const most = `http://a.cn/${'b'.repeat(4096 - 12)}`;
    expect(repairUrl(most)).toBe(most);
    expect(repairUrl(`${most}b`)).toBeNull();
  });
});

describe('the address of a memento', () => {
  it.each<[string, string, string | null, string]>([
    ['wayback', `http://web.archive.org/web/${moment}/${original}`, original, moment],
    ['wayback', `HTTP://WEB.ARCHIVE.ORG/web/${moment}/${original}`, original, moment],
    ['wayback', `https://user:word@web.archive.org:8080/web/${moment}/${original}`, original, moment],
    ['wayback', `http://web.archive.org/${moment}/${original}`, original, moment],
    ['wayback', `http://web.archive.org/web/${moment}im_/${original}`, original, moment],
    ['wayback', 'http://web.archive.org/web/2/dx.example/1.htm', original, '2'],
    ['wayback', `http://web.archive.org/web/${original}`, original, ''],
    ['wayback', 'http://web.archive.org/web/https:/dx.example/1.htm', 'https://dx.example/1.htm', ''],
    ['wayback', 'http://web.archive.org/web/HTTP%3a%2f%2fdx.example/1.htm', original, ''],
    ['archive-today', `http://archive.is/${moment}/${original}`, original, moment],
    ['archive-today', `http://www.archive.today/2007.07.02-205327/${original}`, original, moment],
    ['archive-today', `http://archive.ph/2007/${original}`, original, '2007'],
    ['archive-today', `http://archive.md/o/Kq7Zd/${original}`, original, ''],
    ['archive-today', 'http://archive.li/newest/https://dx.example/', 'https://dx.example/', ''],
    ['archive-today', `http://archive.vn/oldest/${original}`, original, ''],
    ['openwayback', `http://lib.example/${moment}/${original}`, original, moment],
    ['openwayback', `http://lib.example:8080/w/${moment}/${original}`, original, moment],
    ['openwayback', `http://user@lib.example/w/${moment}/${original}`, original, moment],
    ['openwayback', `http://lib.example/${moment}im_/${original}`, original, moment],
    ['openwayback', `http://lib.example/${moment}amp_/${original}`, original, moment],
    ['openwayback', `http://lib.example/${moment}mpa_/${original}`, original, moment],
    ['pywb', `http://lib.example/${moment}mp_/${original}`, original, moment],
    ['pywb', `http://lib.example/2007ir_/${original}`, original, '2007'],
    ['pywb', `http://lib.example/200707bn_/${original}`, original, '200707'],
    ['pywb', `http://lib.example/${moment}wkrf_/${original}`, original, moment],
  ])('of %s: %s', (archive, url, originalUrl, timestamp) => {
    expect(readAddress(url)).toEqual({ url, archive, originalUrl, timestamp });
  });

  it.each([
    '',
    original,
    `x${`http://web.archive.org/web/${moment}/${original}`}`,
    `ftp://web.archive.org/web/${moment}/${original}`,
    'http://web.archive.org',
    'http://web.archive.org/',
    'http://web.archive.org/faq.htm',
    'http://web.archive.org/x.y/http://a.cn/',
    `http://web.archive.org/web/${moment}*/${original}`,
    `http://web.archive.org/web/${moment}1/${original}`,
    `http://web.archive.org/web/${moment}imx_/${original}`,
    `http://web.archive.org/web/${moment}/javascript:x`,
    `http://web.archive.org/web/${moment}/${original}\nx`,
    `http://lib.example:/w/${moment}/${original}`,
    `http://lib.example:x/w/${moment}/${original}`,
    'http://archive.is/Kq7Zd',
    `http://archive.is/Kq7Zd/${original}`,
    `http://archive.is/200/${original}`,
    `http://archive.is/x/newest/${original}`,
    `http://archive.is/o//${original}`,
    'http://archive.is/newest/ftp://dx.example/',
    `http://lib.example/200mp_/${original}`,
    `http://lib.example/2007m_/${original}`,
    `http://lib.example/2007abcde_/${original}`,
    `http://lib.example/1${moment}/${original}`,
    `http://lib.example/a#b/${moment}/${original}`,
    `http://lib.example/${moment}/https:`,
    `http://lib.example/${'a/'.repeat(4096)}${moment}/${original}`,
  ])('is not %s', (url) => {
    expect(readAddress(url)).toBeNull();
  });

  it.each<[string, boolean]>([
    ['http://archive.is/Kq7Zd', true],
    ['https://www.archive.fo/Kq7Zd', true],
    ['http://archive.is', false],
    ['http://xarchive.is/Kq7Zd', false],
    ['http://x.archive.is/Kq7Zd', false],
    ['http://archive.is.a.cn/Kq7Zd', false],
    ['http://archive.org/Kq7Zd', false],
    ['', false],
  ])('is archive.today’s or not: %s', (url, is) => {
    expect(isArchiveToday(url)).toBe(is);
  });

  it('begins the prefix of a raw capture, with nothing before it', () => {
    expect(rawPrefix(`x http://web.archive.org/web/${moment}id_/${original}`)).toBeNull();
  });
});

describe('an image of a memento', () => {
  const image = 'http://dx.example/1.gif';
  const source = (pageUrl: string, address = image): string | null =>
    imageSource(address, { pageUrl, archivedCopy: null });

  it.each<[string, string | null]>([
    [`http://web.archive.org/web/${original}`, null],
    [`http://web.archive.org/web/2007/http://dx.example/2007/1.htm`, `http://web.archive.org/web/2007im_/${image}`],
    [`http://lib.example/w/${moment}/${original}`, `http://lib.example/w/${moment}im_/${image}`],
    ['http://archive.is/Kq7Zd', image],
    [`http://archive.is/newest/${original}`, null],
  ])('on %s: %s', (pageUrl, address) => {
    expect(source(pageUrl)).toBe(address);
  });
});
