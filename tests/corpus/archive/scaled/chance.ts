/** Random numbers that are the same for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** A whole number from 0 to below `most`. */
  readonly below: (most: number) => number;
  readonly is: (share: number) => boolean;
  readonly of: <T>(all: readonly [T, ...T[]]) => T;
}

/** Marsaglia's xorshift with 32 bits. */
export function createChance(seed: number): Chance {
  const state = { bits: (seed * 2_654_435_761) >>> 0 || 1 };
  const next = (): number => {
    let bits = state.bits;
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    state.bits = bits >>> 0;
    return state.bits / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { next, below, is: (share) => next() < share, of: (all) => all[below(all.length)] ?? all[0] };
}
