import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md5Hex } from '../../../lib/zotero/md5.ts';

const ofText = (text: string): string => md5Hex(new TextEncoder().encode(text));

describe('MD5', () => {
  // RFC 1321, appendix A.5.
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('of %j is that of the standard', (text, digest) => {
    expect(ofText(text)).toBe(digest);
  });

  it('of any bytes, and of any part of a buffer, is what Node says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(70), (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect(md5Hex(part)).toBe(createHash('md5').update(part).digest('hex'));
      }),
    );
  });
});
