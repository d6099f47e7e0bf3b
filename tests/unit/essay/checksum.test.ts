import { describe, expect, it } from 'vitest';
import { checksumOfBytes } from '../../../lib/essay/checksum.ts';

describe('the checksum of bytes', () => {
  const bytes = Uint8Array.from({ length: 4099 }, (_, at) => (at * 37) & 255);

  it('is the same wherever the bytes stand in their buffer', () => {
    for (const shift of [0, 1, 2, 3, 4]) {
      const moved = new Uint8Array(bytes.length + 8);
      moved.set(bytes, shift);
      expect(checksumOfBytes(moved.subarray(shift, shift + bytes.length))).toBe(checksumOfBytes(bytes));
    }
  });

  it('is what it was for bytes that are stored, and changes with any of them', () => {
    expect(checksumOfBytes(bytes)).toBe(3_829_786_966);
    for (const at of [0, 3, 2048, 4098]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(checksumOfBytes(changed)).not.toBe(checksumOfBytes(bytes));
    }
  });
});
