import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import App from '../../../entrypoints/reader/App.svelte';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { changeSettings, readSettings } from '../../../lib/settings/settings.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { sampleKeeping } from '../../support/keepings.ts';

vi.mock('wxt/browser', () => {
  const held: Record<string, unknown> = {};
  const told = new Set<(changes: object, area: string) => void>();
  const local = {
    get: async () => structuredClone(held),
    set: async (items: Record<string, unknown>) => {
      Object.assign(held, structuredClone(items));
      for (const tell of told) tell(items, 'local');
    },
  };
  const onChanged = {
    addListener: (tell: () => void) => told.add(tell),
    removeListener: (tell: () => void) => told.delete(tell),
  };
  return { browser: { storage: { local, onChanged } } };
});
beforeEach(() => {
  allowDialogs();
  // jsdom lays nothing out.
  const watching = class {
    observe() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', watching);
  vi.stubGlobal('IntersectionObserver', watching);
});
afterEach(cleanup);

it('is shown in the script of the settings, and as kept again', async () => {
  const collection = emptyCollection();
  const kept = expectValue(
    await keepEssay(collection, sampleKeeping({ text: '党组织的历史', html: '<p>党组织的历史</p>' })),
  );
  render(App, { collection, id: kept.id, query: '', place: null });
  const body = await screen.findByTestId('reader-body');
  await expect.poll(() => body.textContent).toContain('党组织');
  const { appearance } = await readSettings();
  await changeSettings({ appearance: { ...appearance, script: 'traditional' } });
  // The converter, of a megabyte, is loaded first.
  const title = () => screen.getByTestId('reader-title').textContent;
  await expect.poll(title, { timeout: 15_000 }).toContain('縣域');
  await expect.poll(() => body.textContent).toContain('黨組織');
  await changeSettings({ appearance: { ...appearance, script: 'stored' } });
  await expect.poll(() => body.textContent).toContain('党组织');
});
