import { browser } from 'wxt/browser';

/**
 * Asks the reader for the host of an address; true when it is granted. Browsers show the question only within a press,
 * so nothing may be awaited before this is called.
 */
export function askForHost(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}
