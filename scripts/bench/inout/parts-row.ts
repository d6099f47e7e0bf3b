import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackups } from '../../clip/write-backup.ts';
import { openBenchBrowser } from '../collection/bench-browser.ts';
import { megabytes, type Row, seconds, sized, whole } from '../rows/row.ts';
import { essaysOfCommandLine } from './command-line-backup.ts';
import type { Bench } from './page.ts';
import { memoryWords, peakMemory } from './peak-memory.ts';

/** The bench's name on its page. */
declare const wencunInOut: Bench;

const ESSAYS = 100_000;
/** Seconds that all of them may take. */
const MOST = 360;

/** What the command line writes for the library, restored part by part into an empty collection of the built extension. */
export const partsRow: Row = {
  id: 'parts',
  what: 'backup of 100,000 essays by the command line (`--format backup`), restored in the library part by part',
  bar: 'in parts, memory bounded, ≤ 6 min',
  run: async ({ scale, built }) => {
    const essays = sized(ESSAYS, scale);
    const folder = mkdtempSync(join(tmpdir(), 'wencun-parts-'));
    try {
      const begun = performance.now();
      await writeBackups(essaysOfCommandLine(essays), folder);
      const writing = (performance.now() - begun) / 1000;
      const names = readdirSync(folder);
      const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
      const browser = await openBenchBrowser(built(), import.meta.dirname);
      try {
        await browser.restart();
        const page = await browser.open('bench/page.html');
        await page.waitForFunction('globalThis.wencunInOut !== undefined');
        const times: number[] = [];
        const { result: added, peak } = await peakMemory(page, async () => {
          const reports: number[] = [];
          for (const name of names) {
            await page.locator('input').setInputFiles(join(folder, name));
            const part = await page.evaluate(() => wencunInOut.restorePart());
            times.push(part.seconds);
            reports.push(part.added);
          }
          return reports.reduce((sum, one) => sum + one, 0);
        });
        const all = times.reduce((sum, time) => sum + time, 0);
        return {
          text: `${whole(added)} of ${whole(essays)} essays in ${names.length} files of ${megabytes(size / 1e6)}, written in ${seconds(writing)}, restored in ${seconds(all)} (first part ${seconds(times[0] ?? 0)}, last ${seconds(times.at(-1) ?? 0)}; ${memoryWords(peak)})`,
          met: added === essays && all <= MOST * scale,
        };
      } finally {
        await browser.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
