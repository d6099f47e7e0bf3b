import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAside } from '../../../entrypoints/library/quality/aside.svelte.ts';
import { idsLacking } from '../../../entrypoints/library/quality/lacking-ids.ts';
import QualityPage from '../../../entrypoints/library/quality/QualityPage.svelte';
import { createRoute } from '../../../entrypoints/library/route.svelte.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { noteFindings } from '../../../lib/collection/integrity/findings.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { HighlightRow } from '../../../lib/collection/rows.ts';
import { anchorOf } from '../../../lib/features/highlights/anchor.ts';
import type { Overview } from '../../../lib/search/contract.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fakeSearch } from '../../support/fake-search.ts';
import { numberedKeeping } from '../../support/keepings.ts';

vi.mock('wxt/browser', () => {
  const onChanged = { addListener: () => undefined, removeListener: () => undefined };
  return { browser: { storage: { local: { get: async () => ({}) }, onChanged } } };
});

const none = { all: 0, series: [] };
const overview: Overview = {
  total: 3,
  years: [],
  undated: 2,
  institutions: none,
  authors: none,
  chains: [],
  allChains: 0,
  gaps: [
    { gap: 'undated', count: 2 },
    { gap: 'missing-images', count: 1 },
  ],
};

beforeEach(() => history.replaceState(null, '', '/library.html?view=quality'));
afterEach(cleanup);

/** Three essays: one whose highlight has no place in its text, one that is damaged, one that is whole and marked. */
async function lackingCollection() {
  const collection = emptyCollection();
  const ids = [1, 2, 3].map((n) => numberedKeeping(n));
  const kept = [];
  for (const keeping of ids) kept.push(expectValue(await keepEssay(collection, keeping)).id);
  const [lost = '', damaged = '', whole = ''] = kept;
  const text = ids[2]?.essay.text ?? '';
  const mark = (id: string, essayId: string, anchor: Pick<HighlightRow, 'quote' | 'position'>): HighlightRow => ({
    id,
    essayId,
    colour: 'yellow',
    note: '',
    madeAt: '',
    ...anchor,
  });
  await collection.highlights.bulkPut([
    mark('a', lost, anchorOf('这一段在换了版本之后已经不在正文里了完全没有', { start: 2, end: 20 })),
    mark('b', whole, anchorOf(text, { start: 0, end: 10 })),
  ]);
  await noteFindings(collection, [
    { table: 'images', key: 'x', reason: 'missing', essayId: damaged },
    { table: 'images', key: 'y', reason: 'missing', essayId: whole, settled: true },
  ]);
  return { collection, lost, damaged };
}

it('looks for what no filter finds: highlights without a place, and what is damaged; the trash apart', async () => {
  const { collection, lost, damaged } = await lackingCollection();
  expect(await idsLacking(collection, 'lost-highlights')).toEqual([lost]);
  expect(await idsLacking(collection, 'damaged')).toEqual([damaged]);
  const aside = createAside(collection);
  expect(aside.idsOf({ lacking: 'damaged' })).toBeNull();
  aside.follow({ lacking: 'damaged' });
  await expect.poll(() => aside.idsOf({ lacking: 'damaged' })).toEqual([damaged]);
  expect(aside.idsOf({})).toBeUndefined();
  expectValue(await moveToTrash(collection, [damaged]));
  expect(await idsLacking(collection, 'damaged')).toEqual([]);
});

it('tells of each kind how many essays there are of it, and leads to exactly those', async () => {
  const { collection } = await lackingCollection();
  const place = createRoute();
  place.follow();
  const { search } = fakeSearch(() => [], overview);
  render(QualityPage, { collection, search, place, active: 0 });
  await expect.poll(() => screen.getByTestId('quality').dataset['ready']).toBe('true');
  const count = (kind: string) => screen.getByTestId(`quality-${kind}`).dataset['count'];
  expect(['undated', 'missing-images', 'missing-pages', 'lost-highlights', 'damaged'].map(count)).toEqual([
    '2',
    '1',
    '0',
    '1',
    '1',
  ]);
  expect(screen.getByTestId('quality-missing-pages').querySelector('a')).toBeNull();
  expect(screen.getByTestId('fix-undated')).toBeTruthy();
  expect(screen.queryByTestId('fix-missing-images')).toBeNull();
  await fireEvent.click(screen.getByTestId('quality-missing-images').querySelector('a') as Element);
  expect(location.search).toBe('?check=missing-images');
  await fireEvent.click(screen.getByTestId('quality-lost-highlights').querySelector('a') as Element);
  expect(location.search).toBe('?lacking=lost-highlights');
});
