import { describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';
import { selectWords } from '../support/select-words.ts';

const stage = useChromium();

describe('read, mark, cite in one motion, by keyboard alone', () => {
  it('files the essay by t c n e m, and quotes, notes and seeks what is selected', async () => {
    const page = await stage().visit(sampleUrls.essay('1101'));
    await keepByPopup(stage(), page);
    await page.close();
    const id = (await stage().stored()).essays[0]?.id ?? '';
    const reader = await stage().open(`reader.html?id=${id}`);
    await reader.locator(byId('reader-body')).waitFor();
    for (const [key, text, dialog] of [
      ['t', '待引用', 'tag-dialog'],
      ['c', '博士论文', 'shelf-dialog'],
      ['n', '用在第二章', 'note-dialog'],
    ] as const) {
      await reader.keyboard.press(key);
      await reader.locator(byId(dialog)).waitFor();
      if (key === 't') await look(reader, 'reader-tag-dialog');
      await reader.keyboard.insertText(text);
      await reader.locator(byId(`${dialog}-yes`)).press('Enter');
      await reader.locator(byId(dialog)).waitFor({ state: 'detached' });
    }
    await reader.locator(byId('filed-note')).waitFor();
    expect(await reader.locator(byId('filed-tag')).textContent()).toBe('待引用');
    expect(await reader.locator(byId('filed-shelf')).textContent()).toBe('博士论文');
    await reader.keyboard.press('m');
    await expect.poll(() => reader.locator(byId('filed-state')).inputValue()).toBe('read');
    await reader.keyboard.press('e');
    await reader.locator('dialog[open]').waitFor();
    await reader.keyboard.press('Escape');
    await look(reader, 'reader-filed');

    await stage().session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const words = await selectWords(reader, 12);
    await reader.locator(byId('mark-selection')).waitFor();
    await look(reader, 'reader-selection');
    await reader.keyboard.press('y');
    await expect
      .poll(() => reader.evaluate(() => navigator.clipboard.readText()))
      .toMatch(new RegExp(`^“${words}”\\n.*\\[EB/OL\\].*\\n.*#:~:text=`, 's'));
    await selectWords(reader, 12);
    await reader.locator(byId('quote-form')).selectOption('markdown');
    await expect.poll(() => reader.evaluate(() => navigator.clipboard.readText())).toContain(`> ${words}`);
    expect(await reader.locator(byId('search-words')).getAttribute('href')).toContain('q=%22');
    await selectWords(reader, 12);
    await reader.keyboard.press('n');
    await expect.poll(() => reader.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await reader.keyboard.insertText('可引');
    await reader.keyboard.press('Tab');
    await expect.poll(() => reader.locator(byId('mark-note')).inputValue()).toBe('可引');
    await look(reader, 'reader-marked');
    await reader.close();

    const notebook = await stage().open('library.html?view=notebook');
    await expect.poll(() => notebook.locator(byId('notebook-entry')).count()).toBe(2);
    await look(notebook, 'notebook');
    await notebook.locator(byId('notebook-search')).focus();
    await notebook.keyboard.insertText('可引');
    await expect.poll(() => notebook.locator(byId('notebook-entry')).count()).toBe(1);
    const download = notebook.waitForEvent('download');
    await notebook.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
    await notebook.locator(byId('notebook-docx')).press('Enter');
    expect((await download).suggestedFilename()).toBe('wencun-notebook.docx');
    await notebook.locator(byId('notebook-entry')).press('Enter');
    await notebook.locator(byId('reader-body')).waitFor();
    expect(new URL(notebook.url()).hash).toMatch(/^#mark-/);
    await notebook.close();
  });
});
