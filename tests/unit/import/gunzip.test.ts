import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { gunzipChunks } from '../../../lib/import/sources/gunzip.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

async function unpack(bytes: Uint8Array, size: number): Promise<{ readonly length: number; readonly cut: boolean }> {
  const seen = { length: 0, cut: false };
  const onCut = (): void => {
    seen.cut = true;
  };
  for await (const piece of gunzipChunks(pieces(bytes, size), () => undefined, onCut)) seen.length += piece.length;
  return seen;
}

const members = fc.array(fc.uint8Array({ minLength: 30, maxLength: 3000 }), { minLength: 1, maxLength: 4 });

it('tells of bytes that end within a member, wherever they are cut and in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 1, max: 700 }), fc.nat(), async (parts, size, nat) => {
      const packed = parts.map((part) => gzipSync(part));
      const whole = Buffer.concat(packed);
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      expect(await unpack(whole, size)).toEqual({ length, cut: false });
      // Where one member ends, nothing tells that another was to follow.
      const ends = new Set(packed.map((_, n) => packed.slice(0, n + 1).reduce((sum, { length: one }) => sum + one, 0)));
      const at = 1 + (nat % (whole.length - 1));
      const { cut } = await unpack(whole.subarray(0, at), size);
      expect(cut).toBe(!ends.has(at));
    }),
    { numRuns: 100 },
  );
});

it('tells of nothing for no bytes', async () => {
  expect(await unpack(new Uint8Array(0), 10)).toEqual({ length: 0, cut: false });
});
