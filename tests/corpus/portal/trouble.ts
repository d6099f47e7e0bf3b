/** What a server does instead of answering at once. */
export interface Trouble {
  /** 200 to answer after all. */
  readonly status: number;
  /** Seconds, for a header; null for none. */
  readonly retryAfter: number | null;
  /** Milliseconds before it answers. */
  readonly delay: number;
}

/** Tells the trouble of the next request; null for none. */
export type NextTrouble = () => Trouble | null;

/** One request in twenty is refused, one in twenty is answered late: the same ones for the same seed. */
export function seededTrouble(seed: number, delay = 3000): NextTrouble {
  let state = seed >>> 0;
  return () => {
    // Numerical Recipes' linear congruence; its high bits are the random ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chance = state / 2 ** 32;
    if (chance < 0.025) return { status: 503, retryAfter: 1, delay: 0 };
    if (chance < 0.05) return { status: 500, retryAfter: null, delay: 0 };
    return chance < 0.1 ? { status: 200, retryAfter: null, delay } : null;
  };
}
