import { beforeEach, expect, it, onTestFinished } from 'vitest';
import {
  addressOf,
  countChosen,
  createRoute,
  queryOf,
  type Route,
  routeOf,
  startOf,
  waitsForSearch,
  withFilterToggled,
} from '../../../entrypoints/library/route.svelte.ts';

const spot: Route = {
  view: 'trash',
  words: '渔村 "合作 社"',
  chosen: { institution: ['某省委党校', ''], column: ['理论 › 经济'], years: [2003, 2007] },
  sort: 'published',
};

beforeEach(() => history.replaceState(null, '', '/library.html'));

it('tells a spot by an address, and reads it back', () => {
  expect(routeOf(queryOf(spot))).toEqual(spot);
  expect(routeOf('')).toEqual(startOf('kept'));
  expect(addressOf(startOf('kept'))).toBe('/library.html');
  expect(addressOf(startOf('trash'))).toBe('/library.html?view=trash');
});

it('tells the undated, a chain and the overview of them by an address', () => {
  const chosen = { years: [0, 0] as const, cluster: 'c1' };
  expect(queryOf({ ...startOf('overview'), chosen })).toBe('view=overview&years=none&cluster=c1');
  expect(routeOf('view=overview&years=none&cluster=c1')).toEqual({ ...startOf('overview'), chosen });
  expect(countChosen(chosen)).toBe(2);
});

it('tells by an address what is the matter with the essays of a list, and the page of all that is', () => {
  expect(routeOf('lacking=damaged')).toEqual({ ...startOf('kept'), lacking: 'damaged' });
  expect(queryOf({ ...startOf('kept'), lacking: 'lost-highlights' })).toBe('lacking=lost-highlights');
  expect(routeOf('lacking=everything')).toEqual(startOf('kept'));
  expect(routeOf('view=quality')).toEqual(startOf('quality'));
});

it('tells by an address what essays have as well', () => {
  const chosen = {
    author: ['林远山'],
    also: [
      ['author', '顾明达：一'],
      ['check', ''],
    ] as const,
  };
  expect(routeOf(queryOf({ ...startOf('kept'), chosen }))).toEqual({ ...startOf('kept'), chosen });
  expect(countChosen(chosen)).toBe(3);
  expect(routeOf('also=colour:red&also=author')).toEqual(startOf('kept'));
});

it('leaves out what an address tells wrongly', () => {
  expect(routeOf('?view=elsewhere&sort=colour&years=2003')).toEqual(startOf('kept'));
});

it('goes by steps that back undoes, and seeks within one step', async () => {
  const place = createRoute();
  onTestFinished(place.follow());
  place.seek({ words: '渔' });
  place.seek({ words: '渔村' });
  place.go({ chosen: { kind: ['essay'] } });
  expect(place.spot).toEqual({ ...startOf('kept'), words: '渔村', chosen: { kind: ['essay'] } });
  history.back();
  await expect.poll(() => place.spot.chosen).toEqual({});
  expect(place.spot.words).toBe('渔村');
});

it('turns values of a facet on and off', () => {
  const one = withFilterToggled({ years: [2003, 2007] }, 'author', '林远山');
  expect(one).toEqual({ years: [2003, 2007], author: ['林远山'] });
  const two = withFilterToggled(one, 'author', '顾明达');
  expect(countChosen(two)).toBe(3);
  expect(withFilterToggled(withFilterToggled(two, 'author', '林远山'), 'author', '顾明达')).toEqual({
    years: [2003, 2007],
  });
});

it('knows the lists that nothing is known of before the search has answered', () => {
  const waits = (query: string): boolean => waitsForSearch(routeOf(query));
  expect(['', 'sort=kept', 'view=trash', 'view=queue', 'view=overview&q=a'].filter(waits)).toEqual([]);
  const narrowed = ['q=a', 'view=trash&q=a', 'sort=title', 'sort=kept&order=reversed', 'years=none', 'whose=own'];
  expect(narrowed.filter((query) => !waits(query))).toEqual([]);
});
