import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { openCollection } from '../../lib/collection/collection.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';

await dressPage(document.documentElement);
const commands = await browser.commands.getAll().catch(() => []);
const shortcut = commands.find(({ name }) => name === 'keep-page')?.shortcut || 'Alt+Shift+S';
mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: { collection: openCollection(), shortcut },
});
