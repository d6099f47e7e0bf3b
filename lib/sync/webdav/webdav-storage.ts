import { SyncRefusal, type SyncStorage } from '../storage.ts';
import { askServer } from './ask-server.ts';
import type { RequestBudget } from './budget.ts';
import { filesOfListing } from './listing.ts';
import type { WebdavServer } from './webdav-server.ts';

/** What a listing is asked for. */
export const LISTED =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

/**
 * A folder of a WebDAV server: PROPFIND, GET, PUT, MKCOL and DELETE, and nothing else of it. Each request is counted in the budget
 * first, and rejects with what its answer means. `request` is `fetch`, or a test's.
 */
export function webdavStorage(server: WebdavServer, budget: RequestBudget, request: typeof fetch = fetch): SyncStorage {
  const { ask, expect, bytesOf } = askServer(server, budget, request);

  return {
    list: async (folder) => {
      const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' };
      const answer = await ask('PROPFIND', `${folder}/`, { headers, body: LISTED });
      // 坚果云 says 409 of what stands in no folder.
      if (answer.status === 404 || answer.status === 409) return [];
      const files = filesOfListing(new TextDecoder().decode(await bytesOf(await expect(answer, 207))));
      if (files === null) throw new SyncRefusal('refused', 'PROPFIND');
      return files;
    },
    get: async (path) => {
      const answer = await ask('GET', path);
      if (answer.status === 404 || answer.status === 409) return null;
      return bytesOf(await expect(answer, 200));
    },
    put: async (path, bytes) => {
      const answer = await ask('PUT', path, { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
      // nginx says 500 of a folder that is not there, Apache and 坚果云 409, rclone 404.
      if ([404, 409, 500].includes(answer.status)) throw new SyncRefusal('no-folder', path);
      await expect(answer, 200, 201, 204);
    },
    makeFolder: async (path) => {
      const answer = await ask('MKCOL', `${path}/`);
      if (answer.status === 404 || answer.status === 409) throw new SyncRefusal('no-folder', path);
      // 405: there is one.
      await expect(answer, 200, 201, 204, 405);
    },
    remove: async (path) => {
      await expect(await ask('DELETE', path), 200, 202, 204, 404, 409);
    },
  };
}
