import type { Page } from 'playwright-core';
import { columnEssays, sampleColumns } from '../../../tests/corpus/portal/column.ts';
import { nbdxEssayPage } from '../../../tests/corpus/portal/pages.ts';
import { sampleUrls } from '../../../tests/corpus/portal/routes.ts';
import type { ChromiumSession } from '../../browsers/chromium.ts';
import { openToolbarPopup } from '../../browsers/toolbar-popup.ts';
import { createHand, type Hand } from './hand.ts';

/** What a walk came to. */
export interface Walked {
  /** How it was done, with its counts. */
  readonly text: string;
  /** True when it ended where it should. */
  readonly arrived: boolean;
}

const byId = (testid: string): string => `[data-testid="${testid}"]`;
const row = `${byId('library-row')} a`;

async function open(session: ChromiumSession, path: string, ready: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.url(path));
  await page.locator(ready).first().waitFor();
  return page;
}

/** Looks until it is so, for three seconds; false when it never is. */
async function settles(look: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + 3000;
  while (performance.now() < end) {
    if (await look()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Files that the librarian brings: essays of the sample's column, as a browser saves pages. */
const files = () =>
  columnEssays(sampleColumns.long)
    .slice(0, 30)
    .map((essay) => {
      const url = sampleUrls.essay(essay.id);
      const saved = `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n`;
      const html = nbdxEssayPage(essay, false).replace(/charset=gb2312/i, 'charset=utf-8');
      return { name: `${essay.id}.html`, mimeType: 'text/html', buffer: Buffer.from(saved + html) };
    });

/** From the welcome page to the first citation in the clipboard, with the mouse. */
export async function newcomer(session: ChromiumSession): Promise<Walked> {
  const page = await open(session, 'welcome.html', byId('sample-keep'));
  const hand = createHand(() => page);
  await hand.click(byId('sample-keep'));
  await hand.click(byId('sample-read'));
  await page.locator(byId('reader-body')).waitFor();
  await hand.click(byId('cite-open'));
  await page.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
  await hand.click(byId('cite-copy-text'));
  await page.locator(byId('cite-told')).waitFor();
  const copied = await clipboard(page);
  await page.close();
  return { text: `${hand.sum()}; \`${copied.trim()}\``, arrived: copied.includes('沈砚秋') };
}

/** Thirty saved pages in, those of one author found, all of them selected and their references copied. */
export async function librarian(session: ChromiumSession): Promise<Walked> {
  const page = await open(session, 'library.html', 'main');
  const hand = createHand(() => page);
  await hand.click(byId('import-open'));
  await page.setInputFiles(byId('import-files'), files());
  await page.locator(`${byId('import')}[data-stage="done"]`).waitFor({ timeout: 40_000 });
  await hand.click(byId('import-close'));
  await hand.press('/');
  await hand.type('作者：顾');
  await page.getByText('问题（3）').first().waitFor();
  await hand.tabTo(row);
  await hand.press('Control+a');
  await hand.press('r');
  await page.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
  await hand.click(byId('cite-copy-text'));
  await page.locator(byId('cite-told')).waitFor();
  const references = (await clipboard(page)).trim().split('\n');
  await page.close();
  return { text: `${hand.sum()}; ${references.length} references`, arrived: references.length === 5 };
}

/** Reads one of many found essays and comes back: where the list, the search and the focus are then. */
export async function student(session: ChromiumSession): Promise<Walked> {
  const source = await session.context.newPage();
  await source.goto(sampleUrls.essay('1103'));
  const popup = await openToolbarPopup(session, source);
  await popup.click(byId('keep'));
  await popup.waitFor(byId('open'));
  await popup.close();
  await source.close();
  const page = await open(session, 'library.html?q=%E5%85%9A%E7%BB%84%E7%BB%87', row);
  const hand = createHand(() => page);
  await page.locator(row).nth(3).scrollIntoViewIfNeeded();
  const title = await page.locator(row).nth(3).textContent();
  await page.locator(row).nth(3).click();
  await page.locator(byId('reader-body')).waitFor();
  await page.evaluate(() => {
    const text = document.createTreeWalker(document.querySelector('.essay') ?? document.body, 4).nextNode();
    if (text !== null) getSelection()?.selectAllChildren(text.parentElement ?? document.body);
  });
  await page.locator(byId('mark-selection')).waitFor();
  await hand.press('y');
  const copied = await settles(async () => (await clipboard(page)).includes('#:~:text='));
  await hand.click(byId('to-library'));
  await page.locator(row).first().waitFor();
  const focused = await settles(() =>
    page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted?.trim(), title),
  );
  const back = new URL(page.url()).searchParams.get('q');
  await page.close();
  const told = [
    `passage ${copied ? '' : 'not '}copied with its link by one key`,
    `back by one click: search ${back === null ? 'lost' : `“${back}”`}`,
    `focus ${focused ? '' : 'not '}on the row that was read`,
  ];
  return { text: told.join('; '), arrived: copied && focused && back === '党组织' };
}

/** Stops of Tab that lead to the first row at most. */
const MOST_STOPS = 8;

/** Stops of Tab, and presses of arrows within a bar, that keep a keyboard's reader from what is wanted, on three pages. */
export async function keyboardOnly(session: ChromiumSession): Promise<Walked> {
  const page = await open(session, 'library.html', row);
  await page.locator(byId('facet-author')).waitFor();
  const stopsTo = async (hand: Hand, selector: string): Promise<number> => {
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
    );
    return hand.tabTo(selector);
  };
  const hand = createHand(() => page);
  const toRow = await stopsTo(hand, row);
  const rowAtHand = () =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('aria-posinset'));
  const first = await rowAtHand();
  await hand.press('ArrowDown');
  const second = await rowAtHand();
  await page.locator(row).first().focus();
  await hand.press('Enter');
  await page.locator(byId('reader-body')).waitFor();
  const reading = createHand(() => page);
  const toBar = await stopsTo(reading, '[role=toolbar] *');
  const toCite = await reading.arrowTo(byId('cite-open'), 'ArrowRight');
  await reading.press('Enter');
  await page.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
  const toCopy = await reading.tabTo(byId('cite-copy-text'));
  await reading.press('Enter');
  await page.locator(byId('cite-told')).waitFor();
  await page.close();
  const between =
    Number(second) === Number(first) + 1 ? 'one arrow from row to row' : 'the arrow does not go from row to row';
  return {
    text: `library: ${toRow} stops to the first row (${between}); reader: ${toBar} to its bar and ${toCite} arrows to *Cite* (key \`r\`: none), ${toCopy} more to *Copy*`,
    arrived: toRow <= MOST_STOPS,
  };
}
