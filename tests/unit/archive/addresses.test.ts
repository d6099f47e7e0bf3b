import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/archive/address.ts';
import { readPywb } from '../../../lib/archive/pywb.ts';
import { resolversOf } from '../../../lib/archive/resolve-addresses.ts';
import { savedImageAddress, savedImagePath } from '../../../lib/archive/saved/saved-image.ts';
import { readSearchCache } from '../../../lib/archive/search-cache.ts';
import { readTraces } from '../../../lib/archive/traces.ts';
import { readWaybackDate } from '../../../lib/archive/wayback/wayback-date.ts';
import { imageLimits } from '../../../lib/essay/image.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://www.qsdx.gov.cn/show.asp?id=12';
const resolvers = (html = '<p>祠堂夜校</p>') =>
  resolversOf({ document: parsePage(html, url), originalUrl: url, archivedCopy: null, archiveElements: [] });

describe('the address of a memento', () => {
  const path = '/web/20070702205327/http://www.qsdx.gov.cn/show.asp?id=12';

  it.each(['web.archive.org', 'archive.org', 'web.waybackmachine.org'])('is the Wayback Machine’s on %s', (host) => {
    expect(readAddress(`http://${host}${path}`)).toMatchObject({ archive: 'wayback', originalUrl: url });
  });

  it.each(['notarchive.org', 'archive.org.example', 'web.archive.orgs'])('is another’s on %s', (host) => {
    expect(readAddress(`http://${host}${path}`)?.archive).toBe('openwayback');
  });
});

describe('an image that is written into a page', () => {
  it.each([
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['DATA:image/JPG;base64,AA AA\n', 'data:image/jpeg;base64,AAAA'],
    ['data:image/gif;charset=utf-8;name=a;base64,AAAA', 'data:image/gif;charset=utf-8;name=a;base64,AAAA'],
    ['data:image/svg+xml;base64,AAAA', null],
    ['data:text/html,data:image/png;base64,AAAA', null],
    ['data:image/png,AAAA', null],
    [`data:image/png;base64,${'A'.repeat(300)}`, `data:image/png;base64,${'A'.repeat(300)}`],
  ])('is one by its beginning: %s', (address, kept) => {
    expect(resolvers().resolveImage(address)).toBe(kept);
  });

  it('counts by its bytes, three for four letters, up to the largest and to all of an essay', () => {
    const { resolveImage } = resolvers();
    const image = (bytes: number): string => `data:image/png;base64,${'A'.repeat((bytes / 3) * 4)}`;
    const most = Math.floor(imageLimits.bytes / 3) * 3;
    expect(resolveImage(image(most + 3))).toBeNull();
    for (let left = imageLimits.essayBytes; left >= most; left -= most)
      expect(resolveImage(image(most))).not.toBeNull();
    expect(resolveImage(image(most))).toBeNull();
  });

  it('is dropped beyond as many as an essay has', () => {
    const { resolveImage } = resolvers();
    for (let n = 0; n < imageLimits.count; n += 1) expect(resolveImage('data:image/png;base64,AAAA')).not.toBeNull();
    expect(resolveImage('data:image/png;base64,AAAA')).toBeNull();
  });
});

describe('an image that lies beside a saved page', () => {
  it.each(['cid:part1.ABC@mail', 'CID:x', '页面_files/a b.gif', './page.files/1.jpg'])(
    'is found by its name again: %s',
    (written) => {
      const address = savedImageAddress(` ${written} `, url);
      expect(address?.startsWith(`${url}#`)).toBe(true);
      expect(savedImagePath(address ?? '')).toBe(written.replace(/^\.\//, ''));
    },
  );

  it.each(['mycid:x', 'cid:', 'a/page_files/1.gif', '1.gif'])('is no such one: %s', (written) => {
    expect(savedImageAddress(written, url)).toBeNull();
  });
});

describe('a page out of a search engine’s cache', () => {
  const words = '<div>以下是 <a href="http://www.nbdx.cn/show.asp?id=3">它</a> 的快照</div><p>祠堂夜校</p>';
  const read = (where: string, html: string) =>
    readSearchCache({ document: parsePage(html, where), url: where }, where);

  it.each([
    'http://webcache.googleusercontent.com/search?q=cache:abcdEFGH:www.qsdx.gov.cn/show.asp%3Fid%3D12',
    'https://webcache.googleusercontent.com/search?hl=zh-CN&q=cache%3AabcdEFGH:www.qsdx.gov.cn/show.asp%3Fid%3D12+%E5%A4%9C',
    'http://www.google.com.hk/search?q=cache:www.qsdx.gov.cn/show.asp%3Fid%3D12',
    'http://64.233.179.104/search?q=cache:abcdEFGH:www.qsdx.gov.cn/show.asp%3Fid%3D12',
  ])('of Google has its address in the engine’s own: %s', (where) => {
    expect(read(where, '<p>祠堂夜校</p>')).toMatchObject({ archive: 'google-cache', originalUrl: url });
  });

  it('of another engine has it in its banner alone, whatever is asked of it', () => {
    const where = 'http://cache.baidu.com/c?q=cache:abcdEFGH:evil.example/';
    expect(read(where, words)).toMatchObject({
      archive: 'baidu-cache',
      originalUrl: 'http://www.nbdx.cn/show.asp?id=3',
    });
  });

  it.each([
    'http://evil.example/?u=http://www.google.com/search?q=cache:a.cn/',
    'http://www.google.com/search#q=cache:a.cn/',
    'http://www.google.com/search?hl=zh&xq=cached:a.cn/',
  ])('is none elsewhere on the web: %s', (where) => {
    expect(read(where, words)).toBeNull();
  });
});

describe('marks of archives', () => {
  it('tell the Wayback Machine’s moment with a comma and without, with short and with long months', () => {
    for (const [text, moment] of [
      ['FILE ARCHIVED ON 20:53:27 Jul 2, 2007', '2007-07-02T20:53:27Z'],
      ['FILE ARCHIVED ON 9:53:27 Jul. 12 2007', '2007-07-12T09:53:27Z'],
      ['FILE ARCHIVED ON 20:53:27 août 2, 2007', '2007-08-02T20:53:27Z'],
      ['FILE ARCHIVED ON 20:53:27 十一月 2, 2007', '2007-11-02T20:53:27Z'],
      ['FILE ARCHIVED ON 20:53:27 某月 2, 2007', null],
    ] as const)
      expect(readWaybackDate(text), text).toBe(moment);
  });

  it('are looked for at the beginning of a comment, however long it is', () => {
    const commentsOf = (before: number) =>
      readTraces(parsePage(`<html><!--${'文'.repeat(before)} Saved from x--><body><p>文</p></body></html>`, url))
        .comments;
    expect([commentsOf(8_000).length, commentsOf(8_200).length]).toEqual([1, 0]);
  });

  it('of pywb take both of its banners along', () => {
    const banners = '<div id="_wb_plain_banner"></div><div id="_wb_frame_top_banner"></div>';
    const document = parsePage(
      `<html><head><script>wbinfo.url = "http://a.cn/1.htm"; wbinfo.timestamp = "20070702205327";</script></head><body>${banners}</body></html>`,
      url,
    );
    const found = readPywb({ document, url }, readTraces(document), null);
    expect(found?.archiveElements.map((element) => element.id).filter((id) => id !== '')).toEqual([
      '_wb_plain_banner',
      '_wb_frame_top_banner',
    ]);
  });
});
