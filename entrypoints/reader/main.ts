import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { isOwnId } from '../../lib/collection/subscriptions/foreign-id.ts';
import { forgetChanges } from '../../lib/collection/telling/forget-changes.ts';
import PrivateWindow from '../../lib/features/keep/PrivateWindow.svelte';
import { askToCopy } from '../../lib/messages/ask-to-copy.ts';
import { isPrivateWindow, openInNormalWindow } from '../../lib/settings/private-window.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';
import { placeInList, tellRead } from './bar/result-list.ts';

const target = document.querySelector('#app') ?? document.body;
// Not awaited: what is loaded later waits for the end of this script.
void (isPrivateWindow() ? showPrivate() : showEssay());

async function showPrivate(): Promise<void> {
  await dressPage(document.documentElement);
  mount(PrivateWindow, { target, props: { onopen: () => openInNormalWindow(location.href) } });
}

async function showEssay(): Promise<void> {
  const collection = openCollection();
  forgetChanges();
  // It opens while the settings are read; a failure is told by the first query.
  void collection.open().catch(() => {});
  await dressPage(document.documentElement);
  const address = new URLSearchParams(location.search);
  const id = address.get('id') ?? '';
  const query = address.get('q') ?? '';
  const list = address.get('list');
  tellRead(id, list, sessionStorage);
  if (!isOwnId(id)) {
    const { showTheirs } = await import('./theirs/show-theirs.ts');
    return showTheirs(target, collection, { id, query, place: placeInList(id, list, sessionStorage) });
  }
  mount(App, { target, props: { collection, id, query, place: placeInList(id, list, sessionStorage) } });
  askToCopy(collection);
}
