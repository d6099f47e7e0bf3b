import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Id of the entry that keeps the page. */
export const KEEP_ENTRY = 'keep-page';

/** Makes the entry of the context menu; the browser keeps it until the next update. */
export async function makeContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: KEEP_ENTRY,
    title: i18n.t('menuKeepPage'),
    contexts: ['page', 'frame', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  });
}
