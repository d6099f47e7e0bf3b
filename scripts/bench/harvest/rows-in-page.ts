import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { launchChromium } from '../../browsers/chromium.ts';
import { chunksOf } from './many-rows.ts';

/** What a large index costs the library's page. */
export interface RowsInPage {
  readonly rows: number;
  /** Most bytes of the page: its heap, what the browser holds for it, and buffers; and how many when all is read. */
  readonly most: number;
  readonly after: number;
  /** The longest task of its main thread, in milliseconds of the processor, which other work on the machine does not change. */
  readonly longestTask: number;
}

/** An event of Chromium's trace, as far as it is looked at. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 250;

/** Takes an index of so many rows in as a file, by the library's own page, and opens its plan. */
export async function readRowsInPage(
  rows: number,
  folder: string,
  options: { readonly executable: string; readonly extension: string },
): Promise<RowsInPage> {
  const file = join(folder, 'index.json');
  writeFileSync(file, Buffer.concat([...chunksOf(rows)]));
  const session = await launchChromium({ ...options, resolverRules: 'MAP * ~NOTFOUND', headless: true });
  try {
    const page = await session.context.newPage();
    await page.goto(session.url('library.html?view=harvest'));
    await page.locator('[data-testid="look-form"]').waitFor();
    const cdp = await session.context.newCDPSession(page);
    const trace = await startTrace(session.cdp);
    const memory = { most: 0, watching: true };
    const watch = (async () => {
      while (memory.watching) {
        memory.most = Math.max(memory.most, await memoryOf(cdp));
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      }
    })();
    await page.locator('[data-testid="look-file"]').setInputFiles(file);
    await page.locator('[data-testid="harvest-card"][data-state="read"]').waitFor({ timeout: 120_000 });
    await page.locator('[data-testid="harvest-open"]').click();
    await page.locator('[data-testid="harvest-plan"]').waitFor({ timeout: 120_000 });
    memory.watching = false;
    await watch;
    const longestTask = longestOf(await trace());
    await cdp.send('HeapProfiler.collectGarbage');
    return { rows, most: memory.most, after: await memoryOf(cdp), longestTask };
  } finally {
    await session.close();
  }
}

async function memoryOf(cdp: CDPSession): Promise<number> {
  const usage = (await cdp.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly embedderHeapUsedSize?: number;
    readonly backingStorageSize?: number;
  };
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** Begins to write down the tasks of all threads; gives what ends it. */
async function startTrace(cdp: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    // Some hundred thousand tasks are too many to be handed over at once.
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const ended = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
    await cdp.send('Tracing.end');
    await ended;
    return events;
  };
}

/** The longest task of the main thread of any page of an extension; its worker's are another process's. */
function longestOf(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid} ${tid}`));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}
