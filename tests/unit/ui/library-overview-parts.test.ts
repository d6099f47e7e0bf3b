import { expect, it, onTestFinished } from 'vitest';
import { axisOf, LEVELS, levelOf } from '../../../entrypoints/library/overview/axis.ts';
import { chainOf } from '../../../entrypoints/library/overview/chain.ts';
import { gridKeys } from '../../../entrypoints/library/overview/grid-keys.ts';
import { leaveOverview, overviewPlace } from '../../../entrypoints/library/overview/overview-place.ts';
import { spanName } from '../../../entrypoints/library/overview/span-name.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';

const years = (...all: number[]) => all.map((year) => ({ year, count: 1 }));

it('draws all years from the first to the last, and those that count where one wrong date would push them together', () => {
  expect(axisOf(years(2001, 2004))).toEqual([2001, 2002, 2003, 2004]);
  expect(axisOf(years(1009, 2001, 2004))).toEqual([1009, 2001, 2004]);
  expect(axisOf([])).toEqual([]);
});

it('has a step of the scale for each count, none for none and the last for the most', () => {
  expect([0, 1, 4, 25, 100].map((count) => levelOf(count, 100))).toEqual([0, 1, 1, 3, LEVELS]);
  expect(levelOf(1, 1)).toBe(LEVELS);
});

const row = (id: string, publishedOn: string | null, more: Partial<EssayRow> = {}): EssayRow =>
  ({ id, publishedOn, title: '论县域', authors: ['吴'], length: 100, keptAt: id, ...more }) as EssayRow;

it('puts a chain in the order of publication and tells how each differs from the first', () => {
  const chain = chainOf([
    row('c', null),
    row('b', '2005-03-01', { length: 90, title: '论县域（摘要）' }),
    row('a', '2005-01-30'),
    row('d', '2007-01', { authors: [], length: 130 }),
  ]);
  expect(chain.firstIsSure).toBe(true);
  expect(chain.undated.map((step) => step.row.id)).toEqual(['c']);
  expect(chain.dated.map(({ row: { id }, ...step }) => ({ id, ...step }))).toEqual([
    { id: 'a', days: 0, months: 0, longer: 0, otherTitle: false, otherAuthors: false },
    { id: 'b', days: 30, months: 2, longer: -10, otherTitle: true, otherAuthors: false },
    { id: 'd', days: null, months: 24, longer: 30, otherTitle: false, otherAuthors: true },
  ]);
});

it('does not say which was first where the dates do not tell', () => {
  expect(chainOf([row('a', '2005'), row('b', '2005-07-01')]).firstIsSure).toBe(false);
  expect(chainOf([row('a', '2005-07-01'), row('b', '2005-07-01')]).firstIsSure).toBe(false);
  expect(chainOf([row('a', null), row('b', null)]).firstIsSure).toBe(false);
  expect(chainOf([row('a', '2005'), row('b', null)]).firstIsSure).toBe(true);
});

it('tells spans as precisely as the dates are', () => {
  expect(spanName({ days: 0, months: 0 })).toBe('同日');
  expect(spanName({ days: 12, months: 0 })).toBe('晚于首篇 12天');
  expect(spanName({ days: 100, months: 3 })).toBe('晚于首篇 3个月');
  expect(spanName({ days: null, months: 60 })).toBe('晚于首篇 5年');
  expect(spanName({ days: null, months: null })).toBe('');
});

it('notes where the overview stood in its step of history', () => {
  leaveOverview('/library.html?author=x');
  expect(overviewPlace(history.state)).toEqual({ top: 0, mark: '/library.html?author=x' });
  expect(overviewPlace({ anchor: 1 })).toBeNull();
});

it('goes from mark to mark of a table by arrows, as one Tab stop', () => {
  document.body.innerHTML = `<table><tbody>
    <tr><th><a href="#a">a</a></th><td></td><td><a href="#a2">1</a></td></tr>
    <tr><td></td><td></td><td></td></tr>
    <tr><th><a href="#b">b</a></th><td><a href="#b1">1</a></td><td></td></tr></tbody></table>`;
  const table = document.querySelector('table') as HTMLElement;
  onTestFinished(gridKeys(table));
  const press = (key: string): string => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return document.activeElement?.getAttribute('href') ?? '';
  };
  const stops = () => [...table.querySelectorAll('a')].filter((one) => one.tabIndex === 0).map((one) => one.hash);
  expect(stops()).toEqual(['#a']);
  table.querySelector('a')?.focus();
  expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'ArrowRight'].map(press)).toEqual([
    '#a2',
    '#b1',
    '#b',
    '#a',
    '#a2',
    '#a2',
  ]);
  expect(stops()).toEqual(['#a2']);
});
