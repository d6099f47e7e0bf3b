import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { openCollection } from '../../lib/collection/collection.ts';
import { askForPersistence } from '../../lib/collection/persistence.ts';
import { forgetChanges } from '../../lib/collection/telling/forget-changes.ts';
import { tellInSpans } from '../../lib/collection/telling/tell-in-spans.ts';
import PrivateWindow from '../../lib/features/keep/PrivateWindow.svelte';
import { askToCopy } from '../../lib/messages/ask-to-copy.ts';
import { openSearch } from '../../lib/search/open-search.ts';
import { readListLooks } from '../../lib/settings/list-looks.ts';
import { isPrivateWindow, openInNormalWindow } from '../../lib/settings/private-window.ts';
import { afterFirst } from '../../lib/ui/after-paint.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import { firstRows } from './first-rows.ts';
import Library from './Library.svelte';
import { queueActions } from './queue/queue-actions.ts';
import { routeOf, waitsForSearch } from './route.svelte.ts';

const target = document.querySelector('#app') ?? document.body;
// Not awaited: what is loaded later waits for the end of this script.
void (isPrivateWindow() ? showPrivate() : showLibrary());

async function showPrivate(): Promise<void> {
  await dressPage(document.documentElement);
  mount(PrivateWindow, { target, props: { onopen: () => openInNormalWindow(location.href) } });
}

async function showLibrary(): Promise<void> {
  const waits = waitsForSearch(routeOf(location.search));
  const search = openSearch('', waits);
  const collection = openCollection();
  // Files, backups and acts on what was chosen write many rows at once.
  tellInSpans(collection);
  forgetChanges();
  // It opens while the settings are read; a failure is told by the first query.
  void collection.open().catch(() => {});
  const first = firstRows(collection, waits);
  const [commands, listLooks] = await Promise.all([
    browser.commands.getAll(),
    readListLooks().catch(() => null),
    dressPage(document.documentElement),
    search.awake,
  ]);
  const shortcut = commands.find((command) => command.name !== '_execute_action')?.shortcut || 'Alt+Shift+S';
  mount(Library, { target, props: { collection, first, search, queueActions, shortcut, listLooks } });
  await afterFirst(first.there);
  askToCopy(collection);
  // The collection outlives a full disk only where the browser was asked to keep it.
  void askForPersistence();
  const { checkWhenIdle, fillWhenIdle } = await import('./late.ts');
  fillWhenIdle(collection);
  checkWhenIdle(collection);
}
