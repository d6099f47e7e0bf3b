import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { openCollection } from '../../lib/collection/collection.ts';
import { readNewest } from '../../lib/collection/newest-rows.ts';
import { askSurely } from '../../lib/messages/ask-surely.ts';
import { type ImageProgress, onMessage, type PageProgress, sendMessage } from '../../lib/messages/protocol.ts';
import { openSearch } from '../../lib/search/open-search.ts';
import { isPrivateWindow } from '../../lib/settings/private-window.ts';
import { afterPaint } from '../../lib/ui/after-paint.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';
import { createKeep } from './keep.ts';

/** The tab that the popup is about: the one it opened over, or the one that `?tab=` names when it is opened by itself. */
async function tabAtHand() {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** The keys that keep a page, as the browser writes them; '' when there are none. */
async function shortcutInUse(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name !== '_execute_action')?.shortcut ?? '';
}

const collection = openCollection();
// It opens while the settings are read; a failure is told by the first query.
void collection.open().catch(() => {});
const newest = isPrivateWindow() ? Promise.resolve([]) : readNewest(collection);

const [tab, shortcut] = await Promise.all([tabAtHand(), shortcutInUse(), dressPage(document.documentElement)]);
const tabId = tab?.id ?? -1;

const keeping = createKeep(tab ?? {});

const target = document.querySelector('#app') ?? document.body;
target.replaceChildren();
mount(App, {
  target,
  props: {
    collection,
    newest,
    search: openSearch,
    tabTitle: tab?.title ?? '',
    tabUrl: /^https?:/.test(tab?.url ?? '') ? (tab?.url ?? '') : '',
    isPrivate: isPrivateWindow(),
    shortcut,
    actions: {
      describe: () => askSurely(() => sendMessage('describePage', { tabId })).finally(keeping.ready),
      offer: () => sendMessage('offerColumn', { tabId }),
      keep: keeping.keep,
      onImages: (tell: (progress: ImageProgress) => void) =>
        onMessage('keepingImages', ({ data }) => {
          if (data.tabId === tabId) tell(data);
        }),
      onProgress: (tell: (progress: PageProgress) => void) =>
        onMessage('readingPage', ({ data, sender }) => {
          if (sender.tab?.id === tabId) tell(data);
        }),
    },
  },
});

// What the popup changes is copied by the background; nothing of that is needed before the page is shown.
if (!isPrivateWindow()) void copyWhenPainted();

async function copyWhenPainted(): Promise<void> {
  await newest;
  await afterPaint();
  const { askToCopy } = await import('./late.ts');
  askToCopy(collection);
}

// Firefox leaves the popup open over a page that it has opened; Chrome closes it by itself.
if (import.meta.env.FIREFOX && !location.search)
  target.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[target="_blank"]')) setTimeout(() => window.close());
  });
