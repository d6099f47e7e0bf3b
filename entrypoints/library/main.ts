import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { openCollection } from '../../lib/collection/collection.ts';
import { askForPersistence } from '../../lib/collection/persistence.ts';
import PrivateWindow from '../../lib/features/keep/PrivateWindow.svelte';
import { askToCopy } from '../../lib/messages/ask-to-copy.ts';
import { openSearch } from '../../lib/search/open-search.ts';
import { isPrivateWindow, openInNormalWindow } from '../../lib/settings/private-window.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import { checkWhenIdle } from './check-when-idle.ts';
import { fingerprintWhenIdle } from './fingerprint-when-idle.ts';
import Library from './Library.svelte';
import { queueActions } from './queue/queue-actions.ts';

const target = document.querySelector('#app') ?? document.body;
if (isPrivateWindow()) {
  await dressPage(document.documentElement);
  mount(PrivateWindow, { target, props: { onopen: () => openInNormalWindow(location.href) } });
} else await showLibrary();

async function showLibrary(): Promise<void> {
  const collection = openCollection();
  // It opens while the settings are read; a failure is told by the first query.
  void collection.open().catch(() => {});
  const [commands] = await Promise.all([browser.commands.getAll(), dressPage(document.documentElement)]);
  const shortcut = commands.find((command) => command.name !== '_execute_action')?.shortcut || 'Alt+Shift+S';
  mount(Library, { target, props: { collection, search: openSearch(), queueActions, shortcut } });
  askToCopy(collection);
  // The collection outlives a full disk only where the browser was asked to keep it.
  void askForPersistence();
  fingerprintWhenIdle(collection);
  checkWhenIdle(collection);
}
