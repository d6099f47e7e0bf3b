import { couchdbStorage } from '../couchdb/couchdb-storage.ts';
import { decodeHeadIndex, MOST_HEADS } from '../log/head-index.ts';
import { headIndexFile, withinLog } from '../log/paths.ts';
import { isPage } from '../server/answers.ts';
import { askServer } from '../server/ask-server.ts';
import type { RequestBudget } from '../server/budget.ts';
import type { SyncServer } from '../server/sync-server.ts';
import { type ReadingStorage, SyncRefusal } from '../storage.ts';
import { filesOfListing } from '../webdav/listing.ts';
import { LISTED } from '../webdav/webdav-storage.ts';

/** Where somebody's published log stands. */
export interface LogPlace extends SyncServer {
  /** True where a file lists the heads; else the server lists the folder. */
  readonly isIndexed: boolean;
  /** True for a database of a CouchDB. */
  readonly isDatabase?: boolean;
}

/** What reads a place. */
export const placeReaderOf = ({ isDatabase = false }: LogPlace): typeof readingStorage =>
  isDatabase ? readingDatabase : readingStorage;

/** A log that is only read, in a database of a CouchDB. */
function readingDatabase(place: LogPlace, budget: RequestBudget, request: typeof fetch = fetch): ReadingStorage {
  const { list, get, getOthers } = couchdbStorage(place, budget, request);
  return { get, ...(getOthers && { getOthers }), list: async (folder) => (await list(folder)).slice(0, MOST_HEADS) };
}

/** Bytes of a listing, and of a file that is no segment. */
const SMALL = 8_000_000;

/**
 * A log that is only read, on a WebDAV server or on any that serves files: nothing but GET, and PROPFIND where no file lists the heads. The address is that
 * of the log's own folder. `request` is `fetch`, or a test's.
 */
export function readingStorage(place: LogPlace, budget: RequestBudget, request: typeof fetch = fetch): ReadingStorage {
  const { ask, expect, bytesOf } = askServer(place, budget, request);
  // Nextcloud's public folders let scripts in by this header alone where sharing between servers is off.
  const headers = { 'x-requested-with': 'XMLHttpRequest' };
  const get = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const answer = await ask('GET', withinLog(path), { headers });
    if (answer.status === 404 || answer.status === 409) return null;
    return bytesOf(await expect(answer, 200), path.endsWith('.seg') ? undefined : SMALL);
  };
  return {
    get,
    list: async (folder) => {
      const bytes = (await (place.isIndexed ? get(headIndexFile) : listing(folder))) ?? new Uint8Array();
      const files = place.isIndexed ? decodeHeadIndex(bytes) : filesOfListing(new TextDecoder().decode(bytes));
      // What served an index before and serves none now is being put up anew, or is gone: nothing is taken for deleted.
      if (files === null) throw isPage(bytes) ? new SyncRefusal('other-page', '200') : new SyncRefusal('no-log');
      return files.slice(0, MOST_HEADS);
    },
  };

  async function listing(folder: string): Promise<Uint8Array<ArrayBuffer>> {
    const asked = {
      headers: { ...headers, depth: '1', 'content-type': 'application/xml; charset=utf-8' },
      body: LISTED,
    };
    const answer = await ask('PROPFIND', `${withinLog(folder)}/`, asked);
    return bytesOf(await expect(answer, 207), SMALL);
  }
}
