import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { faultsOf, takePicture } from '../support/looks.ts';
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

/** A picture and axe's word on a dialog, or a page, in both themes. */
async function look(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await takePicture(page, { language: 'zh-CN', scheme }, name);
    expect(await faultsOf(page), `${name}, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
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

    await rowsOf(library).first().locator('a').focus();
    await press('n');
    await library.locator(byId('note-dialog')).waitFor();
    await look(library, 'library-note-dialog');
    await library.keyboard.type('与上月所读相合');
    await library.locator(byId('note-dialog-yes')).focus();
    await press('Enter');
    await expect.poll(() => library.locator(byId('row-note')).first().textContent()).toBe('与上月所读相合');

    await rowsOf(library).first().locator('a').focus();
    await press('c');
    await library.locator(byId('shelf-dialog')).waitFor();
    await look(library, 'library-shelf-dialog');
    await library.keyboard.type('课题');
    await press('Enter');
    await library.locator(byId('shelf-dialog-yes')).focus();
    await press('Enter');
    await library.locator(`${byId('shelves')} .shelf`).waitFor();

    await rowsOf(library).nth(1).locator('a').focus();
    await press('Delete');
    await expect.poll(() => rowsOf(library).count()).toBe(4);
    await press('Control+z');
    await expect.poll(() => rowsOf(library).count()).toBe(5);

    await rowsOf(library).first().locator('a').focus();
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
    await rowsOf(library).first().locator('a').focus();
    await library.keyboard.press('e');
    await library.locator(byId('edit-dialog')).waitFor();
    await look(library, 'library-edit');
    await library.locator(byId('edit-unit')).fill('理论研究室');
    await library.locator(byId('edit-dialog-yes')).click();
    await expect.poll(() => rowsOf(library).first().textContent()).toContain('理论研究室');
    await library.keyboard.press('Control+z');
    await expect.poll(() => rowsOf(library).first().textContent()).not.toContain('理论研究室');

    await rowsOf(library).first().locator('a').focus();
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

describe('near-duplicates', () => {
  it('show on the row, one is made to stand for them, and they are parted and joined again', async () => {
    const library = await openLibrary();
    const marks = library.locator(byId('row-alike'));
    await expect.poll(() => marks.count()).toBe(2);
    await marks.first().click();
    const dialog = library.locator(byId('alike-dialog'));
    await expect.poll(() => dialog.locator(byId('alike-essay')).count()).toBe(2);
    await look(library, 'library-alike');
    await dialog.locator(byId('alike-main')).click();
    await expect.poll(() => dialog.locator(`${byId('alike-essay')} .main`).count()).toBe(1);
    await dialog.locator(byId('alike-apart')).first().click();
    await expect.poll(() => marks.count()).toBe(0);
    await library.keyboard.press('Escape');
    await library.keyboard.press('Control+z');
    await expect.poll(() => marks.count()).toBe(2);
    await library.close();
  });
});

describe('cleaning again', () => {
  it('shows what would change, keeps hand-set fields and highlights, and is taken back', async () => {
    const { essays: rows, bodies } = await stage().stored();
    const row = rows.find(({ originalUrl }) => originalUrl === sampleUrls.essay('1103'));
    const body = bodies.find(({ captureId }) => captureId === row?.captureId);
    const words = String(body?.text).slice(40, 52);
    const reader = await stage().open(`reader.html?id=${row?.id}`);
    await reader.setViewportSize({ width: 1500, height: 800 });
    await reader.locator(byId('reader-body')).waitFor();

    // A field that the reader corrects.
    await reader.locator(byId('provenance-toggle')).click();
    await reader.locator(byId('edit-fields')).click();
    await reader.locator(byId('edit-unit')).fill('党建教研部');
    await look(reader, 'reader-edit');
    await reader.locator(byId('edit-dialog-yes')).click();
    const kept = async () => (await stage().stored()).essays.find(({ id }) => id === row?.id);
    await expect.poll(async () => (await kept())?.unit).toBe('党建教研部');
    await reader.keyboard.press('Escape');

    // What older rules would have left: boilerplate in the text. The highlight stands behind it.
    await reader.evaluate(
      async ([captureId, junk]) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('wencun');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const store = database.transaction('bodies', 'readwrite').objectStore('bodies');
        const got = store.get(captureId);
        await new Promise<void>((resolve) => {
          got.onsuccess = () => {
            const old = got.result;
            old.text = `${junk}\n${old.text}`;
            old.html = `<p>${junk}</p>${old.html}`;
            // As kept before bodies had one: a body that differs from its digest is damaged, and mended from its copy.
            delete old.digest;
            store.put(old).onsuccess = () => resolve();
          };
        });
        database.close();
      },
      [String(row?.captureId), '打印本页 关闭窗口'] as const,
    );
    await reader.reload();
    await reader.locator(byId('reader-body')).waitFor();
    await reader.locator(byId('reader-body')).evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
      return undefined;
    }, words);
    await reader.locator(byId('mark-pink')).click();
    const marked = () =>
      reader.evaluate(() => [...(CSS.highlights.get('mark-pink') ?? [])].map((range) => String(range)));
    await expect.poll(marked).toEqual([words]);

    // A press on it opens its note.
    const box = await reader.evaluate(() => {
      const [range] = [...(CSS.highlights.get('mark-pink') ?? [])] as Range[];
      const { x, y, height } = range?.getClientRects()[0] ?? new DOMRect();
      return { x: x + 8, y: y + height / 2 };
    });
    await reader.mouse.click(box.x, box.y);
    await expect.poll(() => reader.evaluate(() => document.activeElement?.nodeName)).toBe('TEXTAREA');
    await reader.keyboard.type('此处可引');
    await reader.keyboard.press('Escape');

    await reader.locator(byId('versions-toggle')).click();
    await reader.locator(byId('clean-again-open')).click();
    await reader.locator(byId('clean-again-change')).first().waitFor();
    await look(reader, 'reader-clean-again');
    await reader.locator(byId('clean-again-yes')).click();
    await reader.locator(`${byId('clean-again')}[data-stage="done"]`).waitFor();
    await expect.poll(() => reader.locator(byId('reader-body')).textContent()).not.toContain('关闭窗口');
    expect(await marked()).toEqual([words]);
    expect(await kept()).toMatchObject({ unit: '党建教研部' });
    expect((await stage().stored()).originals, 'the bytes are stored once').toHaveLength(essays.length);

    await reader.locator(byId('clean-again-undo')).click();
    await reader.locator(`${byId('clean-again')}[data-stage="undone"]`).waitFor();
    await expect.poll(() => reader.locator(byId('reader-body')).textContent()).toContain('关闭窗口');
    expect(await marked()).toEqual([words]);
    await reader.close();
  });
});
