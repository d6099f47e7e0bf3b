import { browser } from 'wxt/browser';

/**
 * Asks the reader for the host of an address; true when it is granted. Browsers show the question only within a press,
 * so nothing may be awaited before this is called.
 */
export function askForHost(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}

/** The host of the Wayback Machine, where pages are handed in to be saved. */
export const SAVE_ORIGIN = '*://web.archive.org/*';

/** Asks the reader for it; true when it is granted. To be called within a press, before anything is awaited. */
export const askForSaving = (): Promise<boolean> => browser.permissions.request({ origins: [SAVE_ORIGIN] });

/** The hosts of known schools and archives, as the manifest names them: a reader, or a browser, may withhold them. */
export const knownOrigins = (): string[] => [...(browser.runtime.getManifest().host_permissions ?? [])];

/** True when all known hosts may be read, so that pages are recognised by themselves. */
export const hasKnownHosts = (): Promise<boolean> => browser.permissions.contains({ origins: knownOrigins() });

/** Asks for all known hosts at once; true when they are granted. To be called within a press, before anything is awaited. */
export const askForKnownHosts = (): Promise<boolean> => browser.permissions.request({ origins: knownOrigins() });

/** The computer itself, by which Zotero is asked too: a permission knows no port. */
const OWN_COMPUTER = '127.0.0.1';

/** Gives the host of an address back, unless the manifest itself names it, or a program of this computer may be asked by it (Zotero). */
export async function forgetHost(address: string): Promise<void> {
  const { protocol, hostname } = new URL(address);
  if (hostname === OWN_COMPUTER) return;
  await browser.permissions.remove({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
}

/** Calls back whenever a permission was given or taken away. Gives the function that stops it. */
export function watchPermissions(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** True when the host of an address is granted. */
export async function hasHost(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Asks the reader for hosts by their match patterns; true when they are granted. To be called within a press, before anything is awaited. */
export const askForOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] });
