/** A run of lines: indexes of the first and the last, and the sum of its scores. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/**
 * The run of scores with the greatest sum (Kadane's algorithm), or null when none is above zero.
 * Linear, and free of any assumption on how the page nests its tables.
 */
export function richestRange(scores: readonly number[]): Range | null {
  let best: Range | null = null;
  let first = 0;
  let sum = 0;
  scores.forEach((score, index) => {
    if (sum <= 0) {
      sum = 0;
      first = index;
    }
    sum += score;
    if (sum > 0 && (best === null || sum > best.score)) best = { first, last: index, score: sum };
  });
  return best;
}
