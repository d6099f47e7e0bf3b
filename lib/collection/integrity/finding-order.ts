import type { QuarantineRow } from '../rows.ts';

/** The orders of findings that wait for the reader, and of those of which nothing is left to be done: from the first up to the second. */
export const OPEN = ['1', '2'] as const;
export const SETTLED = ['0', '1'] as const;

/** Where a finding stands in the index of findings. Of a damaged one all that can be read counts. */
export function orderOf({ settled, foundAt }: Pick<QuarantineRow, 'settled' | 'foundAt'>): string {
  const [first] = settled === true ? SETTLED : OPEN;
  return `${first}${typeof foundAt === 'string' ? foundAt : ''}`;
}
