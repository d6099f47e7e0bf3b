import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { isSyncOn } from '../../../lib/collection/sync/switch.ts';
import { openSyncStore } from '../../../lib/collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget, writeTarget } from '../../../lib/collection/sync-store/target.ts';
import { browserSync } from '../../../lib/features/sync/sync-world.ts';
import { forgetHost } from '../../../lib/settings/host-access.ts';
import { collectionDevice } from '../../support/sync/collection-device.ts';

vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));
vi.mock('../../../lib/settings/host-access.ts', () => ({ askForHost: async () => true, forgetHost: vi.fn() }));

const place = (address: string): SyncTarget => ({
  ...{ kind: 'webdav', address, user: 'me', password: 'p', lock: null, key: null, device: '书房', wanted: ['acts'] },
});

it('leaves the place before when the new one is begun with, and keeps a permission that both need', async () => {
  const { collection } = await collectionDevice('aaaa');
  const store = openSyncStore(`anew-${crypto.randomUUID()}`);
  const world = browserSync(collection, store);
  await writeTarget(store, place('https://dav.example.org/old/'));
  await world.begin(place('https://dav.example.org/new/'));
  // What the place before was told of is nothing that the new one has.
  expect(await isSyncOn(collection)).toBe(false);
  expect(await readTarget(store)).toMatchObject({ address: 'https://dav.example.org/new/' });
  expect(forgetHost).not.toHaveBeenCalled();
  await world.begin(place('https://other.example.org/'));
  expect(forgetHost).toHaveBeenCalledWith('https://dav.example.org/new/');
});
