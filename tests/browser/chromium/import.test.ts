import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { portalPageMaker } from '../../support/made-portal-page.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';
import { useChromium } from '../support/chromium.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();
const make = portalPageMaker(20_070_702);

/** A WARC of essays on pages of the sample portal, numbered `from` and on. */
function warcOf(from: number, count: number): Buffer {
  const records = Array.from({ length: count }, (_, at) =>
    warcRecord({
      address: `http://www.nbdx.cn/show.asp?id=${from + at}`,
      http: ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'],
      body: new TextEncoder().encode(make(from + at)),
    }),
  );
  return Buffer.from(warcFile(records));
}

async function start(page: Page, buffer: Buffer): Promise<void> {
  await page.click(byId('import-open'));
  await page.setInputFiles(byId('import-files'), { name: 'a.warc', mimeType: 'application/warc', buffer });
}

const done = (page: Page) => page.waitForSelector(`${byId('import')}[data-stage="done"]`, { timeout: 40_000 });

/** The number that the report tells first: essays kept. */
const keptIn = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.textContent(byId('import-sum'))) ?? '')?.[0]);

describe('importing a WARC in the library', () => {
  it('keeps two hundred essays some at a time', async () => {
    const page = await stage().open('library.html');
    await start(page, warcOf(0, 200));
    await done(page);
    expect(await keptIn(page)).toBe(200);
    await page.click(byId('import-close'));
    await expect.poll(() => page.textContent('main p.count')).toContain('200');
    // One by one, the collection would have changed two hundred times, each time a little slower.
    expect(await page.evaluate(changes)).toBeLessThan(100);
    await page.close();
  });

  it('loses nothing whole and leaves nothing half when the window is closed, and goes on another time', async () => {
    const buffer = warcOf(1000, 150);
    const page = await stage().open('library.html');
    await start(page, buffer);
    await expect.poll(() => keptIn(page), { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
    const shown = await keptIn(page);
    await page.close();
    const { essays, captures, bodies, originals } = await stage().stored();
    const before = essays.length - 200;
    expect(before).toBeGreaterThanOrEqual(shown);
    expect(before).toBeLessThan(150);
    for (const table of [captures, bodies, originals]) expect(table).toHaveLength(essays.length);

    const again = await stage().open('library.html');
    await start(again, buffer);
    await done(again);
    expect(await keptIn(again)).toBe(150 - before);
    await again.close();
    expect((await stage().stored()).essays).toHaveLength(350);
  });

  it('gives fingerprints to essays that have none while the library rests', async () => {
    const page = await stage().open('library.html');
    const before = await page.evaluate(fingerprints, 'count' as const);
    expect(before).toBeGreaterThan(300);
    await page.evaluate(fingerprints, 'forget' as const);
    await page.reload();
    await expect.poll(() => page.evaluate(fingerprints, 'count' as const), { timeout: 30_000 }).toBe(before);
    await page.close();
  });
});

/** Counts fingerprints, or takes them away as if the essays had come from an older collection. Sent to the page as text. */
async function fingerprints(act: 'count' | 'forget'): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('wencun'));
  const transaction = database.transaction(['fingerprints', 'meta'], 'readwrite');
  const store = transaction.objectStore('fingerprints');
  if (act === 'forget') {
    await Promise.all([done(store.clear()), done(transaction.objectStore('meta').delete('fingerprints-filled'))]);
  }
  const count = await done(store.count());
  database.close();
  return count;
}

/** How often the collection has changed: the version of its ledger. Sent to the page as text. */
async function changes(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
  });
  const row = await new Promise<{ value: { version: number } }>((resolve) => {
    const request = database.transaction('meta').objectStore('meta').get('ledger-version');
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return row.value.version;
}
