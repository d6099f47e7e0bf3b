import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useChromium } from '../support/chromium.ts';
import { putManyEssays } from '../support/many-essays.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();

beforeAll(() => putManyEssays(stage(), 400));

/** The row that holds the focus: its essay, how far below the top of the window it stands, and whether all of it is in sight. */
const rowAtHand = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]');
    const box = row?.getBoundingClientRect();
    if (!row || !box) return null;
    return { id: row.dataset['id'] ?? '', top: box.top, seen: box.top >= 0 && box.bottom <= innerHeight };
  });

async function openList(query: string): Promise<Page> {
  const page = await stage().open(`library.html${query}`);
  await page.locator(`${byId('library')}[data-status="ready"]`).waitFor();
  await page.locator(byId('library-row')).first().waitFor();
  return page;
}

/** The row in the middle of the window, looked for when nothing has moved for some frames. */
const rowInMiddle = (page: Page) =>
  page.evaluate(async () => {
    const look = () => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const row = rows.find((one) => one.getBoundingClientRect().top > 300);
      return { id: row?.dataset['id'] ?? '', top: row?.getBoundingClientRect().top ?? 0 };
    };
    for (let still = 0, last = look(); still < 10; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = look();
      still = now.id !== '' && now.id === last.id && now.top === last.top ? still + 1 : 0;
      last = now;
    }
    return look();
  });

/** Scrolls down and opens a row in the middle of the window: gives its essay and where it stood. */
async function openDeep(page: Page, pixels: number): Promise<{ readonly id: string; readonly top: number }> {
  // The search's own result is there: until then the list has the newest rows alone, and ends with them.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(pixels + 900);
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, pixels);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(pixels - 50);
  const middle = await rowInMiddle(page);
  await page.locator(`[data-row][data-id="${middle.id}"] a`).first().click();
  await page.locator(byId('reader-body')).waitFor();
  return middle;
}

const ways = {
  button: (page: Page) => page.locator(byId('to-library')).click(),
  key: (page: Page) => page.keyboard.press('b'),
  browser: (page: Page) => page.goBack(),
} as const;

const places = {
  'the whole list, scrolled deep': ['', 12_000],
  'a sorted list': ['?sort=published&order=reversed', 6000],
  'what was sought': ['?q=%E5%8E%BF%E5%9F%9F', 6000],
  'a filtered and sorted list': ['?author=%E6%B2%88%E5%85%8B%E5%8B%A4&sort=title', 2000],
} as const;

describe.each([
  ['button', ['the whole list, scrolled deep', 'a filtered and sorted list']],
  ['key', ['what was sought']],
  ['browser', ['the whole list, scrolled deep', 'a sorted list']],
] as const)('back by %s', (way, lists) => {
  const goBack = ways[way];

  it.each(lists)('lands on the row that was read: %s', async (name) => {
    const [query, pixels] = places[name];
    const page = await openList(query);
    const opened = await openDeep(page, pixels);
    await goBack(page);
    await expect.poll(async () => (await rowAtHand(page))?.id).toBe(opened.id);
    await expect.poll(async () => Math.abs(((await rowAtHand(page))?.top ?? 0) - opened.top)).toBeLessThan(3);
    expect(new URL(page.url()).search).toBe(query);
    await page.close();
  });

  it('lands on the essay that was read last, after next and previous', async () => {
    const page = await openList('?sort=title');
    await openDeep(page, 5000);
    for (const key of [']', ']', ']', '[']) {
      const before = page.url();
      await page.keyboard.press(key);
      await expect.poll(() => page.url()).not.toBe(before);
      await page.locator(byId('reader-body')).waitFor();
    }
    const before = page.url();
    await page.locator(byId('next-essay')).click();
    await expect.poll(() => page.url()).not.toBe(before);
    await page.locator(byId('reader-body')).waitFor();
    const read = new URL(page.url()).searchParams.get('id');
    await goBack(page);
    await expect.poll(async () => (await rowAtHand(page))?.id).toBe(read);
    await expect.poll(async () => (await rowAtHand(page))?.seen).toBe(true);
    // The arrow goes on from there.
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await rowAtHand(page))?.id).not.toBe(read);
    expect((await rowAtHand(page))?.seen).toBe(true);
    await page.close();
  });
});

it('lands beside an essay that the filter no longer has, since it was read', async () => {
  const page = await openList('?reading=unread&sort=title');
  const opened = await openDeep(page, 3000);
  await page.keyboard.press('m');
  await expect.poll(() => page.locator(byId('filed-state')).inputValue()).toBe('read');
  await page.keyboard.press('b');
  await expect.poll(async () => (await rowAtHand(page))?.seen).toBe(true);
  const at = await rowAtHand(page);
  expect(at?.id).not.toBe(opened.id);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2000);
  await page.close();
});

it('comes back from the other places of the library, and by step of history, to where the list stood', async () => {
  const page = await openList('?sort=title');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(8000);
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 6000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5900);
  const firstSeen = () =>
    page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      return rows.find((row) => row.getBoundingClientRect().bottom > 0)?.dataset['id'] ?? '';
    });
  await expect.poll(() => page.evaluate(() => Boolean(history.state?.anchor))).toBe(true);
  const seen = await firstSeen();
  await page.evaluate(() => location.assign('/options.html'));
  await page.locator('h1').first().waitFor();
  await page.goBack();
  await expect.poll(firstSeen).toBe(seen);
  await page.locator(byId('view-queue')).evaluate((link: HTMLElement) => link.click());
  await page.locator('[data-testid="queue-empty"]').waitFor();
  await page.goBack();
  await expect.poll(firstSeen).toBe(seen);
  await page.close();
});

it('goes from a mark of the overview to its essays, and back to the mark, by keyboard alone', async () => {
  const page = await openList('');
  await page.keyboard.press('v');
  await page.locator(`${byId('overview')}[data-status="ready"]`).waitFor();
  const mark = page.locator(`${byId('overview-author')} tbody ${byId('overview-mark')}`).first();
  const said = (await mark.getAttribute('aria-label')) ?? '';
  await mark.focus();
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  await page.locator(`${byId('library')}[data-status="ready"]`).waitFor();
  const count = Number(/(\d+) 篇$/.exec(said)?.[1]);
  await expect.poll(() => page.locator('main p.count').textContent()).toMatch(new RegExp(`^\\s*${count} 篇\\s*$`));
  await page.goBack();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await expect.poll(focused).toBe(said);
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await page.close();
});
