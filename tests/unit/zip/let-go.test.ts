import { expect, it } from 'vitest';
import { letGo } from '../../../lib/zip/let-go.ts';
import { packLines, unpackLines } from '../../../lib/zip/packed-lines.ts';

it('gives back bytes that are all of their memory, and nothing of what others have a part of', () => {
  const whole = new Uint8Array([1, 2, 3]);
  const part = new Uint8Array([1, 2, 3, 4]);
  letGo(whole);
  letGo(part.subarray(0, 3));
  letGo(new Uint8Array());
  expect([whole.byteLength, whole.buffer.detached, [...part]]).toEqual([0, true, [1, 2, 3, 4]]);
});

it('leaves the bytes of values and of a file as they are, and reads it twice', async () => {
  const mark = 'WCTEST1\n';
  const bytes = new Uint8Array(200_000).fill(7);
  const values = [{ bytes, text: '字'.repeat(900_000) }, { text: '尾' }];
  const packed = await packLines(mark, values);
  expect(bytes.byteLength).toBe(200_000);
  expect(await unpackLines(mark, packed)).toEqual(values);
  expect(await unpackLines(mark, packed)).toEqual(values);
});
