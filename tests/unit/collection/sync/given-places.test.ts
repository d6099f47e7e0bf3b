import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { lookInto } from '../../../../lib/sync/look/look-into.ts';
import { webdavStorage } from '../../../../lib/sync/webdav/webdav-storage.ts';
import { meetCollections } from '../../../support/sync/meet/collections.ts';
import { meetDevices } from '../../../support/sync/meet/devices.ts';
import { givenPlaces, newFolderOf } from '../../../support/sync/meet/given-places.ts';

const free = { spend: async () => undefined, rest: async () => undefined };
/** Milliseconds for all that is done at a server that answers slowly. */
const PATIENCE = 180_000;
/** Bytes of a file as large as few originals are. */
const LARGE = 20_000_000;

const places = givenPlaces();
/** What is skipped where none is given. */
const nowhere = { address: 'no server', user: '', password: '' };

// Servers that no test starts: WENCUN_DAV gives them. docs/sync.md tells which were tried.
describe.runIf(places.length > 0).each(places.length > 0 ? places : [nowhere])(
  'a folder at $address',
  { timeout: PATIENCE },
  (place) => {
    it('syncs two devices, and two collections, and asks once where nothing is new', async () => {
      for (const meet of [meetDevices, meetCollections]) {
        const folder = await newFolderOf(place);
        expect(await meet((budget) => webdavStorage(folder, budget))).toEqual({ differ: [], nothingNew: 1 });
      }
    });

    it('tells a wrong password, a folder that is not there, and takes a large file', async () => {
      const told = (server: typeof place) => lookInto(webdavStorage(server, free), '');
      expect(await told({ ...place, password: 'wrong' })).toMatchObject({ problem: { code: 'not-let-in' } });
      const missing = { ...place, address: `${place.address}not-${crypto.randomUUID()}/` };
      expect(await told(missing)).toMatchObject({ problem: { code: 'no-folder' } });
      const folder = webdavStorage(await newFolderOf(place), free);
      const bytes = new Uint8Array(LARGE).map((_, at) => (at * 7919) % 251);
      await folder.put('large.seg', bytes);
      expect(await folder.get('large.seg')).toEqual(bytes);
      await folder.remove('large.seg');
      expect(await folder.get('large.seg')).toBeNull();
    });
  },
);
