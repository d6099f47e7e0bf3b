import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../setup/chromium.ts';

/** Chromium with an extension whose one page is the bench; its profile outlives restarts. */
export interface BenchBrowser {
  readonly version: string;
  /** Starts Chromium anew and opens the page. */
  restart(): Promise<Page>;
  close(): Promise<void>;
}

const manifest = {
  manifest_version: 3,
  name: 'Bench',
  version: '1',
  permissions: ['unlimitedStorage'],
  background: { service_worker: 'background.js' },
};

/** Builds the extension and starts Chromium with it. */
export async function startBench(): Promise<BenchBrowser> {
  const found = findChromium();
  if (found === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'wencun-bench-'));
  const extension = join(folder, 'extension');
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    worker: { format: 'es' },
    build: { outDir: extension, emptyOutDir: true, rollupOptions: { input: join(import.meta.dirname, 'page.html') } },
  });
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(extension, 'background.js'), '');
  const state: { context: BrowserContext | null; version: string } = { context: null, version: '' };
  const start = async (): Promise<Page> => {
    await state.context?.close();
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: found.path,
      headless: true,
      args: [
        '--disable-gpu',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
    state.context = context;
    state.version = context.browser()?.version() ?? '';
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/page.html`);
    await page.waitForFunction('globalThis.wencunCollection !== undefined');
    return page;
  };
  return {
    get version() {
      return state.version;
    },
    restart: start,
    close: async () => {
      await state.context?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
