import { deflateSync } from 'node:zlib';

/** A colour by its three parts, 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];
type Paint = (x: number, y: number) => Colour;

/** Terraced fields under a pale sky, as a PNG. */
export const terracesPng = (width = 480, height = 300): Uint8Array<ArrayBuffer> =>
  png(width, height, (x, y) => {
    const ridge = height * 0.34 + 18 * Math.sin(x / 61) + 9 * Math.sin(x / 23 + 2);
    if (y < ridge) return [226 - y / 8, 232 - y / 10, 236];
    const step = (y - ridge + 7 * Math.sin(x / 40 + y / 30)) / 17;
    const light = step - Math.floor(step);
    const deep = Math.min(1, (y - ridge) / (height - ridge));
    if (light < 0.14) return [92, 74, 52];
    return [110 + 70 * light - 50 * deep, 140 + 60 * light - 40 * deep, 84 + 50 * light - 30 * deep];
  });

/** The rain of twelve months as bars, as a GIF of four colours. */
export const rainfallGif = (width = 408, height = 220): Uint8Array<ArrayBuffer> => {
  const rain = [38, 52, 88, 120, 160, 196, 142, 150, 96, 60, 44, 30];
  const band = width / rain.length;
  return gif(width, height, (x, y) => {
    if (y >= height - 12 && y < height - 10) return 3;
    const fall = rain[Math.floor(x / band)] ?? 0;
    const inBar = x % band > band * 0.25 && y < height - 12 && y > height - 14 - fall;
    return inBar ? 1 : (height - y) % 50 === 12 ? 2 : 0;
  });
};

const bytesOf = (...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part))),
    ),
  );

const bigEndian = (n: number): readonly number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const littleEndian = (n: number): readonly number[] => [n & 255, n >> 8];

/** PNG (ISO/IEC 15948): true colour, each line unfiltered. */
function png(width: number, height: number, paint: Paint): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (__, x) => paint(x, y).map(Math.round)).flat(),
  ]);
  return bytesOf(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytesOf(bigEndian(width), bigEndian(height), [8, 2, 0, 0, 0])),
    chunk('IDAT', deflateSync(Uint8Array.from(lines.flat()))),
    chunk('IEND', new Uint8Array()),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = bytesOf(name, data);
  return bytesOf(bigEndian(data.length), named, bigEndian(crc32(named)));
}

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** GIF 89a of four colours. Its codes stay three bits wide, since a clear code comes before the table would grow. */
function gif(width: number, height: number, paint: (x: number, y: number) => number): Uint8Array<ArrayBuffer> {
  const [clear, end] = [4, 5];
  const codes: number[] = [];
  for (let at = 0; at < width * height; at += 1) {
    if (at % 2 === 0) codes.push(clear);
    codes.push(paint(at % width, Math.floor(at / width)));
  }
  const packed = packed3([...codes, end]);
  const blocks: number[] = [];
  for (let at = 0; at < packed.length; at += 255) {
    const block = packed.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  const palette = [250, 249, 245, 58, 110, 148, 214, 208, 196, 70, 60, 50];
  const size = [...littleEndian(width), ...littleEndian(height)];
  return bytesOf('GIF89a', size, [0b1010_0001, 0, 0], palette, ',', [0, 0, 0, 0, ...size, 0, 2], blocks, [0], ';');
}

function packed3(codes: readonly number[]): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const code of codes) {
    held |= code << bits;
    bits += 3;
    if (bits < 8) continue;
    bytes.push(held & 255);
    held >>= 8;
    bits -= 8;
  }
  return [...bytes, held];
}
