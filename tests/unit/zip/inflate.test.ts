import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DamagedError } from '../../../lib/zip/inflate/damaged.ts';
import { createInflater } from '../../../lib/zip/inflate/inflate.ts';
import { addPacked } from '../../../lib/zip/inflate/packed-bytes.ts';

/** One for all runs: it has to begin each as if it were the first. */
const out: Uint8Array[] = [];
const inflater = createInflater((piece) => out.push(piece));

/** Unpacks bytes that come in pieces of a size; null where they do not come to an end. */
function unpack(packed: Uint8Array, size: number): Buffer | null {
  out.length = 0;
  Object.assign(inflater.packed, { length: 0, at: 0 });
  inflater.begin();
  let ended = false;
  for (let at = 0; at < packed.length && !ended; at += size) {
    addPacked(inflater.packed, packed.subarray(at, at + size));
    ended = inflater.run();
  }
  return ended ? Buffer.concat(out) : null;
}

/** Bytes that repeat near and far, so that copies of every length and distance come of them. */
const data = fc
  .record({
    part: fc.uint8Array({ minLength: 1, maxLength: 400 }),
    apart: fc.integer({ min: 0, max: 33_000 }),
    times: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ part, apart, times }) =>
    Buffer.concat(Array.from({ length: times }, (_, n) => Buffer.concat([part, Buffer.alloc(n % 2 ? apart : 7, n)]))),
  );
const ways = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.integer({ min: 0, max: 4 }),
});

it('unpacks what zlib packed, in whatever way and whatever pieces it comes', () => {
  fc.assert(
    fc.property(data, ways, fc.integer({ min: 1, max: 70_000 }), (bytes, way, size) => {
      expect(unpack(deflateRawSync(bytes, way), Math.min(size, 1 + bytes.length))?.equals(bytes)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('unpacks nothing as nothing, and waits for bytes that have not come', () => {
  expect(unpack(deflateRawSync(Buffer.alloc(0)), 1)).toEqual(Buffer.alloc(0));
  expect(unpack(deflateRawSync(Buffer.from('水渠边上的会议')).subarray(0, -1), 3)).toBeNull();
});

it('tells damage by its error, and by no other, wherever it is', () => {
  const whole = deflateRawSync(Buffer.from('水渠修到第三里，村里的人开会商量谁家先浇地。'.repeat(40)));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      try {
        unpack(damaged, 50);
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedError);
      }
    }),
    { numRuns: 300 },
  );
});

it('refuses a copy from before the stream, though the one before it left bytes there', () => {
  const [first, second] = ['甲'.repeat(500), '乙'.repeat(500)].map((text) => deflateRawSync(Buffer.from(text)));
  expect(unpack(first ?? Buffer.alloc(0), 64)?.toString()).toBe('甲'.repeat(500));
  expect(unpack(second ?? Buffer.alloc(0), 64)?.toString()).toBe('乙'.repeat(500));
  // A block of the code that all know: length 3 (0000001) from a distance of one (00000).
  expect(() => unpack(Uint8Array.of(0b00000011, 0b00000010, 0, 0, 0, 0, 0, 0), 8)).toThrow(DamagedError);
});
