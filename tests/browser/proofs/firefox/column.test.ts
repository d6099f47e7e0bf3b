import { describe, expect, it } from 'vitest';
import type { ColumnOffer } from '../../../../lib/messages/protocol.ts';
import { columnEssays, sampleColumns } from '../../../corpus/portal/column.ts';
import { sampleUrls } from '../../../corpus/portal/routes.ts';
import { useFirefox } from '../../support/firefox.ts';

const stage = useFirefox();
const column = sampleColumns.short;
const titles = columnEssays(column).map(({ title }) => title);

describe('a column in Firefox', () => {
  it('is offered from its list page, and kept whole, by the manners of the product', async () => {
    const page = await stage().visit(sampleUrls.column(1, column));
    const offer = (await stage().send('offerColumn', { tabId: await stage().tabId(page) })) as ColumnOffer;
    expect(offer).toMatchObject({ title: '学术专栏', pages: 2 });
    expect(offer.essays.map(({ title }) => title)).toEqual(titles.slice(0, column.perPage));
    // The queue does not need the tab.
    await page.close();
    const before = stage().portal.answers.length;
    const started = (await stage().send('startJob', offer.job)) as { readonly value: { readonly id: string } };
    const look = async () => (await stage().queue(started.value.id)).row?.state;
    await expect.poll(look, { timeout: 90_000, interval: 500 }).toBe('done');
    const { row, items } = await stage().queue(started.value.id);
    expect(row?.counts).toEqual({ waiting: 0, asked: 0, kept: titles.length, already: 0, failed: 0, unchosen: 0 });
    expect(items.filter(({ kind }) => kind === 'essay').map(({ title }) => title)).toEqual(titles);
    expect((await stage().stored()).essays.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    // Firefox may still be getting the tab's styles and icon.
    const answers = stage()
      .portal.answers.slice(before)
      .filter(({ address }) => /\.asp\?/.test(address));
    expect(answers).toHaveLength(titles.length + 1);
    const told = answers.flatMap(({ asked }) => Object.keys(asked));
    expect(told.filter((name) => /^(?:cookie|referer)$/.test(name))).toEqual([]);
  }, 120_000);

  it('offers nothing on an essay and on a home page', async () => {
    for (const url of [sampleUrls.essay('1103'), sampleUrls.home]) {
      const page = await stage().visit(url);
      expect(await stage().send('offerColumn', { tabId: await stage().tabId(page) })).toBeNull();
      await page.close();
    }
  });
});
