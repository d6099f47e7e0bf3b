import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

/** Firefox with the extension in it. */
export interface FirefoxSession {
  readonly browser: Browser;
  /** Address of a page of the extension. */
  readonly url: (path: string) => string;
  /** Folder that downloads go to; gone after closing. */
  readonly downloads: string;
  /** Makes it as it was at first: no tab, no download, and the extension installed anew, with nothing stored and nothing allowed. */
  readonly renew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FirefoxOptions {
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Port on this machine of the HTTP proxy that answers for every host. */
  readonly proxyPort: number;
}

/** Firefox's own name for the extension, from its manifest. */
async function addonId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** Starts headless Firefox with a new profile and installs the extension into it for as long as it runs. */
export async function launchFirefox({ executable, extension, proxyPort }: FirefoxOptions): Promise<FirefoxSession> {
  // Firefox draws the address of an extension's pages by lot; told beforehand, it can be known.
  const uuid = randomUUID();
  const id = await addonId(extension);
  const downloads = await mkdtemp(join(tmpdir(), 'wencun-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: true,
    // Lets the protocol open pages of the extension.
    args: ['--remote-allow-system-access'],
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // Installed again, it has the same address.
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': 'localhost',
      // Names of the sample's hosts are never looked up outside.
      'network.trr.mode': 5,
      'dom.security.https_first': false,
      // Nobody is there to press the browser's own question: what a press asks for is granted.
      'extensions.webextOptionalPermissionPrompts': false,
      // No process is held in reserve for the next page: nobody waits for one, and its start takes time of the processor.
      'dom.ipc.processPrelaunch.enabled': false,
      // Its own remote agent sets 0, and the first tab that cannot be unloaded then keeps a timer and half a core at work for good; 300 is
      // what readers have, and one that is not the default is left alone.
      'browser.tabs.remote.unloadDelayMs': 301,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  await browser.installExtension(extension).catch(async (problem) => {
    await browser.close();
    throw problem;
  });
  return {
    browser,
    url: (path) => `moz-extension://${uuid}/${path}`,
    downloads,
    renew: async () => {
      const [first, ...others] = await browser.pages();
      // Closed from without: a page that would ask its reader first is not asked.
      await Promise.all(others.map((page) => page.close({ runBeforeUnload: false })));
      await first?.goto('about:blank');
      await browser.uninstallExtension(id);
      for (const name of await readdir(downloads)) await rm(join(downloads, name), { recursive: true, force: true });
      await browser.installExtension(extension);
    },
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
