import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { builtExtension, useChromium } from '../support/chromium.ts';
import { eventNames, nothing, readRecord, recordPage } from '../support/page-recorder.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';

const stage = useChromium();

/** Opens a page in which the recorder is set up before any script of ours. */
async function visitRecorded(url: string): Promise<Page> {
  const page = await stage().session.context.newPage();
  const id = new URL(stage().session.url('')).hostname;
  // Before the page's own scripts: what these do to it is recorded, so it has to be done by then.
  await page.addInitScript(`addEventListener('load', () => (${recordPage})(${JSON.stringify(eventNames(id))}))`);
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

const requestsOf = (url: string): number => stage().portal.requests.filter((asked) => asked === url).length;

describe('a page in Chromium', () => {
  it('learns nothing when it is looked at and recognised', async () => {
    const page = await visitRecorded(sampleUrls.essay('1103'));
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    expect(await page.evaluate(readRecord)).toEqual(nothing);
    await page.close();
  });

  it('learns nothing when it is kept, nor does its site, and the bytes are as served', async () => {
    const url = sampleUrls.essay('1104');
    const page = await visitRecorded(url);
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    const asked = stage().portal.requests.length;
    await keepByPopup(stage(), page);
    expect(await page.evaluate(readRecord)).toEqual(nothing);
    expect(stage().portal.requests.slice(asked)).toEqual([]);
    expect(requestsOf(url)).toBe(1);
    expect((await stage().stored()).captures.map(({ originalForm }) => originalForm)).toEqual(['served']);
    await page.close();
  });

  it('learns nothing when its column is looked for', async () => {
    const page = await visitRecorded(sampleUrls.column(1));
    const popup = await pressToolbar(stage(), page);
    await popup.waitFor(byId('column'));
    expect(await page.evaluate(readRecord)).toEqual(nothing);
    await popup.close();
    await page.close();
  });

  it('gives who takes its content script over no settings, no database and no other powers', async () => {
    const page = await visitRecorded(sampleUrls.essay('1103'));
    await expect.poll(() => stage().badge(page)).toMatchObject({ text: '文' });
    const cdp = await stage().session.context.newCDPSession(page);
    const worlds: { readonly id: number; readonly origin: string }[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await cdp.send('Runtime.enable');
    const ours = worlds.find(({ origin }) => stage().session.url('').startsWith(origin));
    const { result } = await cdp.send('Runtime.evaluate', {
      contextId: ours?.id ?? -1,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => {
        const area = async (name) => chrome.storage[name].get().then((all) => Object.keys(all), () => 'refused');
        const databases = await indexedDB.databases().then((all) => all.map(({ name }) => name));
        return {
          local: await area('local'), session: await area('session'), databases,
          powers: ['tabs', 'scripting', 'downloads', 'permissions', 'cookies', 'action'].flatMap((name) =>
            Object.keys(chrome[name] ?? {}).filter((key) => typeof chrome[name][key] === 'function')),
        };
      })()`,
    });
    expect(result.value).toEqual({ local: 'refused', session: 'refused', databases: [], powers: [] });
    await cdp.detach();
    await page.close();
  });

  it('can load no file of the extension', async () => {
    const page = await visitRecorded(sampleUrls.home);
    const files = readdirSync(builtExtension('chrome'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.\w+$/.test(file),
    );
    const loaded = await page.evaluate(
      async (addresses) => {
        const tries = addresses.map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        );
        return (await Promise.all(tries)).filter((address) => address !== null);
      },
      files.map((file) => stage().session.url(file)),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(loaded).toEqual([]);
    await page.close();
  });
});

describe('what runs in pages', () => {
  it.each(['prefilter', 'recognise', 'clip', 'column'])('says nothing into the page: %s', (name) => {
    const source = readFileSync(join(builtExtension('chrome'), `${name}.js`), 'utf8');
    expect(source).not.toMatch(
      /\bpostMessage\b|\bdispatchEvent\b|\bCustomEvent\b|\bBroadcastChannel\b|\blocalStorage\b|\bsessionStorage\b|\bdocument\.cookie\b/,
    );
  });
});
