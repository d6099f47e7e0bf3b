import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';

/** The browser's own name for the API, inside functions that are sent to the extension's worker. */
declare const chrome: typeof browser;

/** Chromium with the extension in it. */
export interface ChromiumSession {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Connection to the browser itself, for what no page can do. */
  readonly cdp: CDPSession;
  /** Address of a page of the extension. */
  readonly url: (path: string) => string;
  /** The extension's service worker, started if the browser has stopped it. */
  readonly worker: () => Promise<Worker>;
  /** The number by which the extension knows a tab. */
  readonly tabId: (page: Page) => Promise<number>;
  /** Ends this Chromium and starts another with the same profile. */
  readonly restart: () => Promise<ChromiumSession>;
  readonly close: () => Promise<void>;
}

export interface ChromiumOptions {
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Value of `--host-resolver-rules`: which hosts are answered, and by whom. */
  readonly resolverRules: string;
  readonly headless: boolean;
  /** Language of the interface, e.g. `zh-CN`. */
  readonly language?: string;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** True where the page that greets a newcomer stays open. */
  readonly welcome?: boolean;
  /** Folder of the profile, which stays after closing; a new one otherwise, which goes. */
  readonly profile?: string;
}

/** What keeps Chromium from calling home, and lets an automated run see what a person at the toolbar would. */
const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The sample's https replay has a certificate of its own making.
  '--ignore-certificate-errors',
  // Lets the protocol press the toolbar button (`Extensions.triggerAction`).
  '--enable-unsafe-extension-debugging',
];

/**
 * What Chromium does for people and for itself, and takes time of the processor: pages of its own prepared behind the
 * toolbar, a process in reserve for the next page, pictures of tabs, guesses. Chromium heeds one such list, the last: after ours come
 * those of Playwright's that matter here, in whose place it stands.
 */
const unasked = [
  'GlobalMediaControls',
  'HistoryEmbeddings',
  'InitialWebUI',
  'OptimizationTargetPrediction',
  'PreloadTopChromeWebUI',
  'SegmentationPlatform',
  'SpareRendererForSitePerProcess',
  'TabHoverCardImages',
  'Translate',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/**
 * Nobody looks at a headless Chromium, so it does nothing unasked, and its own tabs and toolbar come and go at once; what a page moves
 * moves as ever. That it draws in its own process, too, ended one start of twelve.
 */
const headlessArguments = [`--disable-features=${unasked.join(',')}`, '--animation-duration-scale=0'];

/** Chromium's sandbox does not start for root. */
const sandboxArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

async function waitForWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 20_000 });
}

/** Starts Chromium with a new profile and the unpacked extension; `close` removes the profile. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  if (options.profile !== undefined) return startIn(options.profile, options, () => undefined);
  const profile = mkdtempSync(join(tmpdir(), 'wencun-chromium-'));
  // Chromium's last processes may still be writing when it says that it has closed.
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  // Playwright closes Chromium when this process is told to stop, and ends it then.
  process.once('exit', removeProfile);
  const session = await startIn(profile, options, () => {
    removeProfile();
    process.off('exit', removeProfile);
  });
  if (!options.welcome) await closeWelcome(session);
  return session;
}

async function startIn(profile: string, options: ChromiumOptions, removeProfile: () => void): Promise<ChromiumSession> {
  const language = options.language ?? 'zh-CN';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    headless: options.headless,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    // Chromium on Linux takes the language of its interface from the environment (LANGUAGE counts only beside a locale
    // that is not C), elsewhere from `--lang`.
    env: { ...process.env, LANGUAGE: language.replace('-', '_'), LC_ALL: `${language.replace('-', '_')}.UTF-8` },
    locale: language,
    args: [
      ...quietArguments,
      ...sandboxArguments(),
      ...(options.headless ? headlessArguments : []),
      `--lang=${language}`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      `--host-resolver-rules=${options.resolverRules}`,
    ],
  });
  context.setDefaultTimeout(10_000);

  const first = await waitForWorker(context);
  const cdp = await connectTo(context);
  const extensionId = new URL(first.url()).host;
  const worker = () => waitForWorker(context);
  return {
    context,
    extensionId,
    cdp,
    url: (path) => `chrome-extension://${extensionId}/${path}`,
    worker,
    tabId: async (page) => {
      await page.bringToFront();
      return (await worker()).evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1);
    },
    restart: async () => {
      await context.close();
      return startIn(profile, options, removeProfile);
    },
    close: async () => {
      await context.close();
      removeProfile();
    },
  };
}

/** Milliseconds that the welcome page may take to open after its extension was loaded. */
const GREETING = 5000;

/** Closes the page that greets a newcomer as soon as it has its address: to draw it would be work for nobody. */
async function closeWelcome({ cdp, url }: ChromiumSession): Promise<void> {
  const welcome = url('welcome.html');
  const opened = new Promise<string>((resolve) => {
    const hear = ({
      targetInfo,
    }: {
      readonly targetInfo: { readonly url: string; readonly targetId: string };
    }): void => {
      if (targetInfo.url === welcome) resolve(targetInfo.targetId);
    };
    cdp.on('Target.targetCreated', hear);
    cdp.on('Target.targetInfoChanged', hear);
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  const targetId = await Promise.race([opened, delay(GREETING, null, { ref: false })]);
  if (targetId === null) return;
  const gone = new Promise<void>((resolve) => {
    cdp.on('Target.targetDestroyed', (target) => target.targetId === targetId && resolve());
  });
  await cdp.send('Target.closeTarget', { targetId });
  await gone;
  await cdp.send('Target.setDiscoverTargets', { discover: false });
}

function connectTo(context: BrowserContext): Promise<CDPSession> {
  const browserItself = context.browser();
  if (browserItself === null) throw new Error('This Chromium gives no connection to the browser itself.');
  return browserItself.newBrowserCDPSession();
}
