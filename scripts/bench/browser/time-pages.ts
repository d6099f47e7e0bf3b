import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { readMhtml } from '../../../lib/import/mhtml.ts';
import { findChromium } from '../../setup/chromium.ts';
import type { CorpusPage } from '../extract/corpora.ts';
import { bundleContestants } from './bundle.ts';
import type * as contestants from './contestants.ts';
import type { ContestantName, Timing } from './contestants.ts';

/** The bundle's name on a page. */
declare const wencunBench: typeof contestants;

/** Times of one page, and what the contestants read that forces a layout. */
export interface TimedPage {
  readonly id: string;
  readonly part: string;
  readonly timings: Readonly<Record<ContestantName, Timing>>;
  readonly layouts: Readonly<Record<'recogniser' | 'pipeline', readonly string[]>>;
}

const names: readonly [ContestantName, ...ContestantName[]] = [
  'watch',
  'recogniser',
  'alone',
  'pipeline',
  'readability',
  'defuddle',
];

/** The page as Chromium is to be served it, decoded and under an address that a browser opens. */
function served({ file, url, charset }: CorpusPage): { readonly url: string; readonly html: string } {
  const bytes = readFileSync(file);
  const read = readMhtml(bytes);
  const mhtml = read.ok ? read.value : null;
  const hint = mhtml?.charset ?? charset;
  const { text } = decodeHtml(mhtml?.html ?? bytes, hint ? { charset: hint } : {});
  const address = mhtml?.url ?? url;
  return {
    html: text,
    url: /^https?:/u.test(address) ? address : `http://file.example/${encodeURIComponent(address)}`,
  };
}

/** The page's own scripts stay out (some redirect, some rewrite the page); ours come by the debugger, which evaluates. */
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'unsafe-eval'" };

async function timePage(tab: Page, script: string, page: CorpusPage, turn: number): Promise<TimedPage> {
  const { url, html } = served(page);
  await tab.unrouteAll();
  await tab.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
      ? route.fulfill({ body: html, headers })
      : route.abort(),
  );
  await tab.goto(url, { waitUntil: 'load' });
  await tab.evaluate(script);
  // Each goes first on every fifth page, so that none always meets a cold cache.
  const order = names.map((_, at) => names[(at + turn) % names.length] ?? names[0]);
  const timings = await tab.evaluate((given) => wencunBench.timeAll(given, 7), order);
  const layouts = await tab.evaluate(() => ({
    recogniser: wencunBench.layoutsForcedBy('recogniser'),
    pipeline: wencunBench.layoutsForcedBy('pipeline'),
  }));
  return { id: page.id, part: page.part, timings, layouts };
}

/** Every page in real Chromium, one after another in one tab; pages' own scripts are off, so that all see the same document. */
export async function timePages(
  pages: readonly CorpusPage[],
): Promise<{ version: string; timed: readonly TimedPage[] }> {
  const found = findChromium();
  if (found === null) throw new Error('No Chromium on this machine: set CHROMIUM_PATH, or leave --browser out.');
  const script = await bundleContestants();
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
  const browser = await chromium.launch({ executablePath: found.path, headless: true, args });
  try {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const timed: TimedPage[] = [];
    for (const [turn, page] of pages.entries()) timed.push(await timePage(tab, script, page, turn));
    return { version: browser.version(), timed };
  } finally {
    await browser.close();
  }
}
