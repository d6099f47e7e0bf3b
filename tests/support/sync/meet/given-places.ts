import type { SyncServer } from '../../../../lib/sync/server/sync-server.ts';
import { webdavStorage } from '../../../../lib/sync/webdav/webdav-storage.ts';

const free = { spend: async () => undefined, rest: async () => undefined };

/**
 * Folders of servers that tests are to speak with by WebDAV, in WENCUN_DAV with blanks between, each with an account:
 * `https://reader:app-password@localhost:8443/dav/`. None where it is not set.
 */
export const givenPlaces = (): readonly SyncServer[] =>
  (process.env['WENCUN_DAV'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((given) => {
      const url = new URL(given);
      const [user, password] = [url.username, url.password].map(decodeURIComponent);
      url.username = '';
      url.password = '';
      return { address: url.href, user: user ?? '', password: password ?? '' };
    });

/** A new folder of such a place. */
export async function newFolderOf(place: SyncServer): Promise<SyncServer> {
  const name = `wencun-tests-${crypto.randomUUID()}`;
  await webdavStorage(place, free).makeFolder(name);
  return { ...place, address: `${place.address}${name}/` };
}
