import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchBrowser } from '../collection/bench-browser.ts';
import { type Row, seconds, sized, whole } from '../rows/row.ts';
import { writeWarc } from './made-warc.ts';
import { memoryWords, peakMemory } from './peak-memory.ts';

/** A crawl dropped into the library: the product's own page and dialog. */
export const warcRow: Row = {
  id: 'warc',
  what: 'WARC of 10,000 records, half essays, imported in the library in Chromium',
  bar: 'all essays, memory of the page ≤ 300 MB, no task over 100 ms',
  async run({ scale, built }) {
    const folder = mkdtempSync(join(tmpdir(), 'wencun-warc-'));
    const browser = await openBenchBrowser(built(), import.meta.dirname);
    try {
      const records = sized(10_000, scale);
      const file = join(folder, 'crawl.warc.gz');
      const essays = await writeWarc(file, records);
      await browser.restart();
      const page = await browser.open('library.html');
      await page.getByTestId('import-open').click();
      await page.evaluate(() => globalThis.wencunWatch.tasks.splice(0));
      const { result: time, peak } = await peakMemory(page, async () => {
        const started = performance.now();
        await page.locator('[data-testid="import"] input[type="file"]:not([webkitdirectory])').setInputFiles(file);
        await page.waitForSelector('[data-testid="import"][data-stage="done"]');
        return (performance.now() - started) / 1000;
      });
      const tasks = await page.evaluate(() => [...globalThis.wencunWatch.tasks]);
      const longest = Math.max(0, ...tasks);
      const kept = await page.evaluate(countEssays);
      const pace = `${(records / time).toFixed(0)} records/s`;
      return {
        text: `${whole(kept)} of ${whole(essays)} essays in ${seconds(time)} (${pace}), ${memoryWords(peak)}, longest task ${longest.toFixed(0)} ms, ${tasks.filter((task) => task > 100).length} over 100 ms`,
        met: kept === essays && peak.heap <= 300 && (peak.process ?? 0) <= 300 && longest <= 100,
      };
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Essays in the collection, counted past the product. */
function countEssays(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('wencun');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('essays').objectStore('essays').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
