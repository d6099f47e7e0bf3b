import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import {
  type BudgetStore,
  type RequestBudget,
  requestBudget,
  type SpentRequests,
} from '../../../lib/sync/server/budget.ts';
import { SyncRefusal } from '../../../lib/sync/storage.ts';
import { filesOfListing } from '../../../lib/sync/webdav/listing.ts';
import { webdavStorage } from '../../../lib/sync/webdav/webdav-storage.ts';
import { type DavServer, davServer } from '../../support/sync/dav-server.ts';
import { memoryReplica } from '../../support/sync/memory-replica.ts';

const START = Date.UTC(2026, 10, 26);
const free: RequestBudget = { spend: async () => undefined, rest: async () => undefined };
const bytes = new TextEncoder().encode('记');

const held: { server?: DavServer } = {};
const server = (): DavServer => {
  if (held.server === undefined) throw new Error('There is no server.');
  return held.server;
};
beforeEach(async () => {
  held.server = await davServer();
});
afterEach(() => server().close());

const storageOf = (password = 'app-password', budget = free) =>
  webdavStorage({ address: server().address, user: 'reader', password }, budget);
/** Code and detail of a refusal. */
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof SyncRefusal ? [error.code, error.detail] : error),
  );

describe('a WebDAV folder', () => {
  it('is written, listed, read and cleared, whatever the names', async () => {
    const storage = storageOf();
    for (const folder of ['wencun', 'wencun/heads', 'wencun/heads']) await storage.makeFolder(folder);
    const names = ['aaaa.json', 'd0000 (冲突副本).json', '100%&#.tmp'];
    for (const name of names) await storage.put(`wencun/heads/${name}`, bytes);
    expect((await storage.list('wencun/heads')).map(({ name, size }) => [name, size])).toEqual(
      names.map((name) => [name, 3]),
    );
    expect(await storage.get('wencun/heads/100%&#.tmp')).toEqual(bytes);
    await storage.remove('wencun/heads/aaaa.json');
    await storage.remove('wencun/heads/aaaa.json');
    expect((await storage.list('wencun/heads')).length).toBe(2);
  });

  it('has nothing where there is no folder, also where the server says 409', async () => {
    const storage = storageOf();
    expect([await storage.list('wencun/heads'), await storage.get('wencun/none/x')]).toEqual([[], null]);
    expect(await refusal(storage.put('wencun/none/x', bytes))).toEqual(['no-folder', 'wencun/none/x']);
  });

  it('tells each answer apart', async () => {
    const storage = storageOf();
    const told = async (status: number, headers = {}): Promise<unknown> => {
      server().next.push({ status, headers });
      return refusal(storage.put('x', bytes));
    };
    expect(await refusal(storageOf('wrong').get('x'))).toEqual(['not-let-in', '401']);
    // Servers of institutes that take no password as it is: another one would not help.
    const digest = 'Digest realm="Basic, or so", nonce="a,b", algorithm=MD5, qop="auth"';
    expect(await told(401, { 'www-authenticate': digest })).toEqual(['other-login', 'Digest']);
    expect(await told(401, { 'www-authenticate': 'Negotiate, NTLM' })).toEqual(['other-login', 'Negotiate, NTLM']);
    expect(await told(401, { 'www-authenticate': `${digest}, basic realm="x"` })).toEqual(['not-let-in', '401']);
    // Nextcloud's name for Basic, of which no browser makes a dialog.
    expect(await told(401, { 'www-authenticate': 'DummyBasic realm="x"' })).toEqual(['not-let-in', '401']);
    expect(await told(401)).toEqual(['not-let-in', '401']);
    expect(await told(403)).toEqual(['forbidden', '403']);
    expect(await told(423)).toEqual(['locked', '423']);
    expect(await told(507)).toEqual(['full', '507']);
    expect(await told(413)).toEqual(['file-too-large', '413']);
    expect(await told(301, { location: 'https://elsewhere.example/' })).toEqual(['other-page', '301']);
    const [code, until] = (await told(429, { 'retry-after': '90' })) as [string, string];
    expect([code, Math.round((Number(until) - Date.now()) / 10_000)]).toEqual(['later', 9]);
    const [, half] = (await told(503)) as [string, string];
    expect(Math.round((Number(half) - Date.now()) / 60_000)).toBe(30);
    await server().close();
    expect(await refusal(storage.get('x'))).toMatchObject(['unreachable', expect.any(String)]);
  });

  it('takes a page for signing in, and a listing that is cut off, for none', async () => {
    for (const [body, code] of [
      ['<html>请登录</html>', 'other-page'],
      ['<d:multistatus><d:response><d:href>/dav/wencun/heads/', 'refused'],
    ] as const) {
      server().next.push({ status: 207, body });
      expect(await refusal(storageOf().list('wencun/heads'))).toEqual([code, 'PROPFIND']);
    }
  });
});

it('reads listings of Apache, nginx and Nextcloud, with whatever prefix', () => {
  const apache =
    '<?xml version="1.0"?>\n<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">\n<D:response xmlns:lp1="DAV:"><D:href>/h/</D:href><D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop></D:propstat></D:response><D:response xmlns:lp1="DAV:"><D:href>/h/a.json</D:href><D:propstat><D:prop><lp1:getetag>"12-5f"</lp1:getetag><lp1:getcontentlength>12</lp1:getcontentlength><lp1:resourcetype/></D:prop></D:propstat></D:response></D:multistatus>\n';
  const nginx =
    '<D:multistatus xmlns:D="DAV:"><D:response><D:href>http://x/h/a%20b.json</D:href><D:propstat><D:prop><D:getlastmodified>Thu, 26 Nov 2026 00:00:00 GMT</D:getlastmodified><D:getcontentlength>7</D:getcontentlength><D:resourcetype></D:resourcetype></D:prop></D:propstat></D:response></D:multistatus>';
  const plain =
    '<multistatus xmlns="DAV:"><response><href>/h/%E8%AE%B0.json</href><getetag>&quot;x&amp;y&quot;</getetag></response></multistatus>';
  expect(filesOfListing(apache)).toEqual([{ name: 'a.json', tag: '"12-5f" 12', size: 12 }]);
  expect(filesOfListing(nginx)).toEqual([{ name: 'a b.json', tag: 'Thu, 26 Nov 2026 00:00:00 GMT 7', size: 7 }]);
  expect(filesOfListing(plain)).toEqual([{ name: '记.json', tag: '"x&y" 0', size: 0 }]);
});

describe('the budget', () => {
  const world = () => {
    const held: { spent: SpentRequests | null; at: number } = { spent: null, at: START };
    const store: BudgetStore = {
      change: async (change) => {
        held.spent = change(held.spent);
      },
    };
    // A new one each time, as after a restart.
    const spend = () => refusal(requestBudget(store, () => held.at, 500).spend());
    const rest = (until: number) => requestBudget(store, () => held.at, 500).rest(until);
    return { held, spend, rest };
  };

  it('lets 500 requests through in half an hour, through restarts, and says when to go on', async () => {
    const { held, spend } = world();
    for (let n = 0; n < 500; n += 1) {
      held.at += 1000;
      expect(await spend()).toBe('done');
    }
    const [code, until] = (await spend()) as [string, string];
    expect([code, (Number(until) - START) / 60_000]).toEqual(['later', 30]);
    held.at = Number(until);
    expect(await spend()).toBe('done');
    expect(Object.keys(held.spent?.minutes ?? {}).length).toBeLessThanOrEqual(30);
  });

  it('rests as the server asked, and not for ever where a clock was put back', async () => {
    const { held, spend, rest } = world();
    await rest(START + 60_000);
    expect(await spend()).toEqual(['later', String(START + 60_000)]);
    held.at = START - 3 * 86_400_000;
    expect(await spend()).toEqual(['later', String(held.at + 60_000)]);
    held.at += 60_000;
    expect(await spend()).toBe('done');
  });

  it('forgets nothing where the clock was put back, and waits half an hour by the new one', async () => {
    const { held, spend } = world();
    for (let n = 0; n < 400; n += 1) {
      held.at += 1000;
      await spend();
    }
    held.at = START - 5 * 86_400_000;
    for (let n = 0; n < 100; n += 1) expect(await spend()).toBe('done');
    const [code, until] = (await spend()) as [string, string];
    expect([code, Number(until) - held.at]).toEqual(['later', 30 * 60_000]);
    held.at += 20 * 60_000;
    expect(await spend()).toEqual(['later', until]);
    held.at = Number(until);
    expect(await spend()).toBe('done');
  });
});

it('goes on where 坚果云 stopped it, and no server is asked while it rests', async () => {
  await server().close();
  held.server = await davServer({ requests: 6 });
  const spent: { value: SpentRequests | null; at: number } = { value: null, at: Date.now() };
  const store: BudgetStore = {
    change: async (change) => {
      spent.value = change(spent.value);
    },
  };
  const storage = storageOf(
    'app-password',
    requestBudget(store, () => spent.at),
  );
  const replica = memoryReplica('aaaa', () => spent.at);
  replica.write([{ table: 'apart', key: 'a b', row: { id: 'a b' } }]);
  const sync = () => syncOnce(replica, storage, { now: () => spent.at });
  expect(await sync()).toMatchObject({ problem: { code: 'later' } });
  const asked = server().asked.length;
  expect(await sync()).toMatchObject({ problem: { code: 'later' } });
  expect(server().asked.length).toBe(asked);
  server().asked.length = 0;
  spent.at += 1_900_000;
  expect(await sync()).toMatchObject({ ok: true, value: { sent: 1 } });
});
