import { mount } from 'svelte';
import { openCollection } from '../../lib/collection/collection.ts';
import { printedIds } from '../../lib/features/export/print-address.ts';
import PrivateWindow from '../../lib/features/keep/PrivateWindow.svelte';
import { isPrivateWindow, openInNormalWindow } from '../../lib/settings/private-window.ts';
import { dressPage } from '../../lib/ui/page-theme.ts';
import App from './App.svelte';

await dressPage(document.documentElement);

const target = document.querySelector('#app') ?? document.body;
if (isPrivateWindow()) mount(PrivateWindow, { target, props: { onopen: () => openInNormalWindow(location.href) } });
else mount(App, { target, props: { collection: openCollection(), ids: printedIds(location.hash) } });
