import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import GivenCopy from '../../../entrypoints/reader/panels/archives/GivenCopy.svelte';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { type Ask, newAsk } from '../../../lib/queue-plan/ask.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';

vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));
vi.mock('../../../lib/settings/host-access.ts', () => ({ askForSaving: async () => true }));
afterEach(() => document.body.replaceChildren());

async function show(change: Partial<Ask> | null, row: Partial<EssayRow> = {}, granted = true) {
  const store = openArchiveStore(`archives-${crypto.randomUUID()}`);
  const [essay] = essayRows(['a']);
  if (essay === undefined) throw new Error('no row');
  if (change !== null) await store.asks.put({ ...newAsk(essay.id, essay.originalUrl), ...change });
  const actions = {
    grantSaving: vi.fn(async () => granted),
    askToSave: vi.fn(async () => undefined),
    grant: async () => granted,
  };
  const collection = emptyCollection();
  render(GivenCopy, { collection, row: { ...essay, ...row }, store, actions });
  const section = await screen.findByTestId('given-copy');
  const state = change?.state ?? 'none';
  if (!row.givenCopy) await vi.waitFor(() => expect(section.dataset['state']).toBe(state));
  return { section, actions, id: essay.id };
}

it('offers to ask where nobody has, and asks once the archive is granted', async () => {
  const { actions, id } = await show(null);
  await fireEvent.click(screen.getByTestId('ask-to-save'));
  await vi.waitFor(() => expect(actions.askToSave).toHaveBeenCalledWith(id));
});

it('says so where the archive is not granted, and asks nothing', async () => {
  const { actions } = await show(null, {}, false);
  await fireEvent.click(screen.getByTestId('ask-to-save'));
  expect((await screen.findByRole('alert')).textContent).toContain('web.archive.org');
  expect(actions.askToSave).not.toHaveBeenCalled();
});

it('never tells what was asked for as saved', async () => {
  const { section } = await show({ state: 'asked', job: 'j' });
  expect(section.textContent).toContain('是否存好还不知道');
  expect(screen.queryByTestId('ask-to-save')).toBeNull();
});

it('tells why it failed, and lets it be asked for again', async () => {
  const { section } = await show({ state: 'failed', reason: 'save-blocked-url' });
  expect(section.textContent).toContain('不收这个网站');
  expect(screen.getByTestId('ask-to-save').textContent).toContain('再请一次');
});

it('leads to the copy once its address is known', async () => {
  const url = 'https://web.archive.org/web/20260503080010/http://a.example/';
  await show(null, { givenCopy: { archive: 'wayback', url, capturedAt: '2026-05-03T08:00:10Z' } });
  expect(screen.getByRole('link').getAttribute('href')).toBe(url);
});
