/** Random choices that a seed decides: mulberry32 (Ettinger, public domain). */
export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  /** One of some; fails for none. */
  readonly pick: <T>(all: readonly T[]) => T;
}

export function randomOf(seed: number): Random {
  const state = { at: Math.imul(seed, 0x9e3779b1) >>> 0 };
  const next = (): number => {
    state.at = (state.at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), state.at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  return { next, below, pick };
}
