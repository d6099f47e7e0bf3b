import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();
/** 20001 is a reprint of 1101 on the column's pages. */
const essays = ['1101', '1103', '1104', '1106', '20001'] as const;

beforeAll(async () => {
  for (const id of essays) {
    const page = await stage().visit(sampleUrls.essay(id));
    await keepByPopup(stage(), page);
    await page.close();
  }
});

const rowsOf = (library: Page) => library.locator(byId('library-row'));

async function openLibrary(query = ''): Promise<Page> {
  const library = await stage().open(`library.html${query}`);
  await expect.poll(() => library.locator(byId('library')).getAttribute('data-status')).toBe('ready');
  return library;
}

describe('searching', () => {
  it('waits while an input method composes, and finds what it commits', async () => {
    const library = await openLibrary();
    await expect.poll(() => rowsOf(library).count()).toBe(5);
    const keyboard = await stage().session.context.newCDPSession(library);
    await library.keyboard.press('/');
    for (const text of ['m', 'min', "min'ying"]) {
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await library.waitForTimeout(400);
    expect(await rowsOf(library).count(), 'nothing is sought by the letters of a word to come').toBe(5);
    expect(new URL(library.url()).searchParams.get('q')).toBeNull();
    await keyboard.send('Input.insertText', { text: '民营' });
    await expect.poll(() => rowsOf(library).count()).toBe(1);
    expect(await rowsOf(library).locator('mark').first().textContent()).toBe('民营');
    // Traditional characters find the simplified text.
    await library.locator(byId('library-search')).fill('民營企業 -讀書');
    await expect.poll(() => rowsOf(library).count()).toBe(1);
    await library.close();
  });

  it('narrows by facets and years, and goes back step by step', async () => {
    const library = await openLibrary();
    await expect.poll(() => rowsOf(library).count()).toBe(5);
    await library
      .locator(`${byId('facet-author')} input[type="checkbox"]`)
      .first()
      .check();
    await expect.poll(() => rowsOf(library).count()).toBeLessThan(5);
    expect(new URL(library.url()).searchParams.get('author')).not.toBeNull();
    const narrowed = await rowsOf(library).count();
    await library.goBack();
    await expect.poll(() => rowsOf(library).count()).toBe(5);
    await library.goForward();
    await expect.poll(() => rowsOf(library).count()).toBe(narrowed);
    await library.reload();
    await expect.poll(() => rowsOf(library).count()).toBe(narrowed);
    await library.close();
  });
});

describe('by keyboard alone', () => {
  it('one finds, chooses, tags, notes, deletes, takes back, reads and goes on', async () => {
    const library = await openLibrary();
    const press = (keys: string) => library.keyboard.press(keys);
    await expect.poll(() => rowsOf(library).count()).toBe(5);
    await press('/');
    await press('ArrowDown');
    await press('x');
    await press('Shift+ArrowDown');
    await expect.poll(() => library.locator('[data-pick]:checked').count()).toBe(2);
    await press('t');
    await library.locator(byId('tag-dialog')).waitFor();
    await look(library, 'library-tag-dialog');
    await library.keyboard.type('待读');
    await press('Enter');
    await press('Tab');
    await library.locator(byId('tag-dialog-yes')).focus();
    await press('Enter');
    await expect.poll(() => library.locator(byId('row-tag')).count()).toBe(2);
    await press('Escape');
    await press('Control+z');
    await expect.poll(() => library.locator(byId('row-tag')).count()).toBe(0);

    await rowsOf(library).first().locator('[data-open]').focus();
    await press('n');
    await library.locator(byId('note-dialog')).waitFor();
    await look(library, 'library-note-dialog');
    await library.keyboard.type('与上月所读相合');
    await library.locator(byId('note-dialog-yes')).focus();
    await press('Enter');
    await expect.poll(() => library.locator(byId('row-note')).first().textContent()).toBe('与上月所读相合');

    await rowsOf(library).first().locator('[data-open]').focus();
    await press('c');
    await library.locator(byId('shelf-dialog')).waitFor();
    await look(library, 'library-shelf-dialog');
    await library.keyboard.type('课题');
    await press('Enter');
    await library.locator(byId('shelf-dialog-yes')).focus();
    await press('Enter');
    await library.locator(`${byId('shelves')} .shelf`).waitFor();

    await rowsOf(library).nth(1).locator('[data-open]').focus();
    await press('Delete');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    await press('Control+z');
    await expect.poll(() => rowsOf(library).count()).toBe(5);

    await rowsOf(library).first().locator('[data-open]').focus();
    await press('Enter');
    await library.locator(byId('reader-body')).waitFor();
    const first = library.url();
    await press(']');
    await expect.poll(() => library.url()).not.toBe(first);
    await library.locator(byId('reader-body')).waitFor();
    await press('/');
    await library.keyboard.type('的');
    await expect.poll(() => library.locator(byId('find-count')).textContent()).toMatch(/1/);
    await library.close();
  });
});

describe('what the library asks', () => {
  it('can be seen and read by all: managing tags and collections, saving a search, correcting, filters of a narrow window', async () => {
    const library = await openLibrary();
    await expect.poll(() => rowsOf(library).count()).toBe(5);
    const close = async (dialog: string) => {
      await library.keyboard.press('Escape');
      await library.locator(byId(dialog)).waitFor({ state: 'detached' });
    };
    await rowsOf(library).first().locator('[data-open]').focus();
    await library.keyboard.press('e');
    await library.locator(byId('edit-dialog')).waitFor();
    await look(library, 'library-edit');
    await library.locator(byId('edit-unit')).fill('理论研究室');
    await library.locator(byId('edit-dialog-yes')).click();
    await expect.poll(() => rowsOf(library).first().textContent()).toContain('理论研究室');
    await library.keyboard.press('Control+z');
    await expect.poll(() => rowsOf(library).first().textContent()).not.toContain('理论研究室');

    await rowsOf(library).first().locator('[data-open]').focus();
    await library.keyboard.press('t');
    await library.locator(byId('tag-dialog')).waitFor();
    await library.keyboard.type('调研');
    await library.keyboard.press('Enter');
    await library.locator(byId('tag-dialog-yes')).click();
    await library.locator(byId('manage-tags')).click();
    await library.locator(byId('tags-dialog')).waitFor();
    await look(library, 'library-tags');
    await close('tags-dialog');
    await library.locator(byId('manage-shelves')).click();
    await library.locator(byId('shelves-dialog')).waitFor();
    await look(library, 'library-shelves');
    await close('shelves-dialog');
    await library.locator(byId('library-search')).fill('调查');
    await library.locator(byId('save-search')).click();
    await library.locator(byId('search-dialog')).waitFor();
    await look(library, 'library-save-search');
    await close('search-dialog');
    await library.locator(byId('import-open')).click();
    await library.locator(byId('import')).waitFor();
    await look(library, 'library-import');
    await close('import');
    await library.locator(byId('backup-open')).click();
    await library.locator(byId('backup')).waitFor();
    await look(library, 'library-backup');
    await close('backup');
    await library.setViewportSize({ width: 420, height: 800 });
    await library.locator(byId('filters-open')).click();
    await library.locator(byId('facets')).waitFor();
    await look(library, 'library-filters-narrow');
    await library.close();
  });
});
