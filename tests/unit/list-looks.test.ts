import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeListLooks, readListLooks } from '../../lib/settings/list-looks.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

beforeEach(() => fakeBrowser.reset());

const first = { listShape: 'comfortable', tableColumns: ['authors', 'publishedOn', 'institution', 'length'] };

it('are as they first were until others are chosen, and are remembered one by one', async () => {
  expect(await readListLooks()).toEqual(first);
  await changeListLooks({ listShape: 'table' });
  await changeListLooks({ tableColumns: ['tags'] });
  expect(await readListLooks()).toEqual({ listShape: 'table', tableColumns: ['tags'] });
});

it('are as they first were where what is stored cannot be read', async () => {
  await fakeBrowser.storage.local.set({ listShape: 'heap', tableColumns: ['authors', 'weight'] });
  expect(await readListLooks()).toEqual(first);
});
