/** Years from the first to the last, both included. */
export type YearRange = readonly [from: number, to: number];

export interface Bar {
  readonly year: number;
  readonly count: number;
}

/** Years between two ticks under the chart. */
const TICKS = 5;

/** The years that a tick stands under: those that five divides, fewer where they would not have room. */
export function ticksOf(bars: readonly Bar[]): readonly number[] {
  const every = TICKS * Math.max(1, Math.ceil(bars.length / (TICKS * 6)));
  return bars.map(({ year }) => year).filter((year) => year % every === 0);
}

/** One bar a year without gaps, over all years that have essays, in the whole collection too, or are chosen. */
export function barsOf(years: readonly Bar[], chosen: YearRange | null, all: readonly Bar[] = []): readonly Bar[] {
  const told = [...years, ...all].map(({ year }) => year).concat(chosen ?? []);
  if (told.length === 0) return [];
  const [first, last] = [Math.min(...told), Math.max(...told)];
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    count: counts.get(first + at) ?? 0,
  }));
}

/** The year at a point of the chart, whose left edge is 0 and right edge 1. */
export function yearAt(bars: readonly Bar[], point: number): number {
  const index = Math.min(Math.max(Math.floor(point * bars.length), 0), bars.length - 1);
  return bars[index]?.year ?? 0;
}

/** The years between two, whichever comes first. */
export const yearRange = (a: number, b: number): YearRange => [Math.min(a, b), Math.max(a, b)];

/** The span after a key moved one of its ends; null for a key that moves none. An end stops at the other and at the chart's edge. */
export function movedBy(key: string, end: 'from' | 'to', span: YearRange, whole: YearRange): YearRange | null {
  const at = end === 'from' ? span[0] : span[1];
  const [least, most] = end === 'from' ? [whole[0], span[1]] : [span[0], whole[1]];
  const wanted: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 5,
    PageUp: at + 5,
    Home: least,
    End: most,
  };
  const year = wanted[key];
  if (year === undefined) return null;
  const within = Math.min(Math.max(year, least), most);
  return end === 'from' ? [within, span[1]] : [span[0], within];
}
