import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { speakIn } from '../../lib/settings/interface-language.ts';
import { readSettings } from '../../lib/settings/settings.ts';

/** Id of the entry that keeps the page. */
export const KEEP_ENTRY = 'keep-page';

/** Makes the entry of the context menu; the browser keeps it until the next update. */
export async function makeContextMenu(): Promise<void> {
  const { interfaceLanguage } = await readSettings();
  await speakIn(interfaceLanguage);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: KEEP_ENTRY,
    title: i18n.t('menuKeepPage'),
    contexts: ['page', 'frame', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
  });
}
