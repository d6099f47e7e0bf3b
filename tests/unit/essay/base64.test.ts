import { afterEach, expect, it, vi } from 'vitest';
import { base64OfBytes, bytesOfBase64 } from '../../../lib/essay/base64.ts';

afterEach(() => vi.unstubAllGlobals());

/** Each length around a group of three, and one beyond what a call takes. */
const samples = [0, 1, 2, 3, 4, 100_001].map((length) => Uint8Array.from({ length }, (_, at) => (at * 37) % 256));

it('gives back the bytes that were written, by the engine or without it', () => {
  const written = samples.map(base64OfBytes);
  expect(written.map((text) => bytesOfBase64(text))).toEqual(samples);
  expect(written).toEqual(samples.map((bytes) => Buffer.from(bytes).toString('base64')));
});

it('takes what the engine brings along where it does', () => {
  class Native extends Uint8Array<ArrayBuffer> {
    static fromBase64(text: string): Uint8Array<ArrayBuffer> {
      return new Uint8Array(Buffer.from(text, 'base64'));
    }
    toBase64(): string {
      return Buffer.from(this).toString('base64');
    }
  }
  const fromBase64 = vi.spyOn(Native, 'fromBase64');
  vi.stubGlobal('Uint8Array', Native);
  for (const sample of samples)
    expect([...(bytesOfBase64(base64OfBytes(Native.from(sample))) ?? [])]).toEqual([...sample]);
  expect(fromBase64).toHaveBeenCalledTimes(samples.length);
});

it('gives nothing for what is not base64', () => {
  for (const text of ['%', 'a', 'ab=c', '作者']) expect(bytesOfBase64(text)).toBeNull();
});
