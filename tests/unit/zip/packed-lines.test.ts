import { expect, it } from 'vitest';
import { gunzipPieces, gzip } from '../../../lib/zip/gzip.ts';
import { packLines, unpackLines } from '../../../lib/zip/packed-lines.ts';

const MARK = 'WCTEST1\n';

it('gives values back as they were packed, and their bytes', async () => {
  const values = [
    { text: '第一行\n第二行', bytes: new Uint8Array([1, 2, 3]), inner: [{ more: new Uint8Array([4]) }] },
    'names "$bytes": [0, 1] only',
    null,
    ...Array.from({ length: 400 }, (_, n) => ({ n, text: '长'.repeat(n * 3) })),
  ];
  const packed = await packLines(MARK, values);
  expect(await unpackLines(MARK, packed)).toEqual(values);
  expect(await unpackLines(MARK, await packLines(MARK, []))).toEqual([]);
  expect(await unpackLines('WCELSE1\n', packed)).toBeNull();
  for (const end of [3, 11, 12, 40, packed.byteLength / 2]) {
    const torn = packed.slice(0, end);
    expect(await unpackLines(MARK, torn)).toBeNull();
  }
});

it('stops where more comes out of a file than may', async () => {
  const packed = await gzip(new Uint8Array(300_000));
  const read = async (most: number): Promise<number> => {
    let size = 0;
    for await (const piece of gunzipPieces(packed, most)) size += piece.byteLength;
    return size;
  };
  expect(await read(300_000)).toBe(300_000);
  await expect(read(299_999)).rejects.toThrow(RangeError);
});
