import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { couchdbStorage } from '../../../lib/sync/couchdb/couchdb-storage.ts';
import { lockedStorage } from '../../../lib/sync/lock/locked-storage.ts';
import { newLock } from '../../../lib/sync/lock/vault-lock.ts';
import { headFile } from '../../../lib/sync/log/paths.ts';
import { lookInto } from '../../../lib/sync/look/look-into.ts';
import { readDeviceHead } from '../../../lib/sync/run/read-head.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { SyncRefusal, type SyncStorage } from '../../../lib/sync/storage.ts';
import { letIn, replicate, startCouch } from '../../../scripts/bench/sync/real-couch.ts';
import type { RealServer } from '../../../scripts/bench/sync/real-dav.ts';
import { hasCouch } from '../../../scripts/setup/couch.ts';
import { type MemoryReplica, memoryReplica } from '../../support/sync/memory-replica.ts';

const free = { spend: async () => undefined, rest: async () => undefined };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);
/** Code and detail of a refusal. */
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof SyncRefusal ? [error.code, error.detail] : error),
  );

// Where the server is not installed nothing can be said of it: docs/benchmarks/sync.md tells when it last was.
describe.runIf(hasCouch())('a database of a server that speaks as CouchDB does', () => {
  const servers: RealServer[] = [];
  beforeAll(async () => {
    servers.push(await startCouch(), await startCouch(1));
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });
  const held = { n: 0 };
  /** The address of a database that is not there yet, on each server. */
  const newDatabases = (): readonly [string, string] => {
    held.n += 1;
    const [one = '', other = ''] = servers.map(({ address }) => `${address}db${held.n}/`);
    return [one, other];
  };
  const storageOf = (address: string, user = 'reader', password = 'app-password') =>
    couchdbStorage({ address, user, password }, free);

  it('is made, written, listed, read and cleared', async () => {
    const storage = storageOf(newDatabases()[0]);
    expect([await storage.list('wencun/heads'), await storage.get('wencun/format.json')]).toEqual([[], null]);
    expect(await refusal(storage.put('wencun/x', bytesOf('x')))).toEqual(['no-folder', 'wencun/x']);
    await storage.makeFolder('wencun');
    const names = ['100%&#.tmp', 'a (冲突副本).json', 'a.json'];
    for (const name of names) await storage.put(`wencun/heads/${name}`, bytesOf('记'));
    await storage.put('wencun/format.json', bytesOf('{}'));
    expect((await storage.list('wencun/heads')).map(({ name, size }) => [name, size])).toEqual(
      names.map((n) => [n, 3]),
    );
    expect((await storage.list('wencun')).map(({ name }) => name)).toEqual(['format.json']);
    expect(textOf(await storage.get('wencun/heads/100%&#.tmp'))).toBe('记');
    const [before] = await storage.list('wencun');
    await storage.put('wencun/format.json', bytesOf('[]'));
    expect((await storage.list('wencun'))[0]?.tag).not.toBe(before?.tag);
    await storage.remove('wencun/heads/a.json');
    await storage.remove('wencun/heads/a.json');
    expect(await storage.get('wencun/heads/a.json')).toBeNull();
    expect((await storage.list('wencun/heads')).length).toBe(2);
    // What was deleted may be written again.
    await storage.put('wencun/heads/a.json', bytesOf('again'));
    expect(textOf(await storage.get('wencun/heads/a.json'))).toBe('again');
  });

  it('writes and deletes also what another wrote meanwhile', async () => {
    const [address] = newDatabases();
    const [one, other] = [storageOf(address), storageOf(address)];
    await one.makeFolder('wencun');
    for (const text of ['1', '2']) for (const storage of [one, other]) await storage.put('wencun/a', bytesOf(text));
    await one.put('wencun/a', bytesOf('3'));
    await other.remove('wencun/a');
    expect(await one.get('wencun/a')).toBeNull();
  });

  it('tells who is not let in, and who may make no database', async () => {
    const [address] = newDatabases();
    expect(await lookInto(storageOf(address, 'reader', 'wrong'), '')).toMatchObject({
      problem: { code: 'not-let-in' },
    });
    expect(await lookInto(storageOf(address, 'member'), '')).toMatchObject({ problem: { code: 'no-database' } });
    expect(await lookInto(storageOf(address), '')).toMatchObject({ ok: true, value: { vault: null } });
    await letIn(address, 'member');
    expect(await lookInto(storageOf(address, 'member'), '')).toMatchObject({ ok: true });
  });

  const now = (): number => Date.UTC(2026, 10, 27);
  const set = (replica: MemoryReplica, id: string) => replica.write([{ table: 'apart', key: id, row: { id } }]);
  const sync = async (replica: MemoryReplica, storage: SyncStorage) =>
    expect(await syncOnce(replica, storage, { now })).toMatchObject({ ok: true });
  const apart = (replica: MemoryReplica) => [...replica.rows('apart').keys()].toSorted();

  it('is the same library after it was replicated', async () => {
    const [here, there] = newDatabases();
    const [one, other] = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
    set(one, 'a b');
    await sync(one, storageOf(here));
    await storageOf(there).makeFolder('wencun');
    await replicate(here, there);
    await sync(other, storageOf(there));
    expect(apart(other)).toEqual(['a b']);
    set(other, 'c d');
    await sync(other, storageOf(there));
    await replicate(there, here);
    await sync(one, storageOf(here));
    expect(apart(one)).toEqual(['a b', 'c d']);
  });

  it.each([false, true])('reads the head that tells of the most where two stand, encrypted %s', async (isLocked) => {
    const [here, there] = newDatabases();
    const lock = isLocked ? await newLock('一句') : null;
    const by = (address: string) => (lock === null ? storageOf(address) : lockedStorage(storageOf(address), lock.key));
    const replica = memoryReplica('aaaa', now);
    const reader = memoryReplica('bbbb', now);
    const syncBy = async (one: MemoryReplica, address: string) =>
      expect(await syncOnce(one, by(address), { now, lock: lock?.lock ?? null })).toMatchObject({ ok: true });
    set(replica, 'a b');
    await syncBy(replica, here);
    await storageOf(there).makeFolder('wencun');
    await replicate(here, there);
    // It wrote here, and goes on there before that was brought: each server has a head of its own.
    set(replica, 'c d');
    await syncBy(replica, here);
    set(replica, 'e f');
    await syncBy(replica, there);
    await replicate(here, there);
    await replicate(there, here);
    for (const address of [here, there]) {
      const storage = by(address);
      const [head] = await storage.list('wencun/heads');
      expect(head?.tag.split(' ').length).toBe(2);
      expect(await readDeviceHead(storage, 'aaaa')).toMatchObject({
        streams: { acts: [{ to: 1 }, { to: 2 }, { to: 3 }] },
      });
      await syncBy(reader, address);
      expect(apart(reader)).toEqual(['a b', 'c d', 'e f']);
    }
    // The one who writes it leaves one.
    set(replica, 'g h');
    await syncBy(replica, here);
    expect((await by(here).list('wencun/heads')).find(({ name }) => name === 'aaaa.json')?.tag).not.toContain(' ');
    await replicate(here, there);
    const [left] = await by(there).list('wencun/heads');
    expect(left?.tag).not.toContain(' ');
    expect(textOf(await by(there).get(headFile('aaaa')))).toContain('"to":4');
  });

  it('asks once where nothing is new, and three times for one change', async () => {
    const [address] = newDatabases();
    const asked = { count: 0 };
    const counting = {
      spend: async () => {
        asked.count += 1;
      },
      rest: async () => undefined,
    };
    const by = () => couchdbStorage({ address, user: 'reader', password: 'app-password' }, counting);
    const [one, other] = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
    const requests = async (replica: MemoryReplica) => {
      asked.count = 0;
      // Each sync begins with nothing known, as after a restart.
      await sync(replica, by());
      return asked.count;
    };
    set(one, 'a b');
    for (const replica of [one, other, one, other]) await requests(replica);
    expect(await requests(one)).toBe(1);
    set(one, 'c d');
    expect([await requests(one), await requests(other)]).toEqual([3, 3]);
  });
});

/** Status and body of an answer. */
type Answer = readonly [number, unknown];

describe('answers of a CouchDB', () => {
  const answering = (...answers: Answer[]) => {
    const left = [...answers];
    const asked: string[] = [];
    const request = async (input: string | URL | Request, init?: RequestInit) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      const [status, body] = left.shift() ?? [500, ''];
      const headers = { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' };
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
    };
    const server = { address: 'https://couch.example/wencun/', user: 'reader', password: 'p' };
    return { storage: couchdbStorage(server, free, request), asked };
  };
  const put = (...answers: Answer[]) => refusal(answering(...answers).storage.put('wencun/a', bytesOf('a')));
  const page = '<!DOCTYPE html><html><head><title>校园网登录</title></head></html>';

  it.each([
    [401, 'not-let-in'],
    [403, 'forbidden'],
    [412, 'refused'],
    [413, 'file-too-large'],
    [429, 'later'],
    [500, 'broken'],
    [503, 'later'],
    [507, 'full'],
  ])('%i is told as %s', async (status, code) => {
    expect(await put([status, { error: 'x' }])).toEqual([code, expect.any(String)]);
  });

  it('asks to wait after too many wrong passwords, which it says by 403 and in words', async () => {
    // CouchDB 3.5.0, word for word; it lets the account in again after five minutes.
    const reason = 'Account is temporarily locked due to multiple authentication failures';
    const now = Date.now();
    const [code, until] = (await put([403, { error: 'forbidden', reason }])) as [string, string];
    expect([code, Math.round((Number(until) - now) / 60_000)]).toEqual(['later', 5]);
    expect(await put([403, { error: 'forbidden', reason: 'You are not allowed to access this db.' }])).toEqual([
      'forbidden',
      '403',
    ]);
  });

  it('gives up where each time somebody else wrote', async () => {
    const conflict = [409, { error: 'conflict' }] as const;
    const document = [200, { _id: 'wencun:a', _rev: '1-a' }] as const;
    expect(await put(conflict, document, conflict, document, conflict, document)).toEqual(['refused', '409']);
  });

  it('takes a page for signing in, and what is no CouchDB, for none', async () => {
    expect(await put([200, page])).toEqual(['other-page', '200']);
    expect(await refusal(answering([200, page]).storage.list('wencun'))).toEqual(['other-page', '200']);
    expect(await refusal(answering([200, page]).storage.get('wencun/a'))).toEqual(['other-page', '200']);
    expect(await refusal(answering([200, page]).storage.makeFolder('wencun'))).toEqual(['other-page', '200']);
    expect(await refusal(answering([200, { rows: 'none' }]).storage.list('wencun'))).toEqual(['refused', '200']);
    expect(await refusal(answering([404, page], [405, page]).storage.makeFolder('wencun'))).toEqual(['refused', '405']);
  });

  it.each(['forbidden', 'unauthorized'])('tells a right that is not there for one document: %s', async (error) => {
    const rows = [{ id: 'wencun:a', doc: { _rev: '1-a', _attachments: { bytes: { length: 1 } } } }];
    const { storage } = answering([200, { rows }], [201, [{ id: 'wencun:a', error }]]);
    expect(await refusal(storage.remove('wencun/a'))).toEqual(['forbidden', '403']);
  });

  it('names documents without a slash, which servers before it may undo', async () => {
    const { storage, asked } = answering([201, { rev: '1-a' }]);
    await storage.put('wencun/heads/a.json', bytesOf('a'));
    expect(asked).toEqual(['PUT /wencun/wencun%3Aheads%3Aa.json/bytes']);
  });
});
