import 'fake-indexeddb/auto';
import { afterAll, expect, it, vi } from 'vitest';
import { changeStatus, neverSynced, readStatus, writeStatus } from '../../../lib/collection/sync-store/sync-status.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { type SyncTarget, writeTarget } from '../../../lib/collection/sync-store/target.ts';
import { lookAtFolder } from '../../../lib/features/sync/look-at-folder.ts';

const store = openSyncStore(`test-${crypto.randomUUID()}`);
afterAll(() => store.close());
const common = { lock: null, key: null, device: '书房', wanted: ['acts' as const] };
/** A database keeps no functions: a handle is what says that it is a folder. */
const folder: SyncTarget = {
  ...{ kind: 'folder', name: '文献', ...common },
  handle: { kind: 'directory', name: '文献' } as FileSystemDirectoryHandle,
};
const server: SyncTarget = { kind: 'webdav', address: 'https://dav.example/w/', user: 'u', password: 'p', ...common };

async function problemAfter(target: SyncTarget | null, code: 'full' | 'not-allowed' | null, allowed: boolean) {
  await writeTarget(store, target);
  await writeStatus(store, { ...neverSynced, problem: code === null ? null : { code, detail: '' } });
  const syncNow = vi.fn(async () => undefined);
  await lookAtFolder(store, { isAllowed: async () => allowed, syncNow });
  return [(await readStatus(store)).problem?.code ?? null, syncNow.mock.calls.length];
}

it('tells at once where the browser took the folder back, whatever was the matter before', async () => {
  expect(await problemAfter(folder, null, false)).toEqual(['not-allowed', 0]);
  expect(await problemAfter(folder, 'full', false)).toEqual(['not-allowed', 0]);
  expect(await problemAfter(folder, 'not-allowed', false)).toEqual(['not-allowed', 0]);
});

it('goes on where the browser gave it back by itself, and is silent where all is well', async () => {
  expect(await problemAfter(folder, 'not-allowed', true)).toEqual(['not-allowed', 1]);
  expect(await problemAfter(folder, 'full', true)).toEqual(['full', 0]);
  expect(await problemAfter(folder, null, true)).toEqual([null, 0]);
});

it('is of folders alone, and leaves a sync that runs, and a store that cannot be read', async () => {
  expect(await problemAfter(server, null, false)).toEqual([null, 0]);
  expect(await problemAfter(null, null, false)).toEqual([null, 0]);
  await writeTarget(store, folder);
  await changeStatus(store, { running: { requests: 1, received: 0, sent: 0 } });
  await lookAtFolder(store, { isAllowed: async () => false, syncNow: async () => undefined });
  expect((await readStatus(store)).problem).toBeNull();
  await lookAtFolder(store, { isAllowed: () => Promise.reject(new Error('gone')), syncNow: async () => undefined });
  expect((await readStatus(store)).problem).toBeNull();
});
