/** Draws assets/icon.svg in the sizes of the toolbar and the stores: `node scripts/icons.ts`. The PNGs are kept in git. */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findChromium } from './setup/chromium.ts';

const sizes = [16, 32, 48, 128];

const found = findChromium();
if (found === null) throw new Error('No Chromium was found to draw with.');
const drawing = await readFile(new URL('../assets/icon.svg', import.meta.url), 'base64');
const folder = new URL('../public/icon/', import.meta.url);
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`,
  );
  const path = new URL(`${size}.png`, folder);
  await page.screenshot({ path: decodeURIComponent(path.pathname), omitBackground: true });
}
await browser.close();
