import { describe, expect, it, vi } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import type { Page } from '../../../lib/archive/unwrapped.ts';
import { missingPageWords } from '../../../lib/pipeline/missing-page.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { essayAddress, type FetchPage, readWholeEssay, type WholeOptions } from '../../../lib/pipeline/whole-essay.ts';
import { expectValue } from '../../support/collections.ts';
import { stoneWalls as essay, kesionPath, pageOf, stoneWallTexts as texts } from '../../support/paged-essay.ts';
import { parsePage } from '../../support/parse-page.ts';

const host = 'http://www.qsdx.gov.cn';
const addressOf = (n: number): string => host + kesionPath(n);

const open = (html: string, url: string): Page => ({ document: parsePage(html, url), url });
const pageAt = (n: number, from = essay): Page => open(pageOf(from, n), addressOf(n));

/** The site: pages by their address; one that is not there cannot be had. */
const site = (pages: Readonly<Record<string, () => Page | null>>) =>
  vi.fn<FetchPage>(async (address) => pages[address]?.() ?? null);
const wholeSite = (from = essay) =>
  site(Object.fromEntries(from.parts.map((_, at) => [addressOf(at + 1), () => pageAt(at + 1, from)])));

const atOnce: WholeOptions = { pause: [0, 0] };
const whole = async (page: Page, fetchPage: FetchPage, options: WholeOptions = {}) =>
  expectValue(await readWholeEssay(page, fetchPage, { ...atOnce, ...options }));

describe('an essay of several pages', () => {
  it('is joined in order, each page asked for once', async () => {
    const fetchPage = wholeSite();
    const read = await whole(pageAt(1), fetchPage);
    expect(read.text).toBe(texts.flat().join('\n'));
    expect(read.html).toBe(
      texts
        .flat()
        .map((text) => `<p>${text}</p>`)
        .join('\n'),
    );
    expect(read.provenance.missingPages).toEqual([]);
    expect(fetchPage.mock.calls).toEqual([[addressOf(2)], [addressOf(3)]]);
  });

  it.each([2, 3])('is the same from page %i, under the address of page 1', async (n) => {
    const fromFirst = await whole(pageAt(1), wholeSite());
    const read = await whole(pageAt(n), wholeSite());
    expect(read).toMatchObject({ originalUrl: addressOf(1), text: fromFirst.text, html: fromFirst.html });
    expect(essayAddress(unwrap(pageAt(n)))).toBe(addressOf(1));
  });

  it('is the same when others get their turn between the stages of each page', async () => {
    const turn = vi.fn(async () => undefined);
    expect(await whole(pageAt(1), wholeSite(), { turn })).toEqual(await whole(pageAt(1), wholeSite()));
    expect(turn.mock.calls.length).toBeGreaterThan(3 * 6);
  });

  it('has the fields of page 1, and from later pages what that lacks', async () => {
    expect(expectValue(readEssay(pageAt(1))).source).toBeNull();
    expect(await whole(pageAt(1), wholeSite())).toMatchObject({
      title: '石坎与人心',
      authors: ['方禾生'],
      publishedOn: '2009-08-31',
      source: '青山学刊',
      institution: '中共青山县委党校',
    });
  });

  it('tells each text that was removed once', async () => {
    const { removals } = (await whole(pageAt(1), wholeSite())).provenance;
    const keys = removals.map(({ rule, text }) => rule + text);
    expect(new Set(keys).size).toBe(keys.length);
    expect(removals.some(({ rule }) => rule === 'pager')).toBe(true);
  });

  it('goes on to pages that only later pages link to', async () => {
    const step = (n: number) =>
      pageOf(essay, n).replace(
        /<div id="pageNext">.*<\/div>/,
        `<div>${n === 3 ? '' : `<a href="${kesionPath(n + 1)}">下一页</a>`} ${n === 1 ? '' : `<a href="${kesionPath(n - 1)}">上一页</a>`}</div>`,
      );
    const pages = Object.fromEntries([2, 3].map((n) => [addressOf(n), () => open(step(n), addressOf(n))]));
    expect((await whole(open(step(1), addressOf(1)), site(pages))).text).toBe(texts.flat().join('\n'));
  });

  it('says how far it is', async () => {
    const onPage = vi.fn();
    await whole(pageAt(2), wholeSite(), { onPage });
    expect(onPage.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('waits between two pages that it fetches', async () => {
    vi.useFakeTimers();
    try {
      const fetchPage = wholeSite();
      const reading = whole(pageAt(1), fetchPage, { pause: [40, 50] });
      await vi.advanceTimersByTimeAsync(39);
      expect(fetchPage.mock.calls).toEqual([[addressOf(2)]]);
      await vi.advanceTimersByTimeAsync(12);
      expect(fetchPage.mock.calls).toEqual([[addressOf(2)], [addressOf(3)]]);
      await reading;
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a page that cannot be had', () => {
  it.each<[string, () => Page | null]>([
    ['is refused', () => null],
    [
      'fails',
      () => {
        throw new TypeError('offline');
      },
    ],
    [
      'is an error page',
      () =>
        open(
          '<html><title>出错</title><body><p>您访问的页面不存在，请返回首页，或者与网站管理员联系，谢谢您的支持，欢迎再来。</p></body></html>',
          addressOf(2),
        ),
    ],
    ['is page 1 again', () => pageAt(1)],
    ['is empty', () => open('', addressOf(2))],
  ])('because it %s: is listed and marked in its place, and adds no text', async (_, second) => {
    const read = await whole(pageAt(1), site({ [addressOf(2)]: second, [addressOf(3)]: () => pageAt(3) }));
    const [first = [], , third = []] = texts;
    expect(read.provenance.missingPages).toEqual([addressOf(2)]);
    expect(read.text).toBe([...first, ...third].join('\n'));
    const blocks = read.html.split('\n');
    expect(blocks).toHaveLength(5);
    expect(blocks[2]?.replace(/<[^>]*>/g, '')).toBe(missingPageWords(2, addressOf(2)));
    expect(blocks[2]).toContain(`<a href="${addressOf(2)}">`);
  });

  it('is page 1: the essay still has its address', async () => {
    const read = await whole(pageAt(2), site({ [addressOf(3)]: () => pageAt(3) }));
    expect(read).toMatchObject({ originalUrl: addressOf(1), title: '石坎与人心' });
    expect(read.provenance.missingPages).toEqual([addressOf(1)]);
  });

  it('is filled when the essay is read again', async () => {
    const gap = await whole(pageAt(1), site({ [addressOf(3)]: () => pageAt(3) }));
    const again = await whole(pageAt(1), wholeSite());
    expect(gap.provenance.missingPages).toHaveLength(1);
    expect(again.provenance.missingPages).toEqual([]);
    expect(again.originalUrl).toBe(gap.originalUrl);
  });
});

describe('a replay', () => {
  const archive = 'https://web.archive.org/web/20090901000000/';
  const replayed = (n: number) =>
    open(pageOf(essay, n).replaceAll('href="/', `href="/web/20090901000000/${host}/`), archive + addressOf(n));

  it('is joined from captures in the archive', async () => {
    const fetchPage = site({
      [archive + addressOf(2)]: () => replayed(2),
      [archive + addressOf(3)]: () => replayed(3),
    });
    const read = await whole(replayed(1), fetchPage);
    expect(read.text).toBe(texts.flat().join('\n'));
    expect(read).toMatchObject({ originalUrl: addressOf(1), archivedCopy: { url: archive + addressOf(1) } });
  });

  it('is never completed from the living site', async () => {
    const fetchPage = wholeSite();
    const leading = open(pageOf({ ...essay, path: addressOf }, 1), archive + addressOf(1));
    const read = await whole(leading, fetchPage);
    expect(fetchPage).not.toHaveBeenCalled();
    expect(read.provenance.missingPages).toEqual([addressOf(2), addressOf(3)]);
  });
});

describe('other pages', () => {
  it('of one page are read as they are, and nothing is fetched', async () => {
    const fetchPage = wholeSite();
    const page = pageAt(1, { ...essay, parts: essay.parts.slice(0, 1) });
    expect(await whole(page, fetchPage)).toEqual(expectValue(readEssay(page)));
    expect(fetchPage).not.toHaveBeenCalled();
  });

  it('that are not recognised fetch nothing', async () => {
    const fetchPage = wholeSite();
    const page = open('<html><body><p>Hello.</p><a href="7_2.html">2</a></body></html>', `${host}/7.html`);
    expect(await readWholeEssay(page, fetchPage, atOnce)).toMatchObject({ problem: { code: 'not-an-essay' } });
    expect(fetchPage).not.toHaveBeenCalled();
  });
});
