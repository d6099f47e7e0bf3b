import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { builtExtension, useChromium } from '../support/chromium.ts';
import { keepByPopup } from '../support/popup.ts';

/*
 * What stands before the first row: a file costs a page some milliseconds whatever is in it, and a page that waits for one more is
 * later by that. Counted, not timed.
 */

const stage = useChromium();
const held = { id: '' };

beforeAll(async () => {
  const page = await stage().visit(sampleUrls.essay('1101'));
  await keepByPopup(stage(), page);
  await page.close();
  held.id = (await stage().stored()).essays[0]?.id ?? '';
});

/** What the page says when the first row is there. */
const SEEN = 'wencun: the first row';

/** The files that a page asked for before a selector first matched, itself among them. */
async function filesBefore(path: string, selector: string): Promise<readonly string[]> {
  const page = await stage().session.context.newPage();
  const asked: string[] = [];
  const listen = (request: Request): number => asked.push(new URL(request.url()).pathname.slice(1));
  page.on('request', listen);
  const seen = page.waitForEvent('console', (message) => message.text() === SEEN);
  await page.addInitScript(
    ([wanted, said]) =>
      new MutationObserver((_, observer) => {
        if (document.querySelector(wanted) === null) return;
        observer.disconnect();
        console.log(said);
      }).observe(document, { childList: true, subtree: true }),
    [selector, SEEN] as const,
  );
  await page.goto(stage().session.url(path), { waitUntil: 'commit' });
  await seen;
  page.off('request', listen);
  await page.close();
  return asked;
}

const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(builtExtension('chrome'), file)).size, 0);

describe('before the first row', () => {
  it.each([
    ['popup.html', '[data-testid="recent-row"]', 260_000],
    ['library.html', '[data-row]', 400_000],
    ['reader.html', 'article', 460_000],
  ])('%s asks for its script alone, and for no more than its bytes', async (path, selector, bytes) => {
    const address = path === 'reader.html' ? `${path}?id=${held.id}` : path;
    const files = await filesBefore(address, selector);
    // The mark of its tab is the browser's own question.
    const needed = files.filter((file) => !file.endsWith('.png'));
    expect(needed).toEqual([path, expect.stringMatching(/^chunks\/[^/]+\.js$/)]);
    expect(bytesOf(needed)).toBeLessThan(bytes);
  });

  it('of what is sought the library asks for its search alone, and for what comes later after that', async () => {
    const files = await filesBefore('library.html?q=党', '[data-row]');
    const needed = files.filter((file) => !file.endsWith('.png') && !/^assets\/worker-/.test(file));
    expect(needed).toEqual(['library.html', expect.stringMatching(/^chunks\/library-[^/]+\.js$/)]);
  });
});

describe('after the first row', () => {
  it.each([
    ['popup.html', '[data-testid="page"]:not([aria-busy="true"])', 6],
    ['library.html', '[data-testid="facets"]', 3],
    ['reader.html', 'article', 0],
  ])('%s asks for a few files at most, whatever is in them', async (path, selector, most) => {
    const { context, url } = stage().session;
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await page.goto(url(path === 'reader.html' ? `${path}?id=${held.id}` : path));
    await page.waitForSelector(selector, { state: 'attached' });
    await page.waitForLoadState('networkidle');
    // The page, its script and its mark are what it began with.
    const later = asked.filter((file) => !file.endsWith('.html') && !file.endsWith('.png')).slice(1);
    expect(later.length, later.join('\n')).toBeLessThanOrEqual(most);
    await page.close();
  });
});
