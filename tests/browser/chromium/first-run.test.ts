import { describe, expect, it } from 'vitest';
import { launchChromium } from '../../../scripts/browsers/chromium.ts';
import { findChromium } from '../../../scripts/setup/chromium.ts';
import { builtExtension, useChromium } from '../support/chromium.ts';
import { look } from '../support/looks.ts';
import { byId } from '../support/popup.ts';

const stage = useChromium();

it('greets whoever installs it, and no other time', async () => {
  const session = await launchChromium({
    executable: findChromium()?.path ?? '',
    extension: builtExtension('chrome'),
    resolverRules: '',
    headless: true,
    welcome: true,
  });
  const greeting = () => session.context.pages().filter((page) => page.url() === session.url('welcome.html'));
  await expect.poll(() => greeting().length, { timeout: 10_000 }).toBe(1);
  await session.close();
});

describe('the first five minutes, by keyboard alone', () => {
  it('lead from the welcome page to an essay that is kept and read', async () => {
    const page = await stage().open('welcome.html');
    await page.locator(`${byId('host-access')}[data-state="granted"]`).waitFor();
    await look(page, 'welcome');
    await page.locator(byId('sample-keep')).focus();
    await page.keyboard.press('Enter');
    await page.locator(byId('sample-read')).waitFor();
    // The focus is on what comes next.
    await page.keyboard.press('Enter');
    await page.locator(byId('reader-body')).waitFor();
    expect(await page.locator(byId('reader-title')).textContent()).toBe('从一张借书卡看读书风气');
    // A page that is closed writes no more.
    await expect
      .poll(async () => (await stage().stored()).essays.map(({ readState }) => readState))
      .toEqual(['reading']);
    await page.close();
    const library = await stage().open('library.html');
    await library.locator(byId('read-state')).getByText('在读').waitFor();
    await library.close();
  });
});

describe('the settings', () => {
  it('are all at one address, and hold for the pages', async () => {
    const options = await stage().open('options.html');
    await options.locator(byId('letter-keys')).waitFor();
    await look(options, 'options');
    await options.locator(byId('report')).click();
    expect(await options.locator(byId('report-text')).inputValue()).toMatch(/wencun: \d/);
    await options.locator(byId('letter-keys')).click();
    await expect.poll(() => options.locator(byId('letter-keys')).isChecked()).toBe(false);

    const library = await stage().open('library.html');
    await library.locator(byId('library-row')).locator('[data-open]').first().focus();
    await library.keyboard.press('t');
    await library.locator(byId('keys-open')).click();
    await library.locator(byId('keys')).waitFor();
    expect(await library.locator(byId('tag-dialog')).count()).toBe(0);
    await library.keyboard.press('Escape');

    await options.locator(byId('letter-keys')).click();
    await expect.poll(() => options.locator(byId('letter-keys')).isChecked()).toBe(true);
    await library.locator(byId('library-row')).locator('[data-open]').first().focus();
    await library.keyboard.press('Shift+?');
    await library.locator(byId('keys-card')).waitFor();
    await look(library, 'library-keys');
    await library.close();

    await options.locator(byId('interface-language')).selectOption('en');
    await options.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await options.locator('html').getAttribute('lang')).toBe('en-GB');
    await options.locator(byId('interface-language')).selectOption('zh_TW');
    await options.getByRole('heading', { name: '設定', level: 1 }).waitFor();
    await options.locator(byId('interface-language')).selectOption('');
    await options.getByRole('heading', { name: '设置', level: 1 }).waitFor();
    await options.close();
  });
});
