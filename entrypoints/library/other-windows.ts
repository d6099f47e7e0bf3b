import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** The extension's own tabs, this one apart, by their titles: one of them may hold an older version of the collection open. */
export async function otherWindows(): Promise<readonly string[]> {
  const own = await browser.tabs.getCurrent();
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] }).catch(() => []);
  const others = contexts.filter(({ tabId }) => tabId >= 0 && tabId !== own?.id);
  return Promise.all(
    others.map(async ({ tabId, documentUrl = '' }) => {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      return tab?.title || new URL(documentUrl).pathname || i18n.t('actionTitleQuiet');
    }),
  );
}
