import { expect, it } from 'vitest';
import { imageSizeOf } from '../../../lib/essay/image-size.ts';
import { rainfallGif, terracesPng } from '../../corpus/portal/images.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
  );
const frame = [0xff, 0xc2, 0, 17, 8, 1, 44, 1, 224, 3];
const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];

it.each([
  ['GIF', rainfallGif(120, 80), 120, 80],
  ['PNG', terracesPng(320, 200), 320, 200],
  [
    'BMP upside down',
    bytes('BM', [54, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0], [64, 1, 0, 0, 56, 255, 255, 255]),
    320,
    200,
  ],
  ['JPEG with EXIF and fill bytes', bytes([0xff, 0xd8], exif, [0xff, 0xff], frame.slice(1)), 480, 300],
  ['lossy WebP', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 ', Array(10).fill(0), [64, 1, 200, 0]), 320, 200],
  ['lossless WebP', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x31, 0]), 320, 200],
  ['extended WebP', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [63, 1, 0, 199, 0, 0]), 320, 200],
])('the size of a %s is read from its header', (_, image, width, height) =>
  expect(imageSizeOf(image)).toEqual({ width, height }),
);

it.each([
  ['a page', bytes('<html></html>')],
  ['a PNG cut short', terracesPng(320, 200).slice(0, 18)],
  ['a JPEG without a frame', bytes([0xff, 0xd8], exif, [0xff, 0xd9])],
  ['a JPEG whose segments lead nowhere', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 0], Array(40).fill(0))],
])('%s has none', (_, image) => expect(imageSizeOf(image)).toBeNull());
