import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { askToCopy } from '../../lib/messages/ask-to-copy.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';
import { placeInList } from './bar/result-list.ts';

const collection = openCollection();
askToCopy(collection);
// It opens while the settings are read; a failure is told by the first query.
void collection.open().catch(() => {});

await dressPage(document.documentElement);

const address = new URLSearchParams(location.search);

const id = address.get('id') ?? '';

mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: {
    collection,
    id,
    query: address.get('q') ?? '',
    place: placeInList(id, address.get('list'), sessionStorage),
  },
});
