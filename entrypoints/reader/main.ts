import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { dressPage } from '../../lib/ui/dress-page.ts';
import App from './App.svelte';

await dressPage(document.documentElement);

const address = new URLSearchParams(location.search);

mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: { collection: openCollection(), id: address.get('id') ?? '', query: address.get('q') ?? '' },
});
