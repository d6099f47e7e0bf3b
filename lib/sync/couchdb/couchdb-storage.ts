import * as v from 'valibot';
import { jsonOf } from '../../zip/json-of.ts';
import { isPage } from '../server/answers.ts';
import { askServer } from '../server/ask-server.ts';
import type { RequestBudget } from '../server/budget.ts';
import type { SyncServer } from '../server/sync-server.ts';
import { SyncRefusal, type SyncStorage } from '../storage.ts';
import {
  bulkAnswer,
  bytesPath,
  databaseAnswer,
  documentAnswer,
  documentIdOf,
  fileNameWithin,
  listedIn,
  listingAnswer,
  writtenAnswer,
} from './documents.ts';

/** How often a file is written anew that somebody else wrote meanwhile. */
const TRIES = 3;
/** Bytes of a listing, and of a file that is no segment. */
const SMALL = 8_000_000;
/** Files that are read beside the one that stands: a computer that goes from one server to the other leaves one each time at most. */
const MOST_OTHERS = 8;

/** What is known of a document: its winning revision, and others that stand beside it. */
interface Known {
  readonly rev: string;
  readonly conflicts: readonly string[];
}

/**
 * A database of a CouchDB: each file a document with one attachment, so that its replication carries them as they are and a copy of the
 * database is the same folder. Revisions that were read are remembered: writing a file that was listed is one request. `request` is `fetch`, or a test's.
 */
export function couchdbStorage(server: SyncServer, budget: RequestBudget, request: typeof fetch = fetch): SyncStorage {
  const { ask, expect, bytesOf } = askServer(server, budget, request);
  const known = new Map<string, Known>();
  const held = { hasDatabase: false };

  /** What an answer says, where it has one of these states and that shape. */
  async function told<S extends v.GenericSchema>(shape: S, answer: Response, ...good: readonly number[]) {
    const bytes = await bytesOf(await expect(answer, ...good), SMALL);
    const read = v.safeParse(shape, jsonOf(bytes));
    if (read.success) return read.output;
    throw new SyncRefusal(isPage(bytes) ? 'other-page' : 'refused', String(answer.status));
  }
  async function bytesAt(path: string, query: Readonly<Record<string, string>> = {}) {
    const answer = await ask('GET', bytesPath(path), { query });
    if (answer.status === 404) return null;
    const bytes = await bytesOf(await expect(answer, 200), path.endsWith('.seg') ? undefined : SMALL);
    if (isPage(bytes)) throw new SyncRefusal('other-page', '200');
    return bytes;
  }
  async function list(folder: string) {
    const answer = await ask('GET', '_all_docs', { query: listedIn(folder) });
    if (answer.status === 404) return [];
    const { rows } = await told(listingAnswer, answer, 200);
    return rows.flatMap(({ id, doc: { rev, conflicts, size } }) => {
      const name = fileNameWithin(folder, id);
      if (name === null || size === null) return [];
      known.set(`${folder}/${name}`, { rev, conflicts });
      return [{ name, tag: [rev, ...conflicts.toSorted()].join(' '), size }];
    });
  }
  /** Learns what stands at a path now. */
  async function learn(path: string): Promise<void> {
    const answer = await ask('GET', documentIdOf(path), { query: { conflicts: 'true' } });
    if (answer.status === 404) known.delete(path);
    else known.set(path, await told(documentAnswer, answer, 200));
  }
  /** Makes a document without bytes: some servers write none to one that was deleted. */
  async function makeDocument(path: string): Promise<void> {
    const answer = await ask('PUT', documentIdOf(path), { ...asJson, body: '{}' });
    if (answer.status === 404) throw new SyncRefusal('no-folder', path);
    if (answer.status === 409) await learn(path);
    else known.set(path, { ...(await told(writtenAnswer, answer, 201, 202)), conflicts: [] });
  }
  /** Deletes revisions of a document; false where they are not the last ones any more. */
  async function deleteAll(path: string, revisions: readonly string[]): Promise<boolean> {
    const docs = revisions.map((rev) => ({ _id: documentIdOf(path), _rev: rev, _deleted: true }));
    const answer = await ask('POST', '_bulk_docs', { ...asJson, body: JSON.stringify({ docs }) });
    const errors = (await told(bulkAnswer, answer, 200, 201, 202)).flatMap(({ error }) => error ?? []);
    if (errors.some((error) => error === 'forbidden' || error === 'unauthorized'))
      throw new SyncRefusal('forbidden', '403');
    return errors.length === 0;
  }

  return {
    list,
    get: (path) => bytesAt(path),
    getOthers: async (path) => {
      const others = [];
      for (const rev of known.get(path)?.conflicts.slice(0, MOST_OTHERS) ?? [])
        others.push((await bytesAt(path, { rev })) ?? new Uint8Array());
      return others;
    },
    put: async (path, bytes) => {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const { rev, conflicts = [] } = known.get(path) ?? {};
        const headers = { 'content-type': 'application/octet-stream' };
        const query = rev === undefined ? {} : { rev };
        const answer = await ask('PUT', bytesPath(path), { body: bytes, headers, query });
        if (answer.status === 409) await learn(path);
        else if (answer.status === 404) await makeDocument(path);
        else {
          known.set(path, { ...(await told(writtenAnswer, answer, 201, 202)), conflicts: [] });
          // What was written last by its one writer stands for all that stood beside it.
          if (conflicts.length > 0) await deleteAll(path, conflicts);
          return;
        }
      }
      throw new SyncRefusal('refused', '409');
    },
    makeFolder: async () => {
      if (held.hasDatabase) return;
      const there = await ask('GET', '');
      if (there.status === 404) {
        const made = await ask('PUT', '');
        if (made.status === 401 || made.status === 403) throw new SyncRefusal('no-database', nameOf(server.address));
        // 412: another computer made it meanwhile.
        await expect(made, 201, 202, 412);
      } else await told(databaseAnswer, there, 200);
      held.hasDatabase = true;
    },
    remove: async (path) => {
      for (let tried = 0; tried < TRIES; tried += 1) {
        if (!known.has(path)) await list(folderOf(path));
        const found = known.get(path);
        // Where it was not listed it is not there.
        if (found === undefined) return;
        known.delete(path);
        if (await deleteAll(path, [found.rev, ...found.conflicts])) return;
      }
      throw new SyncRefusal('refused', '409');
    },
  };
}

const asJson = { headers: { 'content-type': 'application/json' } };
const nameOf = (address: string): string => new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '';
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
