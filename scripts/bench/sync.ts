import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { benchComputer } from './sync/bench-computer.ts';
import type { SyncBench } from './sync/page.ts';
import { servePage } from './sync/page-server.ts';

/*
 * npm run bench:sync -- [--essays N] [--rounds N]: what stamping costs a keep and a tag, and what a first sync takes, in the product's own
 * collections in real Chromium, over a folder in memory; the second computer is a browser and a profile of its own. Times are CPU seconds of all
 * processes of the browser, so that other work on the machine does not count. Prints what docs/benchmarks/sync.md tells. Needs /proc.
 */

/** The bench's name on its page. */
declare const wencunSync: SyncBench;

const { values } = parseArgs({
  options: {
    essays: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'cost,sync' },
  },
});
const essays = Number(values.essays);
const folder = mkdtempSync(join(tmpdir(), 'wencun-sync-'));
/** Pairs of portions of acts of tagging, and acts of one. */
const PAIRS = 15;
const PORTION = 60;
/** Milliseconds in which the browser tidies up what was kept. */
const REST = 3_000;

await build({
  configFile: false,
  logLevel: 'error',
  root: join(import.meta.dirname, 'sync'),
  base: './',
  build: { outDir: join(folder, 'page'), rollupOptions: { input: join(import.meta.dirname, 'sync', 'page.html') } },
});
const server = await servePage(join(folder, 'page'));
const first = await benchComputer(join(folder, 'first'), server.address);
const { page, timed } = first;
try {
  if (values.only.includes('cost')) await costs();
  if (values.only.includes('sync')) await syncs();

  async function costs(): Promise<void> {
    const sums: Record<string, number> = {};
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const kind of round % 2 === 0 ? ['off0', 'on00'] : ['on00', 'off0']) {
        const name = `${kind}round${round}`;
        if (kind === 'on00') await page.evaluate((one) => wencunSync.turnOn(one), name);
        const add = (what: string, cpu: number): void => {
          sums[`${what} ${kind}`] = (sums[`${what} ${kind}`] ?? 0) + cpu;
        };
        const made = await timed('made', () => page.evaluate((to) => wencunSync.makeOnly(0, to), essays));
        const kept = await timed(`keep ${name}`, async () => {
          await page.evaluate(([one, to]) => wencunSync.keep(one, 0, to), [name, essays] as const);
        });
        add('keep', kept.cpu - made.cpu);
        const ids = await page.evaluate((one) => wencunSync.idsIn(one), name);
        const all = await timed(`tag all ${name}`, () =>
          page.evaluate(([one, every]) => wencunSync.tagAll(one, every, '乙'), [name, ids] as const),
        );
        add('tag all', all.cpu);
      }
    for (const what of ['keep', 'tag all']) {
      const [off = 0, on = 0] = [sums[`${what} off0`], sums[`${what} on00`]];
      const each = (seconds: number): string => ((seconds * 1000) / essays / Number(values.rounds)).toFixed(2);
      console.log(`${what}: ${each(off)} ms off, ${each(on)} ms on: ${(on / off).toFixed(2)} ×`);
    }
    await tagsInTurn('off0round0', 'on00round0');
  }

  /** Tags one by one, a portion without sync and one with it in turn: right after keeps, the browser's own tidying up would be counted to them. */
  async function tagsInTurn(off: string, on: string): Promise<void> {
    const portion = Math.min(PORTION, essays);
    const ids = new Map<string, readonly string[]>();
    for (const name of [off, on])
      ids.set(name, (await page.evaluate((one) => wencunSync.idsIn(one), name)).slice(0, portion));
    const tagged = async (name: string, tag: string): Promise<number> => {
      const before = first.cpu();
      await page.evaluate(([one, some, what]) => wencunSync.tagEach(one, some, what), [
        name,
        ids.get(name) ?? [],
        tag,
      ] as const);
      return ((first.cpu() - before) * 1000) / portion;
    };
    for (const name of [off, on]) await tagged(name, '先');
    await page.waitForTimeout(REST);
    const pairs: (readonly [off: number, on: number])[] = [];
    for (let n = 0; n < PAIRS; n += 1) {
      const first = await tagged(n % 2 === 0 ? off : on, `标${n}`);
      const second = await tagged(n % 2 === 0 ? on : off, `标${n}`);
      pairs.push(n % 2 === 0 ? [first, second] : [second, first]);
    }
    const half = (numbers: readonly number[]): string =>
      (numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0).toFixed(2);
    console.log(
      `tag each, ${PAIRS} pairs of ${portion}: ${half(pairs.map(([one]) => one))} ms off, ${half(pairs.map(([, one]) => one))} ms on: ${half(pairs.map(([one, other]) => other / one))} × (median of the pairs)`,
    );
  }

  async function syncs(): Promise<void> {
    await timed('keep', async () => {
      await page.evaluate((to) => wencunSync.keep('aaaa', 0, to), essays);
    });
    await timed('turn on', () => page.evaluate(() => wencunSync.turnOn('aaaa')));
    await timed('first sync up', () => page.evaluate(() => wencunSync.sync('aaaa')));
    const second = await benchComputer(join(folder, 'second'), server.address);
    try {
      await carry(page, second.page);
      await second.page.evaluate(() => wencunSync.turnOn('bbbb'));
      await second.page.waitForTimeout(REST);
      await second.timed('second computer down', () => second.page.evaluate(() => wencunSync.sync('bbbb')));
      await timed('nothing new', () => page.evaluate(() => wencunSync.sync('aaaa')));
      await carry(second.page, page);
      await timed('nothing new', () => page.evaluate(() => wencunSync.sync('aaaa')));
      const [id = ''] = await page.evaluate(() => wencunSync.idsIn('aaaa'));
      await page.evaluate((one) => wencunSync.note('aaaa', one, '记'), id);
      await timed('one change up', () => page.evaluate(() => wencunSync.sync('aaaa')));
      await carry(page, second.page);
      await second.timed('one change down', () => second.page.evaluate(() => wencunSync.sync('bbbb')));
      console.log(`essays there: ${(await second.page.evaluate(() => wencunSync.idsIn('bbbb'))).length}`);
    } finally {
      await second.close();
    }
  }
} finally {
  await first.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Carries the folder that one computer syncs by to the other. */
async function carry(from: Page, to: Page): Promise<void> {
  await from.evaluate(() => wencunSync.carryOut());
  await to.evaluate(() => wencunSync.carryIn());
}
