import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import FacetHeading from '../../../entrypoints/library/list/FacetHeading.svelte';
import { facetPageOf } from '../../../entrypoints/library/list/facet-page.ts';
import { type Counts, facetNames } from '../../../lib/search/contract.ts';

afterEach(() => document.body.replaceChildren());

it('is the list of one author or one institution, and no other list', () => {
  expect(facetPageOf('', { author: ['沈克勤'] })).toEqual({ facet: 'author', value: '沈克勤' });
  expect(facetPageOf('', { institution: ['某省委党校'] })).toEqual({ facet: 'institution', value: '某省委党校' });
  for (const chosen of [
    {},
    { author: ['沈克勤', '顾明达'] },
    { author: [''] },
    { author: ['沈克勤'], years: [2001, 2003] as const },
    { column: ['理论研究'] },
  ])
    expect(facetPageOf('', chosen)).toBeNull();
  expect(facetPageOf('渔村', { author: ['沈克勤'] })).toBeNull();
});

it('tells how many, of which years, and leads on to what goes with it', async () => {
  const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Counts['facets'];
  const counts: Counts = {
    facets: {
      ...none,
      institution: [
        { value: '某省委党校', count: 7 },
        { value: '', count: 1 },
      ],
      column: [{ value: '理论研究', count: 8 }],
    },
    years: [
      { year: 1999, count: 5 },
      { year: 2003, count: 2 },
    ],
    allYears: [],
    undated: 1,
  };
  const onfacet = vi.fn();
  render(FacetHeading, { page: { facet: 'author', value: '沈克勤' }, total: 8, counts, onfacet });
  const heading = screen.getByTestId('facet-heading');
  expect(heading.querySelector('h2')?.textContent).toBe('沈克勤');
  const said = heading.textContent?.replace(/\s+/g, ' ');
  expect(said).toContain('8 篇 · 1999–2003');
  expect(said).toContain('未注明日期 1 篇');
  const links = screen.getAllByTestId<HTMLAnchorElement>('facet-beside');
  expect(links.map(({ search }) => decodeURIComponent(search))).toEqual([
    '?institution=某省委党校',
    '?column=理论研究',
  ]);
  await fireEvent.click(links[0] as Element);
  expect(onfacet).toHaveBeenCalledExactlyOnceWith('institution', '某省委党校');
});
