import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { faultsOf, takePicture } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';

const stage = useChromium();

/** What is done to a row of a table, written as a page can be told of it: the first row, or the whole table. */
interface BrowserDamage {
  readonly table: string;
  /** JSON of the properties that replace those of the row; null deletes the row. */
  readonly put: Readonly<Record<string, unknown>> | null;
}

/** Of each table one, and the ledger and its state, in a real database. */
const damages: readonly BrowserDamage[] = [
  { table: 'essays', put: { authors: null, tags: null } },
  { table: 'bodies', put: { provenance: null, text: '断了' } },
  { table: 'captures', put: { sha256: 'x' } },
  { table: 'originals', put: null },
  { table: 'ledger', put: { states: 'x' } },
  { table: 'ledger', put: null },
  { table: 'meta', put: { value: 'x' } },
  { table: 'meta', put: null },
];

/** Damages the first row of a table by plain IndexedDB, as nothing of ours would. */
const damage = (page: Page, { table, put }: BrowserDamage): Promise<void> =>
  page.evaluate(
    ([name, change]) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('wencun');
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const store = opened.result.transaction(name, 'readwrite').objectStore(name);
          const key = name === 'meta' ? IDBKeyRange.bound('ledger-version', 'ledger-version') : null;
          store.openCursor(key).onsuccess = (event) => {
            const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor === null) return;
            if (change === null) cursor.delete();
            else cursor.update({ ...cursor.value, ...change });
          };
          store.transaction.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
    [table, put] as const,
  );

it('opens, shows the rest and names what is damaged, whatever was done to a table', async () => {
  for (const id of ['1101', '1102', '1103']) await keepByPopup(stage(), await stage().visit(sampleUrls.essay(id)));
  for (const one of damages) {
    const library = await stage().open('library.html');
    await library.waitForSelector('[data-row]');
    await damage(library, one);
    await library.reload();
    await expect.poll(() => library.locator('[data-row]').count(), { timeout: 20_000 }).toBe(3);
    expect(await library.getAttribute(byId('library'), 'data-status')).toBe('ready');
    await library.goto(stage().session.url('library.html?view=integrity'));
    await library.click(byId('integrity-check'));
    const named = `[data-testid="finding"][data-table="${one.table === 'meta' ? 'ledger' : one.table}"]`;
    await library.waitForSelector(named, { timeout: 20_000 });
    await library.close();
  }
}, 180_000);

it('looks well, in both themes', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await stage().open('library.html?view=integrity');
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForSelector(byId('finding'));
    await page.waitForSelector(byId('integrity-counts'));
    expect(await faultsOf(page)).toEqual([]);
    await takePicture(page, { language: 'zh_CN', scheme }, 'integrity');
    await page.close();
  }
}, 60_000);
