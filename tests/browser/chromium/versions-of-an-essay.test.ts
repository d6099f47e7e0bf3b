import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();
/** 20001 is a reprint of 1101 on the column's pages. */
const essays = ['1101', '1103', '20001'] as const;

beforeAll(async () => {
  for (const id of essays) {
    const page = await stage().visit(sampleUrls.essay(id));
    await keepByPopup(stage(), page);
    await page.close();
  }
});

async function openLibrary(query = ''): Promise<Page> {
  const library = await stage().open(`library.html${query}`);
  await expect.poll(() => library.locator(byId('library')).getAttribute('data-status')).toBe('ready');
  return library;
}

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
