import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteReader } from '../../../lib/import/sources/byte-reader.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('take' as const), count: fc.integer({ min: 0, max: 400_000 }) }),
    fc.record({ kind: fc.constant('line' as const), count: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ kind: fc.constant('back' as const), count: fc.integer({ min: 0, max: 300_000 }) }),
    fc.record({ kind: fc.constant('seek' as const), count: fc.constant(0) }),
  ),
  { maxLength: 12 },
);

it('reads as if all bytes were at hand, and what was taken stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 900_000 }),
      fc.integer({ min: 1, max: 300_000 }),
      fc.integer({ min: 20, max: 90_000 }),
      steps,
      async (length, size, every, todo) => {
        const bytes = Buffer.alloc(length);
        for (let at = 0; at < length; at += 1) bytes[at] = at % every === 0 ? 0x0a : 65 + (at % 23);
        for (let at = every + 1; at + 5 < length; at += every * 3) bytes.write('WARC/', at);
        const reader = createByteReader(pieces(bytes, Math.max(size, length / 200)));
        const taken: { readonly got: Uint8Array; readonly wanted: Buffer }[] = [];
        let rest: Buffer = bytes;
        const take = (got: Uint8Array, count: number): void => {
          taken.push({ got, wanted: Buffer.from(rest.subarray(0, count)) });
          rest = rest.subarray(count);
        };
        for (const { kind, count } of todo) {
          if (kind === 'take') take(await reader.take(count), count);
          else if (kind === 'line') {
            const end = rest.subarray(0, count).indexOf(0x0a);
            take(await reader.line(count), end < 0 ? Math.min(count, rest.length) : end + 1);
          } else if (kind === 'back') {
            const back = new Uint8Array(count).fill(0x42);
            reader.putBack(back);
            rest = Buffer.concat([back, rest]);
          } else {
            const at = rest.subarray(0, 5).equals(Buffer.from('WARC/')) ? 0 : rest.indexOf('\nWARC/') + 1;
            const found = at > 0 || rest.subarray(0, 5).equals(Buffer.from('WARC/'));
            expect(await reader.seekLine('WARC/')).toBe(found);
            if (!found) break;
            rest = rest.subarray(at);
          }
        }
        for (const { got, wanted } of taken) expect(wanted.equals(got)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
