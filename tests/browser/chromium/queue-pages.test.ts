import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readQueue, setManners } from '../../../scripts/browsers/queue.ts';
import { columnEssays, sampleColumns } from '../../corpus/portal/column.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, pressToolbar } from '../support/popup.ts';

const language = 'zh-CN';
const stage = useChromium(language);
const { short, middle } = sampleColumns;
const essays = columnEssays(short);
const [first, second, gone] = essays;

const job = (page: Page, state: string) => page.locator(`${byId('job')}[data-state="${state}"]`);

/** The number of the first queue in the store. */
const firstQueue = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('wencun');
      request.onsuccess = () => resolve(request.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const request = database.transaction('jobs').objectStore('jobs').getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return String(keys[0]);
  });

/** This machine's server needs no rest: the queue is to be over soon. */
async function hurry(page: Page): Promise<void> {
  const id = await firstQueue(page);
  const manners = { rest: [10, 20], backOff: 20, longestBackOff: 100, tries: 2 } as const;
  await page.evaluate(setManners, { id, manners });
}

describe('a column', () => {
  it('is offered by the popup, begun there, and paused', async () => {
    if (gone)
      stage().portal.show({ url: sampleUrls.essay(gone.id), body: new TextEncoder().encode('<p>暂无内容</p>') });
    const page = await stage().visit(sampleUrls.column(1, short));
    const popup = await pressToolbar(stage(), page);
    await popup.waitFor(byId('column-keep'));
    await popup.press('column-list');
    for (const words of ['本页是栏目列表', '5 篇', '2 页，共约 10 篇', 'www.nbdx.cn', first?.title ?? '？'])
      await expect.poll(() => popup.text()).toContain(words);
    await popup.press('column-keep');
    await popup.waitFor(byId('column-pause'));
    await popup.press('column-pause');
    await popup.waitFor(byId('column-resume'));
    await popup.close();
    await page.close();
  });

  it('shows in the library how far it is, and goes on there', async () => {
    const library = await stage().open('library.html');
    await library.locator(byId('job-strip')).click();
    await job(library, 'paused').waitFor();
    expect(new URL(library.url()).search).toBe('?view=queue');
    await hurry(library);
    await look(library, 'queue-paused');
    await library.locator(byId('job-resume')).click();
    await job(library, 'done').waitFor({ timeout: 30_000 });
    await library.goBack();
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(essays.length - 1);
    await library.goForward();
    await job(library, 'done').waitFor();
    await library.close();
  });

  it('tells what became of each page, leads to what is kept, and says why one is not', async () => {
    const library = await stage().open('library.html?view=queue');
    await library.locator(byId('job-items-toggle')).click();
    const failed = library.locator(`${byId('job-item')}[data-state="failed"]`);
    await failed.waitFor();
    expect(await failed.textContent()).toMatch(/失败.*(不是党校文章|没有正文)/s);
    const kept = library.getByRole('link', { name: second?.title ?? '？' });
    await expect.poll(() => kept.getAttribute('href')).toMatch(/^\/reader\.html\?id=/);
    await look(library, 'queue-done');
    await library.locator(`${byId('job-items-kind')} [data-choice="failed"]`).click();
    await expect.poll(() => library.locator(byId('job-item')).count()).toBe(1);
    await library.close();
  });

  it('is tried again where it failed, and forgotten when it has ended', async () => {
    const library = await stage().open('library.html?view=queue');
    const id = await firstQueue(library);
    const asked = () => stage().portal.requests.length;
    const before = asked();
    await library.locator(byId('job-retry')).click();
    // The page may still show the end before: what counts is that it was asked for again, and has ended in the store.
    await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(before);
    await expect.poll(async () => (await library.evaluate(readQueue, id)).row?.state, { timeout: 30_000 }).toBe('done');
    await job(library, 'done').waitFor();
    await library.locator(byId('job-forget')).click();
    await library.locator(byId('queue-empty')).waitFor();
    await library.close();
  });

  it('is stopped for good', async () => {
    const page = await stage().visit(sampleUrls.column(1));
    const popup = await pressToolbar(stage(), page);
    await popup.press('column-keep');
    await popup.waitFor(byId('column-stop'));
    await popup.press('column-stop');
    await popup.close();
    const library = await stage().open('library.html?view=queue');
    await job(library, 'stopped').waitFor();
    await look(library, 'queue-stopped');
    await library.close();
    await page.close();
  });
});

describe('a choice among the essays of a column', () => {
  it('is made by keys over all pages of the list, outlives its window, and tells of its end', async () => {
    const page = await stage().visit(sampleUrls.column(1, middle));
    const popup = await pressToolbar(stage(), page);
    const opened = stage().session.context.waitForEvent('page');
    await popup.press('column-choose');
    const library = await opened;
    const rows = library.locator(byId('choose-row'));
    await expect.poll(() => rows.count()).toBe(middle.pages * middle.perPage);
    // The window may be closed: the queue waits for the choice.
    await library.keyboard.press('Escape');
    await library.locator(byId('choose')).waitFor({ state: 'detached' });
    await library.reload();
    await job(library, 'choosing').locator(byId('job-choose')).click();
    await rows.first().waitFor();
    await library.locator(byId('choose-none')).click();
    await library.locator(byId('choose-list')).focus();
    for (const key of ['End', ' ', 'Shift+ArrowUp']) await library.keyboard.press(key);
    await expect.poll(() => library.locator(byId('choose-chosen')).textContent()).toMatch(/已选 2 \//);
    await look(library, 'queue-choose');
    await library.locator(byId('target-shelf')).selectOption('new');
    await library.locator(byId('target-made')).fill('乡村');
    // Nobody answers the question of a headless browser: it is the icon and the library then that tell.
    await library.locator(byId('queue-notify')).click();
    await library.locator(byId('choose-start')).click();
    await job(library, 'done').waitFor({ timeout: 30_000 });
    await expect
      .poll(() => job(library, 'done').locator(byId('job-chosen')).textContent())
      .toMatch(/选了 \d+ \/ 60 篇 · 放入“乡村”/);
    await look(library, 'queue-chosen');
    await job(library, 'done').locator(byId('job-forget')).click();
    await library.close();
    await popup.close();
    await page.close();
  });
});

describe('a list of addresses', () => {
  it('is checked as it is typed, and rests in the queue until its host is granted', async () => {
    const library = await stage().open('library.html?view=queue&add=addresses');
    await library
      .locator(byId('addresses-text'))
      .fill(`${sampleUrls.unknownSchool}\n渔村合作社\n${sampleUrls.unknownSchool}#top`);
    await expect
      .poll(() => library.locator(byId('addresses-found')).textContent())
      .toMatch(/1 个网址\s*1 个重复.*\s*1 行不是网址/);
    await library.getByText('浏览器会问是否允许文存读取 www.yxxwdx.example').waitFor();
    await look(library, 'queue-addresses');
    await library.locator(byId('addresses-start')).click();
    await job(library, 'waiting').waitFor();
    expect(await job(library, 'waiting').textContent()).toContain('浏览器还没有允许文存读取 www.yxxwdx.example');
    await look(library, 'queue-waiting');
    await library.close();
  });
});

describe('the open tabs', () => {
  it('are listed with what they hold, and the essays among them are kept', async () => {
    const pages = [await stage().visit(sampleUrls.essay('1105')), await stage().visit(sampleUrls.englishNews)];
    const library = await stage().open('library.html?view=queue&add=tabs');
    await library.locator(byId('tabs-found')).waitFor();
    expect(await library.locator(byId('tabs-found')).textContent()).toContain('识别到 1 篇文章');
    // The news site is not granted: the browser tells nothing of its tab.
    expect(await library.locator(`${byId('tabs-row')}[data-state="essay"]`).count()).toBe(1);
    await library.locator(byId('tabs-see')).waitFor();
    await look(library, 'queue-tabs');
    await library.locator(byId('tabs-start')).click();
    await job(library, 'done').waitFor({ timeout: 30_000 });
    await library.locator(byId('view-kept')).click();
    await library.getByText('渔村合作社的兴衰及其启示').first().waitFor();
    await library.close();
    await Promise.all(pages.map((page) => page.close()));
  });
});
