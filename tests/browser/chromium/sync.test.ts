import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantedExtension } from '../../../scripts/bench/sync/granted-extension.ts';
import { startCouch } from '../../../scripts/bench/sync/real-couch.ts';
import { programPath, type RealServer, startRclone } from '../../../scripts/bench/sync/real-dav.ts';
import { hasCouch } from '../../../scripts/setup/couch.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { davServer } from '../../support/sync/dav-server.ts';
import { builtExtension, type Stage, useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId, keepByPopup } from '../support/popup.ts';
import { selectWords } from '../support/select-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun-sync-'));
const server: { address: string; close: () => void | Promise<void> } = { address: '', close: () => undefined };
beforeAll(async () => {
  const rclone = programPath('rclone');
  Object.assign(server, rclone === null ? await davServer() : await startRclone(rclone));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const granted = (): string => grantedExtension(builtExtension('chrome'), folder);

/** What both must show alike. */
const facts = async (stage: Stage) => {
  const { essays } = await stage.stored();
  return essays.map(({ id, title, tags }) => ({ id, title, tags }));
};

interface Place {
  readonly kind: 'webdav' | 'couchdb';
  readonly address: string;
}
async function connectTo({ kind, address }: Place, stage: Stage, device: string): Promise<Page> {
  const page = await stage.open('options.html#sync');
  await page.locator(`${byId('sync-kind')} [data-choice="${kind}"]`).click();
  await page.locator(byId('sync-address')).fill(address);
  await page.locator(byId('sync-user')).fill('reader');
  await page.locator(byId('sync-password')).fill('app-password');
  await page.locator(byId('sync-device')).fill(device);
  await page.locator(byId('sync-test')).click();
  return page;
}
async function synced(page: Page): Promise<void> {
  await expect.poll(() => page.locator(byId('sync-last')).textContent()).toMatch(/上次同步.*没有待发送/);
  expect(await page.locator(byId('sync-problem')).count()).toBe(0);
}

describe('two computers with one WebDAV server', () => {
  const connect = (stage: Stage, device: string): Promise<Page> =>
    connectTo({ kind: 'webdav', address: server.address }, stage, device);
  const [study, dormitory] = [useChromium('zh-CN', granted), useChromium('zh-CN', granted)];

  it('shows on each what was kept and tagged on the other', async () => {
    const page = await study().visit(sampleUrls.essay('1101'));
    await keepByPopup(study(), page);
    const settings = await connect(study(), '书房');
    await settings.locator(byId('sync-first')).waitFor();
    expect(await settings.locator(byId('sync-first')).textContent()).toContain('本机：1 篇');
    await look(settings, 'sync-first');
    await settings.locator(byId('sync-begin')).click();
    await synced(settings);

    const other = await connect(dormitory(), '宿舍');
    await other.locator(byId('sync-first')).waitFor();
    expect(await other.locator(byId('sync-there')).textContent()).toContain('1 篇');
    await other.locator(byId('sync-begin')).click();
    await synced(other);
    const [essay] = await facts(dormitory());
    expect(essay?.title).toMatch(/\p{Script=Han}/u);

    const reader = await dormitory().open(`reader.html?id=${essay?.id}`);
    await reader.locator('article').first().waitFor();
    await reader.keyboard.press('t');
    await reader.locator(`${byId('tag-dialog')} input`).fill('待引用');
    await reader.locator(byId('tag-dialog-yes')).click();
    await expect.poll(() => reader.locator(byId('filed-tag')).textContent()).toBe('待引用');
    await other.locator(byId('sync-now')).click();
    await expect.poll(() => other.locator(byId('sync-last')).textContent()).toContain('没有待发送');

    const library = await study().open('library.html');
    await library.locator(byId('sync-line')).waitFor();
    await library.locator(byId('sync-now')).click();
    await expect.poll(() => library.locator(byId('library-row')).textContent()).toContain('待引用');
    await library.locator(`${byId('sync-line')} summary`).click();
    expect(await library.locator(byId('sync-devices')).textContent()).toMatch(/书房.*本机.*宿舍/s);
    await look(library, 'sync-line');
    expect(await facts(dormitory())).toEqual(await facts(study()));
  });

  it('reads on one what the other publishes, beside its own; takes it over; unsubscribes', async () => {
    const settings = await study().open('options.html#colleagues');
    await settings.locator(byId('publish-marks')).check();
    await settings.locator(byId('publish-begin')).click();
    await expect.poll(() => settings.locator(byId('published')).textContent()).toContain('已发布 1 篇');
    expect(await settings.locator(byId('hand-over')).textContent()).toContain('wencun-published');
    await look(settings, 'published');
    const page = await study().visit(sampleUrls.essay('1102'));
    const before = new Set((await facts(study())).map(({ id }) => id));
    await keepByPopup(study(), page);
    const kept = (await facts(study())).find(({ id }) => !before.has(id));
    const marked = await study().open(`reader.html?id=${kept?.id}`);
    await marked.locator(byId('reader-body')).waitFor();
    const words = await selectWords(marked, 8);
    await marked.keyboard.press('1');
    const painted = (reader: Page) => reader.evaluate(() => CSS.highlights.get('mark-yellow')?.size);
    await expect.poll(() => painted(marked)).toBe(1);
    await marked.close();
    await settings.bringToFront();
    await settings.locator(byId('publish-now')).click();
    await expect.poll(() => settings.locator(byId('published')).textContent()).toContain('已发布 2 篇');

    // The other reader is somebody else: what is published is read, and no more.
    const other = await dormitory().open('options.html#sync');
    await other.locator(byId('sync-leave')).click();
    await other.locator(byId('sync-leaving-yes')).click();
    await other.locator(byId('sync-connect')).waitFor();
    await other.locator(byId('subscribe-link')).fill(`${server.address.replace(/\/*$/, '')}/wencun-published`);
    await other.locator(`${byId('subscribe')} summary`).click();
    await other.locator(byId('subscribe-user')).fill('reader');
    await other.locator(byId('subscribe-password')).fill('app-password');
    await other.locator(byId('subscribe-look')).click();
    await expect.poll(() => other.locator(byId('subscribe-problem')).allTextContents()).toEqual([]);
    await other.locator(byId('subscribe-found')).waitFor();
    expect(await other.locator(byId('subscribe-found')).textContent()).toContain('“书房”在那里发布了 2 篇');
    await look(other, 'subscribe');
    await other.locator(byId('subscribe-name')).fill('李老师');
    await other.locator(byId('subscribe-begin')).click();
    await expect.poll(() => other.locator(byId('subscription')).textContent()).toMatch(/李老师.*2 篇.*更新/s);
    await look(other, 'subscriptions');

    const library = await dormitory().open('library.html');
    await library.locator(byId('whose')).waitFor();
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(3);
    await expect.poll(() => library.locator(byId('row-whose')).allTextContents()).toEqual(['李老师发布', '李老师发布']);
    await look(library, 'library-subscribed');
    await library.locator(`${byId('whose')} [data-choice="own"]`).click();
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(1);
    await library
      .locator(`${byId('whose')} label`)
      .last()
      .click();
    await expect.poll(() => library.locator(byId('library-row')).count()).toBe(2);
    await library
      .locator(`${byId('library-row')} [data-open]`)
      .first()
      .click();
    await library.locator(byId('whose-essay')).waitFor();
    expect(await library.locator(byId('whose-essay')).textContent()).toContain('李老师发布');
    await library.locator(`${byId('their-marks')} summary`).click();
    expect(await library.locator(byId('their-marks')).textContent()).toContain(words);
    await expect.poll(() => painted(library)).toBe(1);
    await library.locator(byId('original-toggle')).click();
    await library.locator(byId('original-frame')).waitFor();
    await look(library, 'reader-subscribed');
    await library.locator(byId('original-toggle')).click();
    await selectWords(library, 8);
    await library.locator(byId('mark-selection')).waitFor();
    await look(library, 'their-words');
    await library.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await library.keyboard.press('y');
    await expect.poll(() => library.evaluate(() => navigator.clipboard.readText())).toContain(words);
    await library.keyboard.press('r');
    await expect.poll(() => library.locator(byId('cite-preview')).textContent()).toMatch(/\p{Script=Han}.*\[/su);
    await library.locator(byId('cite-close')).click();
    await library.locator(byId('take')).click();
    await library.locator(byId('open-mine')).click();
    await library.locator(byId('provenance-toggle')).click();
    await expect.poll(() => library.locator(byId('reader')).textContent()).toContain('李老师，发布于 127.0.0.1');
    expect(await facts(dormitory())).toHaveLength(2);

    await other.locator(byId('unsubscribe')).click();
    await other.locator(byId('unsubscribing-yes')).click();
    await expect.poll(() => other.locator(byId('subscription')).count()).toBe(0);
    const again = await dormitory().open('library.html');
    await expect.poll(() => again.locator(byId('library-row')).count()).toBe(2);
    expect(await again.locator(byId('row-whose')).count()).toBe(0);
  });
});

// Where the server is not installed nothing can be said of it: `npm ci --prefix scripts/couch`.
describe.runIf(hasCouch())('two computers with one database of a server that speaks as CouchDB does', () => {
  const [study, dormitory] = [useChromium('zh-CN', granted), useChromium('zh-CN', granted)];
  const couch: { server: RealServer | null } = { server: null };
  beforeAll(async () => {
    couch.server = await startCouch();
  });
  afterAll(() => couch.server?.close());

  it('makes the database, shows on each what was kept on the other, and publishes into another database', async () => {
    const place: Place = { kind: 'couchdb', address: couch.server?.address ?? '' };
    await keepByPopup(study(), await study().visit(sampleUrls.essay('1101')));
    await keepByPopup(dormitory(), await dormitory().visit(sampleUrls.essay('1102')));
    const settings = await connectTo(place, study(), '书房');
    await settings.locator(byId('sync-begin')).click();
    await synced(settings);
    const other = await connectTo(place, dormitory(), '宿舍');
    await other.locator(byId('sync-first')).waitFor();
    expect(await other.locator(byId('sync-there')).textContent()).toContain('1 篇');
    await other.locator(byId('sync-begin')).click();
    await synced(other);
    expect(await other.locator(byId('sync-connected')).textContent()).toContain('CouchDB');
    await settings.locator(byId('sync-now')).click();
    await expect.poll(async () => (await facts(study())).length).toBe(2);
    expect(await facts(dormitory())).toEqual(await facts(study()));

    await settings.locator(byId('publish-begin')).click();
    await expect.poll(() => settings.locator(byId('published')).textContent()).toContain('已发布 2 篇');
    const address = `${place.address}wencun-published/`;
    expect(await settings.locator(byId('hand-over')).textContent()).toContain(address);
    await other.locator(byId('subscribe-link')).fill(address);
    await other.locator(`${byId('subscribe')} summary`).click();
    await other.locator(byId('subscribe-user')).fill('reader');
    await other.locator(byId('subscribe-password')).fill('app-password');
    await other.locator(byId('subscribe-look')).click();
    await other.locator(byId('subscribe-found')).waitFor();
    await other.locator(byId('subscribe-name')).fill('李老师');
    await other.locator(byId('subscribe-begin')).click();
    await expect.poll(() => other.locator(byId('subscription')).textContent()).toMatch(/李老师.*2 篇.*更新/s);
  });
});
