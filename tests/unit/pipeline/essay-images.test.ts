import { describe, expect, it, vi } from 'vitest';
import { type EssayImage, type FetchBytes, imageLimits, imageTypeOf } from '../../../lib/essay/image.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { fetchImages, imageAddresses, imageOf } from '../../../lib/images/essay-images.ts';
import { rainfallGif, terracesPng } from '../../corpus/portal/images.ts';

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const picture = rainfallGif(12, 20);
const essay = (count: number) =>
  Array.from({ length: count }, (_, n) => `<p><img src="http://a.cn/${n}.gif" alt=""></p>`).join('\n');
const page = { pageUrl: 'http://a.cn/1.htm', archivedCopy: null };
async function allOf(images: AsyncIterable<EssayImage>): Promise<EssayImage[]> {
  const all: EssayImage[] = [];
  for await (const image of images) all.push(image);
  return all;
}
const serve = (bytes = picture) => vi.fn<FetchBytes>(async () => succeed(bytes));

describe('what an image is', () => {
  it.each([
    ['image/gif', picture],
    ['image/png', terracesPng(4, 4)],
    ['image/jpeg', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image/bmp', latin1('BM\x36\0\0\0\0\0\0\0\x36\0\0\0')],
    ['image/webp', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
    [null, latin1('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    [null, latin1('<html><img src="x"></html>')],
    [null, latin1('BMW is a car, not a bitmap')],
    [null, latin1('')],
  ])('is told by its bytes: %s', (type, bytes) => expect(imageTypeOf(bytes)).toBe(type));
});

describe('the addresses of an essay', () => {
  it('come in order, each once, as they were before they were written into HTML', () => {
    const html =
      '<p><img src="http://a.cn/i.asp?a=1&amp;b=2" alt="a &gt; b"> <img alt="src=&quot;x&quot; > y" src="https://b.cn/2.jpg"></p>' +
      '<p><img src="http://a.cn/i.asp?a=1&amp;b=2" alt=""></p>';
    expect(imageAddresses(html)).toEqual(['http://a.cn/i.asp?a=1&b=2', 'https://b.cn/2.jpg']);
  });

  it('are of the web: nothing written into the page, and no text that looks like a tag', () => {
    const html = '<p><img src="data:image/gif;base64,R0" alt=""><img alt="x">&lt;img src="http://a.cn/1.gif"&gt;</p>';
    expect(imageAddresses(html)).toEqual([]);
  });
});

describe('fetching the images of an essay', () => {
  it('gives each with its bytes, one after another', async () => {
    const fetchBytes = serve();
    const images = await allOf(fetchImages(essay(3), page, fetchBytes));
    expect(images.map(({ address, type, problem }) => [address, type, problem])).toEqual(
      [0, 1, 2].map((n) => [`http://a.cn/${n}.gif`, 'image/gif', '']),
    );
    expect(images[0]?.bytes).toEqual(picture);
  });

  it('asks the archive of the capture, and keeps the address of the essay', async () => {
    const fetchBytes = serve();
    const replay = { ...page, pageUrl: 'https://web.archive.org/web/20070702205327/http://a.cn/1.htm' };
    const images = await allOf(fetchImages(essay(1), replay, fetchBytes));
    expect(fetchBytes.mock.calls).toEqual([['https://web.archive.org/web/20070702205327im_/http://a.cn/0.gif']]);
    expect(images[0]?.address).toBe('http://a.cn/0.gif');
  });

  it('tells that an archive lacks an image, not that the site does', async () => {
    const replay = { ...page, pageUrl: 'https://web.archive.org/web/20070702205327/http://a.cn/1.htm' };
    const images = await allOf(fetchImages(essay(1), replay, async () => fail('not-found')));
    expect(images.map(({ problem }) => problem)).toEqual(['not-archived']);
  });

  it('names what cannot be had, and goes on', async () => {
    const answers: FetchBytes[] = [
      async () => fail('not-found'),
      () => Promise.reject(new Error('cut off')),
      async () => succeed(latin1('<html>404</html>')),
      async () => succeed(latin1(`GIF89a${'x'.repeat(imageLimits.bytes)}`)),
      async () => succeed(picture),
    ];
    const fetchBytes: FetchBytes = (address) => (answers.shift() ?? serve())(address);
    const images = await allOf(fetchImages(essay(5), page, fetchBytes));
    expect(images.map(({ problem }) => problem)).toEqual(['not-found', 'unreachable', 'not-an-image', 'too-large', '']);
    expect(images.every(({ bytes, type, problem }) => (problem === '') === (bytes !== null && type !== ''))).toBe(true);
  });

  it('asks for none that is stored, and counts what those take', async () => {
    const fetchBytes = serve();
    const stored = new Map([['http://a.cn/0.gif', imageLimits.essayBytes - picture.byteLength]]);
    const images = await allOf(fetchImages(essay(3), page, fetchBytes, { stored }));
    expect(images.map(({ address, problem }) => [address, problem])).toEqual([
      ['http://a.cn/1.gif', ''],
      ['http://a.cn/2.gif', 'too-many'],
    ]);
    expect(fetchBytes).toHaveBeenCalledTimes(1);
  });

  it('asks for no more than the limit', async () => {
    const fetchBytes = serve();
    const images = await allOf(fetchImages(essay(imageLimits.count + 5), page, fetchBytes));
    expect(fetchBytes).toHaveBeenCalledTimes(imageLimits.count);
    expect(images.filter(({ problem }) => problem === 'too-many')).toHaveLength(5);
  });

  it('stops when it is told to', async () => {
    const stopping = new AbortController();
    const fetchBytes: FetchBytes = async () => {
      stopping.abort();
      return succeed(picture);
    };
    expect(await allOf(fetchImages(essay(3), page, fetchBytes, { signal: stopping.signal }))).toHaveLength(1);
  });

  it('takes no image that the essay has no room for', () =>
    expect(imageOf('http://a.cn/1.gif', succeed(picture), 10)).toMatchObject({ bytes: null, problem: 'too-many' }));
});
