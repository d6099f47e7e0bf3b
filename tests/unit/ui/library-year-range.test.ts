import { expect, it } from 'vitest';
import { barsOf, movedBy, ticksOf, yearAt, yearRange } from '../../../entrypoints/library/side/year-range.ts';

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

it('draws the years of the whole collection, whatever was found, with a tick at every fifth', () => {
  const all = [
    { year: 1998, count: 4 },
    { year: 2012, count: 1 },
  ];
  const bars = barsOf([{ year: 2003, count: 2 }], null, all);
  expect([bars[0]?.year, bars.at(-1)?.year, bars.length]).toEqual([1998, 2012, 15]);
  expect(bars.find(({ year }) => year === 1998)?.count).toBe(0);
  expect(ticksOf(bars)).toEqual([2000, 2005, 2010]);
  expect(ticksOf(barsOf([], [1900, 2012])).every((year) => year % 20 === 0)).toBe(true);
});
