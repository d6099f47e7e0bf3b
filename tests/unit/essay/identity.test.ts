import { describe, expect, it } from 'vitest';
import { essayId, normaliseUrl } from '../../../lib/essay/identity.ts';

describe('normaliseUrl', () => {
  it.each([
    ['scheme', 'https://nbdx.cn/a.asp?id=1'],
    ['www.', 'http://www.nbdx.cn/a.asp?id=1'],
    ['default port', 'http://nbdx.cn:80/a.asp?id=1'],
    ['default port of https', 'https://nbdx.cn:443/a.asp?id=1'],
    ['case of the host', 'HTTP://WWW.NBDX.CN/a.asp?id=1'],
    ['fragment', 'http://nbdx.cn/a.asp?id=1#top'],
    ['tracking parameters', 'http://nbdx.cn/a.asp?utm_source=x&id=1&spm=a.b&from=timeline'],
    ['white space around', '  http://nbdx.cn/a.asp?id=1\n'],
    ['Wayback', 'https://web.archive.org/web/20070702205327/http://www.nbdx.cn:80/a.asp?id=1'],
    ['Wayback with a flag', 'http://web.archive.org/web/20070702205327if_/http://nbdx.cn/a.asp?id=1'],
    ['Wayback, partial time', 'https://web.archive.org/web/2007/http://nbdx.cn/a.asp?id=1'],
    ['Wayback, any time', 'https://web.archive.org/web/*/http://nbdx.cn/a.asp?id=1'],
    ['Wayback with a collapsed slash', 'https://web.archive.org/web/2007/http:/nbdx.cn/a.asp?id=1'],
    ['Wayback without a scheme', 'https://web.archive.org/web/2007/nbdx.cn/a.asp?id=1'],
    ['OpenWayback', 'http://localhost:8080/wayback/20070702205327/http://nbdx.cn/a.asp?id=1'],
    ['pywb', 'https://arquivo.pt/my-coll/20070702205327mp_/http://nbdx.cn/a.asp?id=1'],
    ['archive.today', 'https://archive.ph/2012.07.15-053045/http://nbdx.cn/a.asp?id=1'],
    ['archive.today, newest', 'https://archive.is/newest/http://nbdx.cn/a.asp?id=1'],
    [
      'an archive in an archive',
      'https://web.archive.org/web/2020/https://archive.ph/20120715/http://nbdx.cn/a.asp?id=1',
    ],
    [
      'an archive in an archive with a collapsed slash',
      'https://web.archive.org/web/2020/https:/archive.ph/20120715/http:/nbdx.cn/a.asp?id=1',
    ],
  ])('folds %s', (_, url) => {
    expect(normaliseUrl(url)).toBe('http://nbdx.cn/a.asp?id=1');
  });

  it.each([
    'http://nbdx.cn/lilun/',
    'http://nbdx.cn/lilun/index.html',
    'http://www.nbdx.cn/lilun/Default.aspx',
    'http://nbdx.cn/lilun/INDEX.PHP#a',
  ])('folds the default document of %s', (url) => {
    expect(normaliseUrl(url)).toBe('http://nbdx.cn/lilun/');
  });

  it.each([
    ['order of the query', 'http://a.cn/s.asp?b=2&a=1', 'http://a.cn/s.asp?a=1&b=2'],
    ['case of the path', 'http://a.cn/Show.asp', 'http://a.cn/show.asp'],
    ['another port', 'http://a.cn:8080/', 'http://a.cn/'],
    ['a sub-domain', 'http://lib.a.cn/', 'http://a.cn/'],
    ['a document whose name only begins so', 'http://a.cn/indexes.html', 'http://a.cn/'],
    ['a parameter named from', 'http://a.cn/s.asp?from=2', 'http://a.cn/s.asp'],
    ['a path that looks like a replay’s', 'http://b.cn/2007/http://a.cn/', 'http://a.cn/'],
    ['a host that ends like an archive’s', 'http://web.archive.org.b.cn/web/2007/http://a.cn/', 'http://a.cn/'],
    ['a file put up at an archive', 'http://archive.org/download/x/2007/http://a.cn/', 'http://a.cn/'],
    ['an address in a query', 'http://a.cn/go.asp?u=2007/http://b.cn/', 'http://b.cn/'],
  ])('tells apart: %s', (_, one, other) => {
    expect(normaliseUrl(one)).not.toBe(normaliseUrl(other));
  });

  it('leaves the bytes of a GB2312 query as they were sent', () => {
    expect(normaliseUrl('http://a.cn/s.asp?k=%B5%B3%D0%A3&n=1')).toBe('http://a.cn/s.asp?k=%B5%B3%D0%A3&n=1');
  });

  it('gives back what is no address, and keeps files apart', () => {
    expect(normaliseUrl(' not an address ')).toBe('not an address');
    expect(normaliseUrl('')).toBe('');
    expect(normaliseUrl('file:///C:/old/a.htm#x')).toBe('file:///C:/old/a.htm');
  });
});

describe('essayId', () => {
  it('is 24 hex digits, the same for every form of an address', async () => {
    const id = await essayId('http://www.nbdx.cn/a.asp?id=1');
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(await essayId('https://web.archive.org/web/2007/http://nbdx.cn/a.asp?id=1')).toBe(id);
    expect(await essayId('http://www.nbdx.cn/a.asp?id=2')).not.toBe(id);
  });

  it('stays what it is: kept essays are found by it', async () => {
    expect(await essayId('http://www.nbdx.cn/a.asp?id=1')).toBe('4a4f254e78b46b3a2c07f6be');
  });
});
