import { browser } from 'wxt/browser';

/** What the page says of the program and of where it runs. */
export interface Facts {
  readonly version: string;
  /** Name and version of the browser, as far as it tells. */
  readonly browser: string;
  readonly system: string;
  /** Keys that keep a page, '' for none. */
  readonly shortcut: string;
}

/** Reads the facts; what the browser does not tell is left blank. */
export async function readFacts(): Promise<Facts> {
  const [commands, platform] = await Promise.all([
    browser.commands.getAll().catch(() => []),
    browser.runtime.getPlatformInfo().catch(() => null),
  ]);
  const [name = ''] = /(?:Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent) ?? [];
  return {
    version: browser.runtime.getManifest().version,
    browser: name.replace('Edg/', 'Edge/').replace('/', ' '),
    system: platform === null ? '' : `${platform.os} ${platform.arch}`,
    shortcut: commands.find((command) => command.name === 'keep-page')?.shortcut ?? '',
  };
}

/** Opens the browser's own page on which keys are changed. */
export async function openShortcuts(): Promise<void> {
  // Firefox has a call of its own for it (since 137), and closes its pages to addresses.
  if ('openShortcutSettings' in browser.commands && typeof browser.commands.openShortcutSettings === 'function')
    await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
