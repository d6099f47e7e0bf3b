import { describe, expect, it } from 'vitest';
import { imageSource } from '../../../lib/archive/image-source.ts';

const image = 'http://a.cn/up/1.gif';
const live = (pageUrl: string) => imageSource(image, { pageUrl, archivedCopy: null });

describe('where an image is fetched', () => {
  it.each([
    ['a live page', 'http://a.cn/show.asp?id=1', image],
    [
      'the Wayback Machine',
      'https://web.archive.org/web/20070702205327/http://a.cn/show.asp?id=1',
      `https://web.archive.org/web/20070702205327im_/${image}`,
    ],
    [
      'a frame of a replay',
      'http://web.archive.org/web/20070702205327if_/http://a.cn/l.htm',
      `http://web.archive.org/web/20070702205327im_/${image}`,
    ],
    [
      'OpenWayback',
      'http://ar.example/wayback/20070702205327/http://a.cn/',
      `http://ar.example/wayback/20070702205327im_/${image}`,
    ],
    [
      'pywb',
      'https://ar.example/portals/20070702205327mp_/http://a.cn/b',
      `https://ar.example/portals/20070702205327im_/${image}`,
    ],
  ])('of %s', (_, pageUrl, source) => expect(live(pageUrl)).toBe(source));

  it('of a replay that was saved as a file, in the archive that it came from', () => {
    const url = 'https://web.archive.org/web/20070702205327/http://a.cn/show.asp?id=1';
    const archivedCopy = { archive: 'wayback' as const, url, capturedAt: '2007-07-02T20:53:27Z' };
    expect(imageSource(image, { pageUrl: 'file:///saved.html', archivedCopy })).toBe(
      `https://web.archive.org/web/20070702205327im_/${image}`,
    );
  });

  it('of archive.today, under its own addresses and no others', () => {
    const pageUrl = 'https://archive.ph/2012.05.01-101010/http://a.cn/1.htm';
    expect(live(pageUrl)).toBeNull();
    const own = 'https://archive.ph/AbCdE/0123.png';
    expect(imageSource(own, { pageUrl, archivedCopy: null })).toBe(own);
  });

  it("nowhere else for an image that is an archive's already", () => {
    const pageUrl = 'https://web.archive.org/web/20070702205327/http://a.cn/';
    const replayed = `https://web.archive.org/web/20060101000000im_/${image}`;
    expect(imageSource(replayed, { pageUrl, archivedCopy: null })).toBe(replayed);
  });
});
