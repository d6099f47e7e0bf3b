import { isPage, isPageType } from '../server/answers.ts';
import { askServer } from '../server/ask-server.ts';
import type { RequestBudget } from '../server/budget.ts';
import type { SyncServer } from '../server/sync-server.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import { filesOfListing } from './listing.ts';

/** What a listing is asked for. */
export const LISTED =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

/**
 * A folder of a WebDAV server: PROPFIND, GET, PUT, MKCOL and DELETE, and nothing else of it. Each request is counted in the budget
 * first, and rejects with what its answer means. A network that answers everything with a page of its own is taken for no server.
 * `request` is `fetch`, or a test's.
 */
export function webdavStorage(server: SyncServer, budget: RequestBudget, request: typeof fetch = fetch): SyncStorage {
  const { ask, expect, bytesOf } = askServer(server, budget, request);

  /** The answer to a PROPFIND; null where there is nothing at that path. */
  async function propertiesOf(path: string, depth: '0' | '1') {
    const headers = { depth, 'content-type': 'application/xml; charset=utf-8' };
    const answer = await ask('PROPFIND', path, { headers, body: LISTED });
    // 坚果云 says 409 of what stands in no folder.
    if (answer.status === 404 || answer.status === 409) return null;
    const bytes = await bytesOf(await expect(answer, 207));
    const files = filesOfListing(new TextDecoder().decode(bytes));
    if (files === null) throw new SyncRefusal(isPage(bytes) ? 'other-page' : 'refused', 'PROPFIND');
    return files;
  }
  /** Of an answer that tells nothing of what was done: a network that wants one to sign in says 200 to everything. */
  async function expectNoPage(answer: Response): Promise<void> {
    if (answer.status === 200 && (isPageType(answer) || isPage(await bytesOf(answer))))
      throw new SyncRefusal('other-page', '200');
  }

  return {
    list: async (folder) => (await propertiesOf(`${folder}/`, '1')) ?? [],
    get: async (path) => {
      const answer = await ask('GET', path);
      if (answer.status === 404 || answer.status === 409) return null;
      const bytes = await bytesOf(await expect(answer, 200));
      if (isPage(bytes)) throw new SyncRefusal('other-page', '200');
      return bytes;
    },
    put: async (path, bytes) => {
      const answer = await ask('PUT', path, { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
      if ([404, 409].includes(answer.status)) throw new SyncRefusal('no-folder', path);
      // nginx says 500 of a folder that is not there, Apache and 坚果云 409, rclone 404.
      if (answer.status === 500 && (await propertiesOf(`${folderOf(path)}/`, '0')) === null)
        throw new SyncRefusal('no-folder', path);
      await expect(answer, 200, 201, 204);
      if (answer.status !== 200) return;
      await expectNoPage(answer);
      const there = (await propertiesOf(path, '0'))?.[0];
      if (there?.size !== bytes.byteLength) throw new SyncRefusal('not-kept', path);
    },
    makeFolder: async (path) => {
      const answer = await ask('MKCOL', `${path}/`);
      if (answer.status === 404 || answer.status === 409) throw new SyncRefusal('no-folder', path);
      // 405: there is one.
      await expectNoPage(await expect(answer, 200, 201, 204, 405));
    },
    remove: async (path) => {
      await expectNoPage(await expect(await ask('DELETE', path), 200, 202, 204, 404, 409));
    },
  };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
