import type { Page } from 'playwright-core';
import { columnEssays, sampleColumns } from '../../tests/corpus/portal/column.ts';
import { sampleEssays } from '../../tests/corpus/portal/essays.ts';
import { sampleUrls } from '../../tests/corpus/portal/routes.ts';
import type { ChromiumSession } from '../browsers/chromium.ts';
import { openToolbarPopup } from '../browsers/toolbar-popup.ts';

/** The sizes that the stores ask for, in pixels. */
export const sceneSize = { width: 1280, height: 800 } as const;

/** A still of the program: the window, and the popup where it hangs over it. */
export interface Scene {
  readonly window: Buffer;
  readonly popup?: Buffer;
}

/** The moments of the main job, in its order, and two more for the stores. */
export interface Scenes {
  readonly page: Scene;
  readonly recognised: Scene;
  readonly kept: Scene;
  readonly reader: Scene;
  readonly selected: Scene;
  readonly citation: Scene;
  readonly library: Scene;
  readonly search: Scene;
}

/** The essay that the pictures are about, and the words in it that are marked and quoted. */
const shown = { url: sampleUrls.essay('1103'), words: '党组织' } as const;

/** What else stands in the library, so that it looks as after some days of use. */
const others: readonly string[] = [
  ...sampleEssays.filter(({ site, id }) => site === 'nbdx' && id !== '1190' && id !== '1103').map(({ id }) => id),
  ...columnEssays(sampleColumns.long)
    .slice(40, 280)
    .filter((_, at) => at % 40 === 0)
    .map(({ id }) => id),
].map((id) => sampleUrls.essay(id));

const byId = (testid: string): string => `[data-testid="${testid}"]`;

const still = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled' });

async function keep(session: ChromiumSession, url: string): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(url);
  const popup = await openToolbarPopup(session, page);
  await popup.click(byId('keep'));
  await popup.waitFor(byId('open'));
  await popup.close();
  await page.close();
}

async function openPage(session: ChromiumSession, path: string, ready: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.url(path));
  await page.locator(ready).first().waitFor();
  return page;
}

/** The sample's banner, which its server has not: a picture in the manner of the time. */
const banner = `<svg xmlns="http://www.w3.org/2000/svg" width="776" height="110">
  <defs><linearGradient id="g"><stop stop-color="#a51d16"/><stop offset="1" stop-color="#e2814f"/></linearGradient></defs>
  <rect width="776" height="110" fill="url(#g)"/><path d="M0 96q190-46 390-16t386-30v60H0z" fill="#fff" opacity=".18"/>
  <text x="40" y="68" font-family="serif" font-size="40" font-weight="700" letter-spacing="6" fill="#fff">中共宁波市委党校</text></svg>`;

/** Selects the sentence around the words, as a reader with the mouse does. */
const selectSentence = (reader: Page): Promise<void> =>
  reader.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.essay') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const at = text.indexOf(words);
      if (at < 0) continue;
      const start = text.lastIndexOf('。', at) + 1;
      const end = text.indexOf('。', at) + 1;
      getSelection()?.setBaseAndExtent(node, start, node, end > 0 ? end : text.length);
      return;
    }
  }, shown.words);

/** Does the main job once, from a page of the sample portal to the citation, and takes a still at each moment. */
export async function takeScenes(session: ChromiumSession): Promise<Scenes> {
  await session.context.route('**/images/banner.gif', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: banner }),
  );
  for (const url of others) await keep(session, url);

  const page = await session.context.newPage();
  await page.goto(shown.url);
  const bare = await still(page);
  const popup = await openToolbarPopup(session, page);
  await popup.waitFor(byId('keep'));
  const recognised = await popup.screenshot();
  await popup.click(byId('keep'));
  await popup.waitFor(byId('open'));
  const kept = await popup.screenshot();
  await popup.close();
  await page.close();

  const library = await openPage(session, 'library.html', byId('library-row'));
  // Counts and facets come after the rows.
  await library.locator(byId('years')).waitFor();
  await library.locator(byId('facet-author')).waitFor();
  const list = await still(library);
  const link = library.locator(`${byId('library-row')} [data-open]`).first();
  const address = (await link.getAttribute('href')) ?? '';
  await library.locator(byId('library-search')).fill('作者：顾 党组织');
  await library
    .locator(`${byId('library-row')} mark`)
    .first()
    .waitFor();
  const found = await still(library);
  await library.close();

  const reader = await openPage(session, address.replace(/^\//, ''), byId('reader-body'));
  const read = await still(reader);
  await selectSentence(reader);
  await reader.locator(byId('mark-selection')).waitFor();
  const selected = await still(reader);
  await reader.locator(byId('mark-yellow')).click();
  await reader.keyboard.press('r');
  await reader.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
  const citation = await still(reader);
  await reader.close();
  return {
    page: { window: bare },
    recognised: { window: bare, popup: recognised },
    kept: { window: bare, popup: kept },
    reader: { window: read },
    selected: { window: selected },
    citation: { window: citation },
    library: { window: list },
    search: { window: found },
  };
}
