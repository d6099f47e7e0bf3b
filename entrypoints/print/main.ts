import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { printedIds } from '../../lib/features/export/print-address.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';

await dressPage(document.documentElement);

mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: { collection: openCollection(), ids: printedIds(location.hash) },
});
