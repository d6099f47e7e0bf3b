import type { TextEdit } from './text-edit.ts';

/** What tells when a change was made. */
type Dated = Pick<TextEdit, 'id' | 'madeAt'>;

const orderOf = ({ madeAt, id }: Dated): string => `${madeAt} ${id}`;

/** Changes of a text in the order in which they are made to it: the same on every device that has them. */
export const editsInOrder = <Edit extends Dated>(edits: readonly Edit[]): readonly Edit[] =>
  edits.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));

/**
 * The moment of a change that is made after others, `now` by the clock: later than theirs, also where that clock is behind the one by which they were made on
 * another device. Else it would stand before them there, and not find its words.
 */
export function momentAfter(edits: readonly Dated[], now: number): string {
  const last = Math.max(
    ...edits.map(({ madeAt }) => Date.parse(madeAt) + 1).filter((time) => !Number.isNaN(time)),
    now,
  );
  return new Date(last).toISOString();
}
