import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import OverviewPage from '../../../entrypoints/library/overview/OverviewPage.svelte';
import { createRoute } from '../../../entrypoints/library/route.svelte.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { Overview } from '../../../lib/search/contract.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fakeSearch } from '../../support/fake-search.ts';
import { numberedKeeping } from '../../support/keepings.ts';

vi.mock('wxt/browser', () => {
  const onChanged = { addListener: () => undefined, removeListener: () => undefined };
  return { browser: { storage: { local: { get: async () => ({}) }, onChanged } } };
});

const overview: Overview = {
  total: 30,
  years: [
    { year: 2003, count: 20 },
    { year: 2005, count: 8 },
  ],
  undated: 2,
  institutions: {
    all: 1,
    series: [{ value: '甲校', count: 22, undated: 2, years: [{ year: 2003, count: 20 }] }],
  },
  authors: { all: 1, series: [{ value: '吴', count: 8, undated: 0, years: [{ year: 2005, count: 8 }] }] },
  chains: [{ id: 'c1', title: '论县域', count: 2, first: 20030500, last: 20050102, institutions: ['甲校', '乙校'] }],
  allChains: 1,
  gaps: [
    { gap: 'undated', count: 2 },
    { gap: 'second-reader', count: 1 },
  ],
};

beforeEach(() => history.replaceState(null, '', '/library.html?view=overview'));
afterEach(cleanup);

async function open(shown: Overview = overview) {
  const collection = emptyCollection();
  const place = createRoute();
  place.follow();
  const { search, asked, change } = fakeSearch(() => [], shown);
  render(OverviewPage, { collection, search, place, active: 0 });
  await expect.poll(() => screen.getByTestId('overview').dataset['status']).toBe('ready');
  return { collection, place, asked, change };
}

const goTo = async (link: Element): Promise<string> => {
  await fireEvent.click(link);
  return decodeURIComponent(location.search);
};

it('leads from each mark to the list of what it stands for, and notes where it stood', async () => {
  await open();
  const marks = screen.getAllByTestId('overview-mark');
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
    '甲校，2003年：20 篇',
    '甲校，未注明日期：2 篇',
    '吴，2005年：8 篇',
  ]);
  expect(await goTo(marks[1] as Element)).toBe('?institution=甲校&years=none');
  history.back();
  await expect.poll(() => location.search).toBe('?view=overview');
  expect(history.state).toMatchObject({ overview: { mark: marks[1]?.getAttribute('href') } });
  expect(await goTo(screen.getAllByTestId('overview-year')[0] as Element)).toBe('?years=2003..2003');
});

it('reads as tables: every picture has a caption, and heads for its rows and columns', async () => {
  await open();
  for (const table of screen.getAllByRole('table')) {
    expect(table.querySelector('caption')?.textContent?.trim()).not.toBe('');
    for (const th of table.querySelectorAll('th')) expect(th.scope).toMatch(/^(?:row|col)$/);
  }
  const schools = within(screen.getByTestId('overview-institution'));
  expect(schools.getAllByRole('columnheader').map((one) => one.textContent?.trim())).toEqual([
    '机构与年份',
    '篇数',
    '2003',
    '2004',
    '2005',
    '未注明',
  ]);
});

it('keeps what is sought and chosen, and lets go of it', async () => {
  history.replaceState(null, '', '/library.html?view=overview&q=县域&author=吴');
  const { asked } = await open();
  expect(asked.finds[0]).toMatchObject({ query: '县域', chosen: { author: ['吴'] }, place: 'kept' });
  expect(screen.getByTestId('gap-second-reader').getAttribute('href')).toBe(
    `/library.html?${new URLSearchParams({ q: '县域', check: 'second-reader', author: '吴' })}`,
  );
  await fireEvent.keyDown(document.body, { key: 'v' });
  expect(decodeURIComponent(location.search)).toBe('?q=县域&author=吴');
});

it('opens a chain: who had it first, who copied it when, and what changed, word by word', async () => {
  const { collection } = await open();
  const keep = async (n: number, more: Parameters<typeof numberedKeeping>[1]) =>
    expectValue(await keepEssay(collection, numberedKeeping(n, more))).id;
  const ids = [
    await keep(1, {
      title: '论县域',
      publishedOn: '2003-05-01',
      institution: '甲校',
      text: '县域很大。',
      html: '<p>县域很大。</p>',
    }),
    await keep(2, {
      title: '再论县域',
      publishedOn: '2003-06-01',
      institution: '乙校',
      source: '甲报',
      text: '县域很小。',
      html: '<p>县域很小。</p>',
    }),
  ];
  for (const id of ids) await collection.essays.update(id, { cluster: 'c1' });
  const chain = screen.getByTestId<HTMLDetailsElement>('chain');
  chain.open = true;
  await fireEvent(chain, new Event('toggle'));
  await expect.poll(() => screen.queryAllByTestId('chain-step').length).toBe(2);
  const [first, later] = screen.getAllByTestId('chain-step');
  expect(first?.textContent).toContain('最早');
  const said = later?.textContent?.replace(/\s+/g, ' ');
  for (const part of ['晚于首篇 31天', '乙校', '注明来源：甲报', '标题有改动', '字数与首篇相同'])
    expect(said).toContain(part);
  await fireEvent.click(screen.getByTestId('chain-compare'));
  await expect.poll(() => screen.queryByTestId('differences')?.querySelector('ins')?.textContent).toContain('小');
  expect(await goTo(screen.getByTestId('chain-list'))).toBe('?cluster=c1');
});

it('says what it is for where nothing is kept', async () => {
  await open({ ...overview, total: 0 });
  expect(screen.getByTestId('overview-none').textContent).toContain('转载源流');
});
