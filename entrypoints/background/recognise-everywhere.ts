import { browser } from 'wxt/browser';
import { archiveHosts, schoolHosts } from '../../lib/portals/granted-hosts.ts';
import { changeSettings, readSettings } from '../../lib/settings/settings.ts';

const SCRIPT = 'recognise-everywhere';
const EVERYWHERE = { origins: ['<all_urls>'] };

/**
 * Registers the prefilter for all sites while the reader wants that and the browser grants it, and not otherwise.
 * To be called whenever either may have changed, and after an update, which drops registered scripts.
 */
export function followRecogniseEverywhere(): Promise<void> {
  // One at a time: the setting and the permission change together, and registering twice is an error.
  return navigator.locks.request(SCRIPT, async () => {
    const { recogniseEverywhere } = await readSettings();
    const wanted = recogniseEverywhere && (await browser.permissions.contains(EVERYWHERE));
    const registered = (await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0;
    if (wanted && !registered) await register();
    if (!wanted && registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  });
}

/** Turns the setting off when the reader has taken the permission away in the browser. */
export async function forgetRecogniseEverywhere(): Promise<void> {
  if (!(await browser.permissions.contains(EVERYWHERE))) await changeSettings({ recogniseEverywhere: false });
  await followRecogniseEverywhere();
}

function register(): Promise<void> {
  return browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      js: ['/prefilter.js'],
      matches: EVERYWHERE.origins,
      // There the static script runs already.
      excludeMatches: [...schoolHosts, ...archiveHosts],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}
