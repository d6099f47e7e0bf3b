import type { EssayRow } from '../../../lib/collection/rows.ts';

/** One essay of a chain of reprints, beside the first. */
export interface ChainStep {
  readonly row: EssayRow;
  /** Days after the first; null where either date tells no day, or none. */
  readonly days: number | null;
  /** Whole months after the first where they tell no days; null where they tell no months. */
  readonly months: number | null;
  /** Characters more than the first has; 0 for the first itself. */
  readonly longer: number;
  readonly otherTitle: boolean;
  readonly otherAuthors: boolean;
}

/** Essays of nearly the same text in the order in which they were published. */
export interface Chain {
  /** Those with a date, the first to publish it at the head. */
  readonly dated: readonly ChainStep[];
  readonly undated: readonly ChainStep[];
  /** Whether the dates tell which came first: `2005` does not stand before `2005-07`. */
  readonly firstIsSure: boolean;
}

const DAY = 86_400_000;

/** Puts essays of nearly the same text in order, and tells how each differs from the first. */
export function chainOf(rows: readonly EssayRow[]): Chain {
  const inOrder = rows.toSorted(
    (a, b) => compare(a.publishedOn ?? '~', b.publishedOn ?? '~') || compare(a.keptAt, b.keptAt) || compare(a.id, b.id),
  );
  const [first, second] = inOrder;
  const steps = inOrder.map((row): ChainStep => stepOf(row, first ?? row));
  const [one, other] = [first?.publishedOn ?? null, second?.publishedOn ?? null];
  return {
    dated: steps.filter(({ row }) => row.publishedOn !== null),
    undated: steps.filter(({ row }) => row.publishedOn === null),
    firstIsSure: one !== null && (other === null || !other.startsWith(one)),
  };
}

function stepOf(row: EssayRow, first: EssayRow): ChainStep {
  const { days, months } = spanOf(first.publishedOn ?? '', row.publishedOn ?? '');
  return {
    row,
    days,
    months,
    longer: row.length - first.length,
    otherTitle: row.title !== first.title,
    otherAuthors: row.authors.join('\n') !== first.authors.join('\n'),
  };
}

function spanOf(from: string, to: string): Pick<ChainStep, 'days' | 'months'> {
  const whole = from.length === 10 && to.length === 10;
  const days = whole ? Math.round((Date.parse(to) - Date.parse(from)) / DAY) : null;
  const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const months = from.length >= 7 && to.length >= 7 ? monthOf(to) - monthOf(from) : null;
  return { days, months };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
