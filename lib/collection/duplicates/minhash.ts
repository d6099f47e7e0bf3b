import { yieldToPage } from '../../essay/yield-to-page.ts';

/** What near-duplicates of a text are found by. */
export interface Fingerprint {
  /** Digests of four minima each: texts that share one may be the same. */
  readonly bands: readonly string[];
  /** The least hash of all shingles, by each of 64 hash functions. */
  readonly minhash: readonly number[];
}

/*
 * MinHash (A. Broder, "On the resemblance and containment of documents", 1997): the share of minima that two texts have
 * in common estimates the share of their shingles, here within 0.06 (one standard error). Sixteen bands of four find
 * 98.8 % of the pairs that share 0.7 of their shingles and 99.98 % of those that share 0.8.
 * The numbers are stored: a change of anything here makes what is stored worthless.
 */

/** Characters of a shingle: in Chinese about three words. */
const SHINGLE = 5;
const MINIMA = 64;
const BAND = 4;

/** Characters, folded, below which a text has no fingerprint: short notices are all alike. */
const SHORTEST = 100;

/** The share of common minima from which two texts count as one essay. */
export const NEAR = 0.7;

/** Shingles hashed before others may get their turn: some two milliseconds. */
const AT_A_TIME = 8192;

/**
 * The fingerprint of a text, its letters and digits alone, folded in width and case; null for a short one. A book takes its
 * time, and lets others have their turn.
 */
export async function fingerprintOf(text: string): Promise<Fingerprint | null> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters.length < SHORTEST) return null;
  const seeds = Uint32Array.from({ length: MINIMA }, (_, index) => mix(index + 1));
  const minima = new Uint32Array(MINIMA).fill(0xffffffff);
  const pause = yieldToPage();
  for (let from = 0; from + SHINGLE <= letters.length; from += 1) {
    if (from % AT_A_TIME === AT_A_TIME - 1) await pause();
    const shingle = hashUnits(letters, from);
    for (let index = 0; index < MINIMA; index += 1) {
      const hash = mix(shingle ^ (seeds[index] ?? 0));
      if (hash < (minima[index] ?? 0)) minima[index] = hash;
    }
  }
  const minhash = [...minima];
  const bands = Array.from({ length: MINIMA / BAND }, (_, band) => {
    const digest = minhash.slice(band * BAND, (band + 1) * BAND).reduce((hash, one) => mix(hash ^ one), 0);
    return `${band.toString(36)}.${digest.toString(36)}`;
  });
  return { bands, minhash };
}

/** How much of two texts is the same, 0 to 1, by their minima. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  return one.filter((hash, index) => hash === other[index]).length / MINIMA;
}

/** FNV-1a over the UTF-16 units of the shingle at a place. */
function hashUnits(text: string, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + SHINGLE; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads the bits of a number over 32 (the finaliser of MurmurHash3). */
function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
