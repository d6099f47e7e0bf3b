import { browser } from 'wxt/browser';

/**
 * Closes the settings to content scripts, which share their process with a page: only the extension's own pages and background
 * read and change them. Firefox has no such levels (ESR 153): what is dangerous there is not in the settings. The browser remembers it, but a
 * new profile or an update may not.
 */
export function closeSettingsToPages(): void {
  const { local } = browser.storage;
  if (!('setAccessLevel' in local)) return;
  void local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
