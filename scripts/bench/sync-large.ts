import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type ChromiumSession, launchChromium } from '../browsers/chromium.ts';
import { findChromium } from '../setup/chromium.ts';
import { countHere, seeStatus } from './sync/alike.ts';
import { byId, entered } from './sync/browser-computer.ts';
import { grantServers } from './sync/granted-extension.ts';
import { cpuSeconds, extensionMegabytes } from './sync/processes.ts';
import { programPath, startRclone } from './sync/real-dav.ts';
import { tasksOf, watchTasks } from './sync/watch-worker.ts';

/*
 * npm run bench:sync-large -- --folder F: the collection that `bench:collection --folder F --stage fill` made is connected to rclone's WebDAV in the
 * settings of the built extension, and a second computer brings all of it down. Prints seconds, CPU of all processes of the browser, the
 * extension's memory and tasks of its worker for docs/benchmarks/sync.md. The collection in F syncs afterwards: measure over a copy that is moved there.
 */

// Playwright would read each request's body to tell of it, and hold up the worker with that.
process.env['PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK'] = '1';

const { values } = parseArgs({ options: { folder: { type: 'string', default: '' } } });
const executable = findChromium()?.path;
const rclone = programPath('rclone');
const extension = join(values.folder, 'extension');
if (executable === undefined || rclone === null) throw new Error('It takes a Chromium and rclone.');
if (!existsSync(extension)) throw new Error('--folder takes what "bench:collection --folder F --stage fill" made.');
grantServers(extension);

/** What both computers must have as many of. */
const COUNTED = ['essays', 'captures', 'bodies', 'originals'];
/** Milliseconds that are looked at when a sync has come to its end: the second copy and the index have their work then. */
const AFTER = 20_000;
/** Milliseconds between two looks at memory and at how far it came. */
const LOOK = 500;

const second = mkdtempSync(join(tmpdir(), 'wencun-second-'));
const server = await startRclone(rclone);
try {
  await syncIn(join(values.folder, 'profile'), 'first computer, up', '书房');
  await syncIn(second, 'second computer, down', '宿舍');
} finally {
  server.close();
  rmSync(second, { recursive: true, force: true, maxRetries: 10 });
}

/** Connects the extension of a profile in its settings and waits until the first sync has come to its end. */
async function syncIn(profile: string, what: string, device: string): Promise<void> {
  const session = await launchChromium({
    executable: executable ?? '',
    extension,
    resolverRules: '',
    headless: true,
    profile,
  });
  try {
    const helper = await session.context.newPage();
    await helper.goto(session.url('print.html'));
    // A browser that was just started has its own work: what it does then is no part of syncing.
    await helper.waitForTimeout(10_000);
    const worker = await session.worker();
    await watchTasks(worker);
    const settings = await session.context.newPage();
    await settings.goto(session.url('options.html#sync'));
    await settings.locator(`${byId('sync-kind')} [data-choice="webdav"]`).click();
    for (const [id, value] of Object.entries(entered(server.address, device)))
      await settings.locator(byId(id)).fill(value);
    await settings.locator(byId('sync-test')).click();
    await settings.locator(byId('sync-first')).waitFor({ timeout: 120_000 });
    await tasksOf(worker);
    await measure(`${what}: before it begins`, session, helper, async () => helper.waitForTimeout(5000));
    await measure(what, session, helper, async () => {
      const since = Date.now();
      await settings.locator(byId('sync-begin')).click();
      await ended(helper, since);
    });
    await measure(`${what}: what is done after it`, session, helper, () => helper.waitForTimeout(AFTER));
    console.log(`${what}: ${JSON.stringify(await helper.evaluate(countHere, COUNTED))}`);
  } finally {
    await session.context.close();
  }

  async function measure(
    name: string,
    session: ChromiumSession,
    helper: Page,
    work: () => Promise<void>,
  ): Promise<void> {
    const [began, cpu] = [performance.now(), cpuSeconds(profile)];
    const peak = { memory: 0 };
    const looking = setInterval(() => {
      peak.memory = Math.max(peak.memory, extensionMegabytes(profile));
    }, LOOK);
    try {
      await work();
    } finally {
      clearInterval(looking);
    }
    const tasks = await tasksOf(await session.worker());
    const status = await helper.evaluate(seeStatus);
    console.log(
      `${name}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${(cpuSeconds(profile) - cpu).toFixed(1)} s CPU, ${peak.memory.toFixed(0)} MB at most, ${tasks.length} tasks over 50 ms ${JSON.stringify(tasks.slice(0, 12))} ${JSON.stringify(status)}`,
    );
  }
}

/** Waits until a sync that began after `since` has come to its end, and tells how far it is. */
async function ended(helper: Page, since: number): Promise<void> {
  for (let told = Date.now(); ; ) {
    const status = await helper.evaluate(seeStatus);
    if (status?.running === null && status.problem !== null) throw new Error(JSON.stringify(status.problem));
    if (status?.running === null && status.doneAt >= since) return;
    if (Date.now() - told > 30_000) {
      console.error(`  ${JSON.stringify(status)}`);
      told = Date.now();
    }
    await helper.waitForTimeout(LOOK);
  }
}
