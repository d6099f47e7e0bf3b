import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../setup/chromium.ts';
import { watchPage } from './watch-page.ts';

/** Chromium with the built extension, the bench's page beside the product's own; its profile outlives restarts. */
export interface BenchBrowser {
  readonly version: string;
  /** Starts Chromium anew, with the files that the system held in memory let go where it allows that. */
  restart(): Promise<void>;
  /** True when the system let go of its files at the last restart. */
  readonly cold: boolean;
  /** Opens a page of the extension. */
  open(path: string): Promise<Page>;
  /** The page whose functions are `wencunCollection`. */
  openBench(): Promise<Page>;
  /** The extension's service worker, whose function is `wencunKeep`. */
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><body><script src="empty.js"></script></body>';

/** What pages are measured against: the least that shows something of the database. It stands by itself, so that it can be sent as text. */
function showOneRead(): void {
  const request = indexedDB.open('wencun');
  request.onsuccess = () => {
    const read = request.result.transaction('meta').objectStore('meta').get('ledger-version');
    read.onsuccess = () => {
      const line = document.createElement('p');
      line.dataset['empty'] = '';
      line.textContent = String(read.result !== undefined);
      document.body.append(line);
    };
  };
}

/** Puts the bench's page into a copy of the built extension, and its hook at the end of the service worker's script. */
export async function makeExtension(built: string, folder: string, pageFolder: string): Promise<void> {
  cpSync(built, folder, { recursive: true });
  const shared = { configFile: false, logLevel: 'error', root: import.meta.dirname } as const;
  await build({
    ...shared,
    root: pageFolder,
    base: './',
    worker: { format: 'es' },
    build: { outDir: join(folder, 'bench'), rollupOptions: { input: join(pageFolder, 'page.html') } },
  });
  // Chromium takes the extension for new at each start and opens the page for newcomers: a reader has none beside the page that is measured.
  writeFileSync(join(folder, 'welcome.html'), '<!doctype html>');
  writeFileSync(join(folder, 'bench', 'empty.html'), EMPTY_PAGE);
  writeFileSync(join(folder, 'bench', 'empty.js'), `(${showOneRead})();`);
  const hook = await build({
    ...shared,
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'service-worker.ts'), formats: ['iife'], name: 'wencunHook' },
    },
  });
  const output = Array.isArray(hook) ? hook[0] : hook;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The hook of the service worker came out empty.');
  appendFileSync(join(folder, 'background.js'), `\n;${chunk.code}`);
}

/** Has the system write and let go of the files that it holds in memory; false where it does not let us. */
function dropCaches(): boolean {
  try {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

/** Closes the page that greets a newcomer: a page behind another is drawn once a second, and the measured one would be. */
async function closeGreeting(page: Page): Promise<void> {
  try {
    await page.waitForURL(/welcome\.html$/, { timeout: 0 });
    await page.close();
  } catch {
    // It was closed as another page.
  }
}

/**
 * Makes the extension of a built one, with the page of a bench, and a profile for it; `restart` starts Chromium. A `kept` folder
 * outlives the bench, with the extension and the profile that it holds from before.
 */
export async function openBenchBrowser(
  built: string,
  pageFolder = import.meta.dirname,
  kept: string | null = null,
): Promise<BenchBrowser> {
  const found = findChromium();
  if (found === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'wencun-bench-'));
  const extension = join(folder, 'extension');
  if (!existsSync(extension)) await makeExtension(built, extension, pageFolder);
  const state: { context: BrowserContext | null; host: string; version: string; cold: boolean } = {
    context: null,
    host: '',
    version: '',
    cold: false,
  };
  const running = (): BrowserContext => {
    if (state.context === null) throw new Error('Chromium is not started.');
    return state.context;
  };
  const worker = async (): Promise<Worker> =>
    running().serviceWorkers()[0] ?? running().waitForEvent('serviceworker', { timeout: 30_000 });
  const open = async (path: string): Promise<Page> => {
    const page = await running().newPage();
    page.setDefaultTimeout(0);
    await page.goto(`chrome-extension://${state.host}/${path}`);
    return page;
  };
  return {
    get version() {
      return state.version;
    },
    get cold() {
      return state.cold;
    },
    async restart() {
      await state.context?.close();
      state.cold = dropCaches();
      state.context = await chromium.launchPersistentContext(join(folder, 'profile'), {
        executablePath: found.path,
        headless: true,
        viewport: { width: 1280, height: 800 },
        args: [
          '--disable-gpu',
          // Memory is read before and after rubbish was collected.
          '--js-flags=--expose-gc',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          `--disable-extensions-except=${extension}`,
          `--load-extension=${extension}`,
        ],
      });
      await state.context.addInitScript(watchPage);
      state.context.on('page', (page) => void closeGreeting(page));
      state.version = state.context.browser()?.version() ?? '';
      state.host = new URL((await worker()).url()).host;
    },
    open,
    async openBench() {
      const page = await open('bench/page.html');
      await page.waitForFunction('globalThis.wencunCollection !== undefined');
      return page;
    },
    worker,
    async close() {
      await state.context?.close();
      if (kept === null) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
