import { base64OfBytes } from '../../essay/base64.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import { refusalOf } from './answers.ts';
import type { RequestBudget } from './budget.ts';
import { filesOfListing } from './listing.ts';

/** Where a WebDAV server is, and who asks. */
export interface WebdavServer {
  /** Address of the folder that everything stands in, e.g. `https://dav.jianguoyun.com/dav/`. */
  readonly address: string;
  readonly user: string;
  /** For 坚果云 and Nextcloud a password made for this program alone. */
  readonly password: string;
}

/** Milliseconds after which a request is given up: four megabytes at 20 kB/s take 200 seconds. */
const PATIENCE = 300_000;
const LISTED =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

/**
 * A folder of a WebDAV server: PROPFIND, GET, PUT, MKCOL and DELETE, and nothing else of it. Each request is counted in the budget
 * first, and rejects with what its answer means. `request` is `fetch`, or a test's.
 */
export function webdavStorage(
  { address, user, password }: WebdavServer,
  budget: RequestBudget,
  request: typeof fetch = fetch,
): SyncStorage {
  const base = address.endsWith('/') ? address : `${address}/`;
  const authorization = `Basic ${base64OfBytes(new TextEncoder().encode(`${user}:${password}`))}`;

  const ask = async (method: string, path: string, more: RequestInit = {}): Promise<Response> => {
    await budget.spend();
    const answer = await request(base + path.split('/').map(encodeURIComponent).join('/'), {
      method,
      ...more,
      headers: { authorization, ...more.headers },
      // The browser's own dialog and cookies stay out of it, and nobody learns of it by a redirect.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new SyncRefusal('unreachable', String(error));
    });
    return answer;
  };
  /** The answer's refusal, unless its status is one of those. */
  const expect = async (answer: Response, ...good: readonly number[]): Promise<Response> => {
    if (good.includes(answer.status)) return answer;
    const refusal = await refusalOf(answer);
    if (refusal.code === 'later') await budget.rest(Number(refusal.detail));
    throw refusal;
  };
  const bytesOf = async (answer: Response): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(
      await answer.arrayBuffer().catch((error: unknown) => {
        throw new SyncRefusal('unreachable', String(error));
      }),
    );

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
