import { expect, it } from 'vitest';
import { createImagePool } from '../../../lib/import/image-pool.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';

const picture = rainfallGif(12, 20);
const large = (mark: number) => {
  const bytes = new Uint8Array(4_900_000);
  bytes.set(picture);
  bytes[bytes.length - 1] = mark;
  return bytes;
};
const image = (n: number) => `http://a.cn/up/${n}.gif`;

it('gives an image to every essay that wants it, whichever comes first, in any form of its address', () => {
  const pool = createImagePool();
  expect(pool.want('a', [image(1)])).toEqual([]);
  pool.offer('https://www.a.cn/up/1.gif', picture);
  expect(pool.takeLate()).toMatchObject([{ essayId: 'a', image: { address: image(1), type: 'image/gif' } }]);
  expect(pool.takeLate()).toEqual([]);
  expect(pool.want('b', [`https://web.archive.org/web/20070702205327im_/${image(1)}`])).toHaveLength(1);
  pool.offer(image(1), picture);
  expect(pool.takeLate()).toEqual([]);
});

it('takes images of a saved page for what they are, not for its page', () => {
  const pool = createImagePool();
  pool.offer('http://a.cn/1.htm#1_files/a.gif', picture);
  expect(pool.want('a', ['http://a.cn/1.htm#1_files/b.gif'])).toEqual([]);
  expect(pool.want('a', ['http://a.cn/1.htm#1_files/a.gif'])).toHaveLength(1);
});

it('holds so many bytes, and lets the first go', () => {
  const pool = createImagePool();
  for (let n = 0; n < 12; n += 1) pool.offer(image(n), large(n));
  expect(pool.want('a', [image(0), image(1)])).toEqual([]);
  expect(pool.want('a', [image(2), image(11)])).toHaveLength(2);
});

it('takes nothing that is no image', () => {
  const pool = createImagePool();
  pool.offer(image(1), new TextEncoder().encode('<svg/>'));
  expect(pool.want('a', [image(1)])).toEqual([]);
});
