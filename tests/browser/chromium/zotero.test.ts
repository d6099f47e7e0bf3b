import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { type StandIn, serveZotero } from '../../support/zotero/stand-in.ts';
import { emptyState, type StandInOptions, type StandInState } from '../../support/zotero/state.ts';
import { builtExtension, type Stage, useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup, pressToolbar } from '../support/popup.ts';

/** Where Zotero listens, and the extension looks for it. */
const PORT = 23119;

const folder = mkdtempSync(join(tmpdir(), 'wencun-zotero-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built extension, with the permission that no automated run can grant. */
function granted(): string {
  cpSync(builtExtension('chrome'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('http://127.0.0.1/*');
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

const running: StandIn[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

async function zotero(options: Partial<StandInOptions> = {}): Promise<StandInState> {
  const state = emptyState(options);
  running.push(await serveZotero(state, PORT));
  return state;
}

const dialog = (stage: string): string => `${byId('zotero')}[data-stage="${stage}"]`;
const itemsIn = ({ objects }: StandInState) =>
  [...objects.values()].filter(({ data }) => !data['parentItem']).map(({ data }) => data);

async function keep(stage: Stage, numbers: readonly string[]): Promise<Page> {
  const { essays } = await stage.stored();
  for (const url of numbers.map(sampleUrls.essay)) {
    if (essays.some(({ originalUrl }) => originalUrl === url)) continue;
    const page = await stage.visit(url);
    await keepByPopup(stage, page);
    await page.close();
  }
  return stage.open('library.html');
}

describe('with access to this computer', () => {
  const stage = useChromium('zh-CN', granted);

  it('sends the essay that was just kept from the popup', async () => {
    const state = await zotero({ selected: 'C3' });
    const page = await stage().visit(sampleUrls.essay('1101'));
    const popup = await pressToolbar(stage(), page);
    await popup.press('keep');
    await popup.expectState('kept');
    await popup.press('zotero-open');
    await popup.waitFor(dialog('ready'));
    await popup.press('zotero-start');
    await popup.waitFor(dialog('done'));
    await popup.close();
    await page.close();
    const [item, ...others] = itemsIn(state);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ itemType: 'webpage', place: 'C3', title: expect.stringMatching(/\p{Script=Han}/u) });
    const [text, original] = [...state.files.values()];
    expect(String(text?.bytes)).toContain(`<h1>${item?.['title']}</h1>`);
    expect(original?.bytes.length).toBeGreaterThan(1000);
  });

  it('asks before those that were sent would be there twice', async () => {
    const state = await zotero();
    const library = await keep(stage(), ['1101', '1103', '1104']);
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(3);
    for (const at of [0, 1, 2]) await library.locator('[data-pick]').nth(at).click();
    await library.locator(byId('zotero-chosen')).click();
    await library.locator(dialog('ready')).waitFor();
    expect(await library.locator(byId('zotero-before')).textContent()).toContain('1 篇送过');
    await look(library, 'zotero-before');
    await library.locator(byId('zotero-start')).click();
    await library.locator(dialog('done')).waitFor();
    expect(itemsIn(state)).toHaveLength(2);
    await library.close();
  });

  it('brings an essay up to date in Zotero 10, from the reader', async () => {
    const state = await zotero({ version: '10.0.0', localApi: 'open' });
    const { essays } = await stage().stored();
    const reader = await stage().open(`reader.html?id=${essays[0]?.id}`);
    const send = async () => {
      await reader.locator(byId('zotero-open')).click();
      await reader.locator(dialog('ready')).waitFor();
      await look(reader, 'zotero-reader');
      await reader.locator(byId('zotero-start')).click();
      await reader.locator(dialog('done')).waitFor();
      const told = await reader.locator(byId('zotero-done')).textContent();
      await look(reader, 'zotero-done');
      await reader.locator(byId('zotero-close')).click();
      return told;
    };
    expect(await send()).toContain('送入了 1 篇');
    expect(await send()).toContain('更新了 1 篇');
    expect(itemsIn(state)).toHaveLength(1);
    expect(state.keys.size).toBe(1);
    expect([...state.files.values()].map(({ name }) => name.replace(/^.* /, ''))).toContain('原始网页.html');
    await reader.close();
  });

  it('says that no Zotero runs, and what to do', async () => {
    const { essays } = await stage().stored();
    const reader = await stage().open(`reader.html?id=${essays[0]?.id}`);
    await reader.locator(byId('zotero-open')).waitFor();
    await reader.keyboard.press('z');
    await reader.locator(dialog('barred')).waitFor();
    expect(await reader.locator(byId('zotero-problem')).textContent()).toContain('请打开 Zotero');
    await look(reader, 'zotero-none');
    await reader.close();
  });
});

describe('without access to this computer', () => {
  const stage = useChromium();

  it('asks for it when it is first used, and not before', async () => {
    const state = await zotero();
    const library = await keep(stage(), ['1101']);
    await library.locator('[data-pick]').first().click();
    await library.locator(byId('zotero-chosen')).click();
    await library.locator(dialog('not-allowed')).waitFor();
    await look(library, 'zotero-permission');
    expect(state.log).toEqual([]);
    await library.close();
  });
});
