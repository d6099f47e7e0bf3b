import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from './chromium.ts';
import { look, popupSize, takePicture } from './looks.ts';
import { byId, keepByPopup, type PopupState, popupInTab } from './popup.ts';

/** Tests that come by the states of popup, library, reader and the other pages in a language, and look at each in both themes. */
export function lookAtPages(language: 'zh-CN' | 'en'): void {
  const stage = useChromium(language);

  /** The popup about a page, in a tab of the popup's size, once it has come to a state. */
  const popupAbout = async (about: Page, state: PopupState): Promise<Page> => {
    const popup = await popupInTab(stage(), about);
    await popup.setViewportSize(popupSize);
    await popup.locator(`${byId('page')}[data-state="${state}"]`).waitFor();
    return popup;
  };

  /** A picture in each theme. */
  const picture = async (page: Page, name: string): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await takePicture(page, { language, scheme }, name);
    }
  };

  /** A picture, and axe has nothing to say. Once is enough: the languages share their markup and colours. */
  const checkedPicture = async (page: Page, name: string): Promise<void> => {
    if (language === 'zh-CN') await look(page, name, language);
    else await picture(page, name);
  };

  it('are empty at first', async () => {
    const library = await stage().open('library.html');
    await library.locator(byId('empty')).waitFor();
    await checkedPicture(library, 'library-empty');
    await library.close();
  });

  it.each([
    ['popup-recognised', 'recognised', sampleUrls.essay('1105')],
    ['popup-recognised-replay', 'recognised', sampleUrls.replay],
    ['popup-notice', 'recognised', sampleUrls.notice],
    ['popup-not-an-essay', 'not-an-essay', sampleUrls.home],
    ['popup-pdf', 'cannot-be-read', sampleUrls.pdf],
    ['popup-browser-page', 'cannot-be-read', 'chrome://version/'],
    ['popup-no-access', 'cannot-be-read', sampleUrls.englishNews],
  ] as const)('show every state: %s', async (name, state, url) => {
    const page = await stage().visit(url);
    const popup = await popupAbout(page, state);
    await picture(popup, name);
    await popup.close();
    await page.close();
  });

  it('show a column and what keeping it means, and the queue before there is one', async () => {
    const page = await stage().visit(sampleUrls.column(1));
    const popup = await popupAbout(page, 'not-an-essay');
    await popup.locator(byId('column-list')).waitFor();
    await checkedPicture(popup, 'popup-column');
    await popup.close();
    await page.close();
    const queue = await stage().open('library.html?view=queue');
    await queue.locator(byId('queue-empty')).waitFor();
    await checkedPicture(queue, 'queue-empty');
    await queue.close();
  });

  it('show why a page was recognised, and the settings', async () => {
    const page = await stage().visit(sampleUrls.essay('1103'));
    const popup = await popupAbout(page, 'recognised');
    await popup.locator(byId('evidence-toggle')).click();
    await checkedPicture(popup, 'popup-evidence');
    await popup.locator(byId('settings-open')).click();
    await popup.locator(byId('keep-by-itself')).waitFor();
    await checkedPicture(popup, 'popup-settings');
    await popup.close();
    await page.close();
  });

  it('show work going on, and a failure with its reason and a retry', async () => {
    const page = await stage().visit(sampleUrls.essay('1103'));
    const popup = await popupAbout(page, 'recognised');
    // The background never answers: what is shown meanwhile is what this is about.
    await popup.evaluate('chrome.runtime.sendMessage = () => new Promise(() => {})');
    await popup.locator(byId('keep')).click();
    await popup.locator(`${byId('page')}[data-state="working"]`).waitFor();
    await picture(popup, 'popup-working');
    await popup.close();

    const late = await popupAbout(page, 'recognised');
    await page.close();
    await late.locator(byId('keep')).click();
    await late.locator(`${byId('page')}[data-state="failed"]`).waitFor();
    expect(await late.locator(byId('retry')).isVisible()).toBe(true);
    await checkedPicture(late, 'popup-failed');
    await late.close();
  });

  it('show what is kept: popup, library, trash', async () => {
    for (const id of ['1101', '1102', '1103', '1104', '1106']) {
      const page = await stage().visit(sampleUrls.essay(id));
      await keepByPopup(stage(), page);
      await page.close();
    }
    const replay = await stage().visit(sampleUrls.replay);
    await keepByPopup(stage(), replay);
    const popup = await popupAbout(replay, 'kept');
    await checkedPicture(popup, 'popup-kept');
    await popup.close();
    await replay.close();

    const library = await stage().open('library.html');
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(6);
    await checkedPicture(library, 'library');
    await library.locator(byId('library-search')).fill('没有这样的题名');
    await library.locator(byId('no-result')).waitFor();
    await picture(library, 'library-no-result');
    await library.locator(byId('library-search')).fill('');
    await library.locator(byId('library-row')).first().locator(byId('delete')).click();
    await library.locator(byId('undo')).waitFor();
    await checkedPicture(library, 'library-deleted');
    await library.locator(byId('view-trash')).click();
    await library.locator(byId('restore')).waitFor();
    await picture(library, 'library-trash');
    await library.locator(byId('restore')).click();
    await library.locator(byId('restore')).waitFor({ state: 'detached' });
    await library.close();
  });

  it('show an essay: text, provenance, original, display', async () => {
    const reader = await stage().open('library.html');
    await reader.getByText('渔村合作社的兴衰及其启示').click();
    await reader.locator(byId('reader-body')).waitFor();
    await picture(reader, 'reader');
    await reader.locator(byId('display-toggle')).click();
    await reader.locator(byId('display')).waitFor();
    await checkedPicture(reader, 'reader-display');
    await reader.keyboard.press('Escape');
    await reader.locator(byId('provenance-toggle')).click();
    await reader.locator(byId('provenance')).waitFor();
    await checkedPicture(reader, 'reader-provenance');
    await reader.locator(byId('provenance-toggle')).click();
    await reader.locator(byId('original-toggle')).click();
    await reader.frameLocator(byId('original-frame')).getByText('本信息共浏览').waitFor();
    await picture(reader, 'reader-original');
    await reader.close();

    const missing = await stage().open('reader.html?id=none');
    await missing.locator(byId('missing')).waitFor();
    await picture(missing, 'reader-missing');
    await missing.close();
  });

  it.each([
    ['welcome', 'welcome.html', 'sample-keep'],
    ['options', 'options.html', 'letter-keys'],
    ['notebook', 'library.html?view=notebook', 'notebook-none'],
  ] as const)('show what is new, and axe has nothing to say in either language: %s', async (name, path, ready) => {
    const page = await stage().open(path);
    await page.locator(byId(ready)).waitFor();
    if (name === 'options') {
      await page.locator(byId('report')).click();
      await page.locator(`${byId('licences')} summary`).click();
      await page
        .locator(`${byId('licences')} li`)
        .first()
        .waitFor();
    }
    await look(page, name, language);
    await page.close();
  });

  it('show citing, exporting and printing, in a narrow window too', async () => {
    const library = await stage().open('library.html');
    await library.locator('[data-pick]').first().click();
    for (const [width, name] of [
      [1280, 'wide'],
      [500, 'narrow'],
    ] as const) {
      await library.setViewportSize({ width, height: 800 });
      await library.locator(byId('action-bar')).waitFor();
      await picture(library, `library-chosen-${name}`);
      await library.locator(byId('cite-chosen')).click();
      await library.locator(`${byId('cite')}[data-stage="ready"]`).waitFor();
      await checkedPicture(library, `library-cite-${name}`);
      await library.keyboard.press('Escape');
      await library.locator(byId('export-chosen')).click();
      await library.locator(byId('export')).waitFor();
      await checkedPicture(library, `library-export-${name}`);
      await library.keyboard.press('Escape');
    }
    const id = await library.locator(byId('library-row')).first().getAttribute('data-id');
    await library.close();
    const sheets = await stage().open(`print.html#${id}`);
    await sheets.locator(byId('sheet')).waitFor();
    await checkedPicture(sheets, 'print');
    await sheets.close();
  });
}
