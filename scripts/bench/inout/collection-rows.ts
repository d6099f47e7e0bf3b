import type { Page } from 'playwright-core';
import { openBenchBrowser } from '../collection/bench-browser.ts';
import { megabytes, type Row, type Setting, seconds, sized, whole } from '../rows/row.ts';
import type { Bench } from './page.ts';
import { memoryWords, peakMemory } from './peak-memory.ts';

/** The bench's name on its page. */
declare const wencunInOut: Bench;

const ESSAYS = 10_000;

/** Opens the bench's page over a full collection of so many essays, in a browser that was just started. */
async function withCollection<T>(
  { scale, built }: Setting,
  run: (page: Page, essays: number) => Promise<T>,
): Promise<T> {
  const browser = await openBenchBrowser(built(), import.meta.dirname);
  const open = async (): Promise<Page> => {
    await browser.restart();
    const page = await browser.open('bench/page.html');
    await page.waitForFunction('globalThis.wencunInOut !== undefined');
    return page;
  };
  try {
    const essays = sized(ESSAYS, scale);
    const filling = await open();
    await filling.evaluate((count) => wencunInOut.fill(count), essays);
    return await run(await open(), essays);
  } finally {
    await browser.close();
  }
}

/** A backup of everything, restored beside it. */
const backupRow: Row = {
  id: 'backup',
  what: 'backup and restore of 10,000 essays with everything (versions, originals, images, tags, highlights)',
  bar: 'every table equal record by record, ≤ 60 s each way, memory bounded',
  run: (setting) =>
    withCollection(setting, async (page) => {
      const saved = await peakMemory(page, () => page.evaluate(() => wencunInOut.backUp()));
      const restored = await peakMemory(page, () => page.evaluate(() => wencunInOut.restore()));
      const { rows, different } = await page.evaluate(() => wencunInOut.compare());
      const times = [saved.result.seconds, restored.result.seconds];
      return {
        text: `${whole(rows - different)} of ${whole(rows)} rows equal; ${megabytes(saved.result.bytes / 1e6)} saved in ${seconds(times[0] ?? 0)} (${memoryWords(saved.peak)}), restored in ${seconds(times[1] ?? 0)} (${memoryWords(restored.peak)})`,
        met: different === 0 && times.every((time) => time <= 60),
      };
    }),
};

/** Formats whose cost is told: text for machines, a folder of texts, references. */
const exported = ['jsonl', 'markdown', 'bibtex'];

/** The collection written out, straight from the database to a file. */
const exportRow: Row = {
  id: 'export',
  what: 'export of 10,000 essays as JSONL, Markdown zip, BibTeX in Chromium',
  bar: 'streams, ≤ 20 s each',
  run: (setting) =>
    withCollection(setting, async (page) => {
      const known = await page.evaluate(() => wencunInOut.formatIds());
      const told: string[] = [];
      let met = true;
      for (const id of exported) {
        if (!known.includes(id)) {
          told.push(`${id}: not there`);
          met = false;
          continue;
        }
        const { result, peak } = await peakMemory(page, () => page.evaluate((name) => wencunInOut.exportAll(name), id));
        told.push(`${id} ${megabytes(result.bytes / 1e6)} in ${seconds(result.seconds)} (${memoryWords(peak)})`);
        met &&= result.seconds <= 20;
      }
      return { text: told.join('; '), met };
    }),
};

export const collectionRows: readonly Row[] = [backupRow, exportRow];
