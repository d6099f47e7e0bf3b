import { expect, it } from 'vitest';
import { barsOf, movedBy, yearAt, yearRange } from '../../../entrypoints/library/side/year-range.ts';

const years = [
  { year: 2001, count: 3 },
  { year: 2004, count: 1 },
];

it('has a bar for each year, empty ones and chosen ones too', () => {
  expect(barsOf(years, null).map(({ count }) => count)).toEqual([3, 0, 0, 1]);
  expect(barsOf(years, [1999, 2002]).map(({ year }) => year)).toEqual([1999, 2000, 2001, 2002, 2003, 2004]);
  expect(barsOf([], null)).toEqual([]);
});

it('tells the year under a point, and stays on the chart', () => {
  const bars = barsOf(years, null);
  expect([-1, 0, 0.26, 0.99, 1, 2].map((point) => yearAt(bars, point))).toEqual([2001, 2001, 2002, 2004, 2004, 2004]);
});

it('spans two years whichever comes first', () => {
  expect(yearRange(2004, 2001)).toEqual([2001, 2004]);
});

it('moves an end by keys, as far as the other end and the edge', () => {
  const whole = [2001, 2010] as const;
  expect(movedBy('ArrowRight', 'from', [2003, 2004], whole)).toEqual([2004, 2004]);
  expect(movedBy('ArrowRight', 'from', [2004, 2004], whole)).toEqual([2004, 2004]);
  expect(movedBy('PageUp', 'to', [2003, 2007], whole)).toEqual([2003, 2010]);
  expect(movedBy('Home', 'to', [2003, 2007], whole)).toEqual([2003, 2003]);
  expect(movedBy('a', 'to', [2003, 2007], whole)).toBeNull();
});
