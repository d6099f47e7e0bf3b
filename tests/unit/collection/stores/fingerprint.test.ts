import { describe, expect, it } from 'vitest';
import { fingerprintOf, likeness } from '../../../../lib/collection/duplicates/minhash.ts';

/** Sixty-four minima, half of which any other has too. */
const half = (own: number): readonly number[] =>
  Array.from({ length: 64 }, (_, at) => (at < 32 ? at : own * 1000 + at));

describe('a fingerprint', () => {
  const letters = Array.from({ length: 140 }, (_, at) => String.fromCharCode(0x4e00 + at * 16)).join('');
  const sumOf = async (text: string): Promise<number | undefined> =>
    (await fingerprintOf(text))?.minhash.reduce((sum, one) => (sum + one) % 1_000_003, 0);

  it('is of all shingles from the first to the last', async () => {
    expect([
      await sumOf(letters),
      await sumOf(letters.slice(1)),
      await sumOf(letters.slice(0, -1)),
    ]).toMatchInlineSnapshot(`
      [
        867893,
        544372,
        269713,
      ]
    `);
    expect((await fingerprintOf(letters))?.bands).toMatchInlineSnapshot(`
      [
        "0.kawn2s",
        "1.2p2il4",
        "2.1s77mib",
        "3.z5jaxb",
        "4.kudv4e",
        "5.18wrkpq",
        "6.1byof1c",
        "7.mhhjsu",
        "8.34j1vv",
        "9.siqbox",
        "a.1654pqx",
        "b.1ohh25s",
        "c.1u1ilmt",
        "d.4felrd",
        "e.1fl835o",
        "f.hxpqnq",
      ]
    `);
  });

  it('is of letters and digits alone: what parts them counts for nothing, and case and width neither', async () => {
    const plain = `${letters}abcdef123`;
    const parted = `${letters.replace(/(.{9})/gu, '$1，　\n')}ＡＢ-CＤ  ef１２3`;
    expect(await fingerprintOf(parted)).toEqual(await fingerprintOf(plain));
  });

  it('tells the share of minima in common', () => {
    expect([likeness(half(1), half(2)), likeness([], half(1))]).toEqual([0.5, 0]);
  });
});
