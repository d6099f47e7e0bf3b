import { expect, it } from 'vitest';
import { bytesOfBase64 } from '../../../lib/essay/base64.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { lengthOf } from '../../../lib/essay/length.ts';

it('gives the digest that the standard gives for "abc"', async () => {
  // FIPS 180-2, appendix B.1.
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(digest);
});

it('gives the bytes of base64, and null for what is none', () => {
  expect(bytesOfBase64('AP+A')).toEqual(new Uint8Array([0, 255, 128]));
  expect(bytesOfBase64('')).toEqual(new Uint8Array());
  expect(bytesOfBase64('甲')).toBeNull();
});

it('counts characters and not code units, white space apart', () => {
  expect(lengthOf('　　县 域\n𠮷\t')).toBe(3);
});
