import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Sync from '../../../entrypoints/options/sync/Sync.svelte';
import { neverSynced, type SyncStatus } from '../../../lib/collection/sync-store/sync-status.ts';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import type { SyncView } from '../../../lib/features/sync/sync-view.svelte.ts';
import type { Looked, SyncWorld } from '../../../lib/features/sync/sync-world.ts';
import { allowDialogs } from '../../support/dialogs.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));
beforeEach(() => allowDialogs());
afterEach(cleanup);

const empty = { vault: null, lock: null, key: null, devices: [], bytes: { acts: 0, originals: 0, images: 0 } };
const handle = { name: '文献', kind: 'directory' } as FileSystemDirectoryHandle;
const target: SyncTarget = {
  kind: 'folder',
  handle,
  name: '文献',
  lock: null,
  key: null,
  device: '书房',
  wanted: ['acts'],
};

/** A browser in which folders are picked one after another; null for one that the reader thought better of. */
const folderWorld = (looked: () => Looked, picks: (FileSystemDirectoryHandle | null)[], granted = true) =>
  ({
    hasFolders: () => true,
    lookAtFolder: vi.fn(async () => undefined),
    pickFolder: async () => picks.shift() ?? null,
    allow: async () => granted,
    look: async () => looked(),
    essaysHere: async () => 320,
    begin: async () => undefined,
    syncNow: vi.fn(async () => undefined),
    stop: async () => undefined,
    leave: async () => undefined,
    change: async () => undefined,
  }) satisfies SyncWorld;
const viewOf = (target: SyncTarget | null, status: Partial<SyncStatus> = {}): SyncView => ({
  ...{ target, waiting: 0, others: [] },
  status: { ...neverSynced, ...status },
  follow: () => () => undefined,
});
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const chooseFolder = () =>
  fireEvent.click(screen.getByTestId('sync-kind').querySelector('[data-choice="folder"] input') ?? document.body);

it('is chosen, and says what the browser asks where nothing was: it tells a refusal from nobody’s choice in no way', async () => {
  render(Sync, { view: viewOf(null), world: folderWorld(() => succeed(empty), [null, handle]) });
  await chooseFolder();
  expect(screen.getByTestId('sync-folder-none').textContent).toBe('');
  await press('sync-folder');
  await vi.waitFor(() => expect(screen.getByTestId('sync-folder-none').textContent).toContain('请选“允许”'));
  await press('sync-folder');
  await vi.waitFor(() => expect(screen.getByTestId('sync-folder-name').textContent).toBe('文献'));
  expect(screen.getByTestId('sync-folder-none').textContent).toBe('');
});

it('is named in what is the matter with it, until another is chosen', async () => {
  const world = folderWorld(() => fail('no-folder', 'NotFoundError wencun'), [handle, { ...handle, name: '别的' }]);
  render(Sync, { view: viewOf(null), world });
  await chooseFolder();
  await press('sync-folder');
  await vi.waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('sync-test').disabled).toBe(false));
  await fireEvent.submit(screen.getByTestId('sync-connect'));
  expect((await screen.findByTestId('sync-failed')).textContent).toMatch(/找不到文件夹“文献”/);
  await press('sync-folder');
  await vi.waitFor(() => expect(screen.queryByTestId('sync-failed')).toBeNull());
});

it('is asked for again by one press, and says what to do where the browser refuses', async () => {
  const world = folderWorld(() => succeed(empty), [], false);
  render(Sync, {
    view: viewOf(target, { problem: { code: 'not-allowed', detail: '' } }),
    world,
  });
  expect(world.lookAtFolder).toHaveBeenCalled();
  await press('sync-allow');
  await vi.waitFor(() => expect(screen.getByTestId('sync-problem').textContent).toMatch(/“文献”.*再选一次/s));
  expect(world.syncNow).not.toHaveBeenCalled();
});
