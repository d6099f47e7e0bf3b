import { expect, it } from 'vitest';
import { animatedWebp } from '../../../scripts/pictures/animated-webp.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (webp: Uint8Array): string => String.fromCharCode(...webp);

/** A still with words about its colours before its pixels, which are of an odd number. */
const still = bytes('RIFF\x1e\0\0\0WEBPICCP\x02\0\0\0ccVP8 \x03\0\0\0abc\0');

it('joins the pixels of stills, each over the whole for its time', () => {
  const webp = animatedWebp(960, 640, [
    { webp: still, milliseconds: 1500 },
    { webp: still, milliseconds: 300 },
  ]);
  const frame = (time: string): string =>
    `ANMF\x1c\0\0\0${'\0'.repeat(6)}\xbf\x03\0\x7f\x02\0${time}\0\x02VP8 \x03\0\0\0abc\0`;
  const body = `WEBPVP8X\x0a\0\0\0\x02\0\0\0\xbf\x03\0\x7f\x02\0ANIM\x06\0\0\0\xff\xff\xff\xff\0\0${frame('\xdc\x05')}${frame('\x2c\x01')}`;
  expect(text(webp)).toBe(`RIFF${String.fromCharCode(body.length)}\0\0\0${body}`);
});

it('refuses what is no WebP', () => {
  expect(() => animatedWebp(1, 1, [{ webp: bytes('GIF89a..........'), milliseconds: 1 }])).toThrow('no WebP');
});
