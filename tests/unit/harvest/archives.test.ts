import { describe, expect, it } from 'vitest';
import { bytesAddress, readServed, replayAddress, timeMapAddress } from '../../../lib/harvest/addresses-in-archive.ts';
import { archiveOf, archives, arquivo, wayback } from '../../../lib/harvest/archives.ts';
import { indexAddress, readScope } from '../../../lib/harvest/index/query.ts';
import { readTimeMap } from '../../../lib/harvest/read-timemap.ts';

describe('archives', () => {
  it('are known by name or by the address of their server', () => {
    expect(archives.map(({ id }) => id)).toEqual(['wayback', 'arquivo']);
    expect(archiveOf('Wayback')).toBe(wayback);
    expect(archiveOf('https://web.archive.org/web/')).toBe(wayback);
    expect(archiveOf('https://library.example/portals/')).toMatchObject({
      software: 'pywb',
      index: 'https://library.example/portals/cdx',
      replay: 'https://library.example/portals/',
      save: null,
    });
    expect(archiveOf('http://127.0.0.1:8080')).toMatchObject({
      software: 'wayback',
      index: 'http://127.0.0.1:8080/cdx/search/cdx',
      replay: 'http://127.0.0.1:8080/web/',
    });
    expect([archiveOf('elsewhere'), archiveOf('ftp://a.cn/')]).toEqual([null, null]);
  });

  it('are known by any address of theirs that a reader may have at hand', () => {
    const portals = archiveOf('https://library.example/portals');
    for (const address of [
      'library.example/portals/',
      'https://library.example/portals/*/',
      'https://library.example/portals/timemap/link/',
      'https://library.example/portals/20070702205327mp_/http://www.nbdx.cn/show.asp?id=697',
    ])
      expect(archiveOf(address)).toEqual(portals);
    expect(archiveOf('http://archive.org/')).toBe(wayback);
    for (const path of ['/all/index', '/all-cdx'])
      expect(archiveOf(`https://library.example${path}`)).toMatchObject({
        id: `https://library.example${path}`,
        index: `https://library.example${path}`,
        replay: 'https://library.example/all/',
      });
    for (const today of ['https://archive.ph', 'archive.today', 'https://archive.is/20070702/http://a.cn/'])
      expect(archiveOf(today)).toBeNull();
  });

  it('are asked for bytes, pages and lists of captures', () => {
    expect(bytesAddress(wayback, '20070702205327', 'http://www.nbdx.cn:80/show.asp?id=697#top')).toBe(
      'https://web.archive.org/web/20070702205327id_/http://www.nbdx.cn:80/show.asp?id=697',
    );
    expect(replayAddress(arquivo, '20070702205327', 'http://nbdx.cn/')).toBe(
      'https://arquivo.pt/wayback/20070702205327/http://nbdx.cn/',
    );
    expect(timeMapAddress(wayback, 'http://nbdx.cn/')).toBe('https://web.archive.org/web/timemap/link/http://nbdx.cn/');
  });

  it('tell the true time of what they give', () => {
    const headers = new Map([
      ['memento-datetime', 'Mon, 02 Jul 2007 20:53:27 GMT'],
      ['x-archive-orig-content-type', 'text/html; charset=gb2312'],
    ]);
    expect(
      readServed('https://web.archive.org/web/2007id_/http://nbdx.cn/', (name) => headers.get(name) ?? null),
    ).toEqual({ timestamp: '20070702205327', original: 'http://nbdx.cn/', charset: 'gb2312' });
    expect(readServed('https://web.archive.org/web/20070702205327id_/http://nbdx.cn/', () => null)).toEqual({
      timestamp: '20070702205327',
      original: 'http://nbdx.cn/',
      charset: null,
    });
    expect(readServed('https://web.archive.org/', () => null).timestamp).toBeNull();
  });
});

describe('what is asked for', () => {
  it.each([
    ['www.nbdx.cn', 'host', 'www.nbdx.cn'],
    ['http://www.nbdx.cn/', 'host', 'www.nbdx.cn'],
    ['nbdx.cn/*', 'host', 'nbdx.cn'],
    ['*.nbdx.cn', 'domain', 'nbdx.cn'],
    ['http://www.nbdx.cn/xuebao/', 'prefix', 'http://www.nbdx.cn/xuebao/'],
    ['http://www.nbdx.cn/show.asp*', 'prefix', 'http://www.nbdx.cn/show.asp'],
    ['http://www.nbdx.cn/show.asp?id=697#a', 'exact', 'http://www.nbdx.cn/show.asp?id=697'],
    [
      'https://web.archive.org/web/2007/http://www.nbdx.cn/show.asp?id=697',
      'exact',
      'http://www.nbdx.cn/show.asp?id=697',
    ],
    ['web.archive.org/web/20070702205327/http://www.nbdx.cn/', 'host', 'www.nbdx.cn'],
    ['https://web.archive.org/web/*/nbdx.cn*', 'host', 'nbdx.cn'],
    ['https://web.archive.org/web/2007*/http://www.nbdx.cn/xuebao/*', 'prefix', 'http://www.nbdx.cn/xuebao/'],
    ['https://arquivo.pt/wayback/*/http://www.nbdx.cn/', 'host', 'www.nbdx.cn'],
    ['ｗｗｗ．nbdx．cn', 'host', 'www.nbdx.cn'],
    ['www。nbdx。cn', 'host', 'www.nbdx.cn'],
    ['http：／／www.nbdx.cn／', 'host', 'www.nbdx.cn'],
    ['“www.nbdx.cn”，', 'host', 'www.nbdx.cn'],
    ['http:/www.nbdx.cn', 'host', 'www.nbdx.cn'],
    ['202.101.1.5:8080', 'host', '202.101.1.5:8080'],
    ['http://www.nbdx.cn/*/show.asp', 'exact', 'http://www.nbdx.cn/*/show.asp'],
  ])('%s is a %s', (written, match, url) => {
    expect(readScope(written)).toEqual({ match, url });
  });

  it('is nothing that is no address', () => {
    expect(['', '党校', 'a b.cn', 'javascript:1', 'nbdx'].map(readScope)).toEqual([null, null, null, null, null]);
  });

  it('is put into words of the server', () => {
    const scope = { match: 'exact', url: 'http://nbdx.cn/show.asp?id=697&classid=4' } as const;
    const query = new URL(
      indexAddress(wayback, { scope, from: '2003', to: '2007', limit: 5, resumeKey: 'cn%2Cnbdx%29%2F+2007' }),
    );
    expect(query.searchParams.get('url')).toBe(scope.url);
    expect(query.searchParams.get('resumeKey')).toBe('cn,nbdx)/ 2007');
    expect(query.searchParams.getAll('filter')).toHaveLength(2);
    expect(
      new URL(indexAddress(wayback, { scope, resumeKey: 'cn,nbdx)/a?b=1 2007' })).searchParams.get('resumeKey'),
    ).toBe('cn,nbdx)/a?b=1 2007');
    expect(indexAddress(arquivo, { scope })).not.toContain('resumeKey');
  });
});

describe('a TimeMap', () => {
  const base = 'https://web.archive.org/web/timemap/link/http://nbdx.cn/';
  const text = `<http://nbdx.cn/>; rel="original",
<${base}>; rel="self"; type="application/link-format"; from="Mon, 02 Jul 2007 20:53:27 GMT",
<https://web.archive.org/web/20090101000000/http://nbdx.cn/a,b;c?x=1>; rel="last memento"; datetime="Thu, 01 Jan 2009 00:00:00 GMT",
<https://web.archive.org/web/20070702205327/http://nbdx.cn/>; datetime="Mon, 02 Jul 2007 20:53:27 GMT" ; rel="first memento",
</web/20080101000000/http://nbdx.cn/>;rel=memento,
<${base.replace('link/', 'link/2/')}>; rel="timemap"; type="application/link-format"`;

  it('names captures in their order, and further maps', () => {
    const { original, mementos, others } = readTimeMap(text, base);
    expect(original).toBe('http://nbdx.cn/');
    expect(mementos.map(({ timestamp }) => timestamp)).toEqual(['20070702205327', '20080101000000', '20090101000000']);
    expect(mementos[1]?.url).toBe('https://web.archive.org/web/20080101000000/http://nbdx.cn/');
    expect(others).toEqual([base.replace('link/', 'link/2/')]);
  });

  it('is empty where it is none', () => {
    expect(readTimeMap('<html><body>404</body></html>', base)).toEqual({ original: null, mementos: [], others: [] });
  });
});

it('an OpenWayback is named by its XML index, and asked in its words', () => {
  const archive = archiveOf('https://library.example/wayback/xmlquery');
  if (archive === null) throw new Error('no archive');
  expect(archiveOf(archive.id)).toEqual(archive);
  expect(archive.replay).toBe('https://library.example/wayback/');
  const scope = { match: 'host', url: 'www.nbdx.cn' } as const;
  const asked = new URL(indexAddress(archive, { scope, from: '2003', resumeKey: '2', limit: 500 }));
  expect(asked.origin + asked.pathname).toBe('https://library.example/wayback/xmlquery');
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    q: 'type:prefixquery url:http%3A%2F%2Fwww.nbdx.cn%2F startdate:2003',
    count: '500',
    start_page: '2',
  });
});
