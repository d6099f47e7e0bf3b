import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';
import { readFacts } from './facts.ts';

await dressPage(document.documentElement);
const facts = await readFacts();
mount(App, { target: document.querySelector('#app') ?? document.body, props: { collection: openCollection(), facts } });
// The parts were not there yet when the browser looked for the one that the address names.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
