import 'fake-indexeddb/auto';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { askForPersistence } from '../../../../lib/collection/persistence.ts';
import { foreignId, isOwnId, partsOfForeignId } from '../../../../lib/collection/subscriptions/foreign-id.ts';
import { databaseOf, indexFolderOf, openSubscribed } from '../../../../lib/collection/subscriptions/open-subscribed.ts';
import { beginSubscribed, deleteSubscribed } from '../../../../lib/collection/subscriptions/subscribed-collection.ts';
import { changeSubscription, listSubscriptions } from '../../../../lib/collection/subscriptions/subscription.ts';
import type { SubscriptionRow } from '../../../../lib/collection/subscriptions/subscription-row.ts';
import { STATE } from '../../../../lib/collection/sync/sync-rows.ts';
import { publishedAddress } from '../../../../lib/collection/sync-store/published-address.ts';
import { spentRequests } from '../../../../lib/collection/sync-store/spent-requests.ts';
import {
  changeStatus,
  neverSynced,
  readStatus,
  writeStatus,
} from '../../../../lib/collection/sync-store/sync-status.ts';
import { openSyncStore } from '../../../../lib/collection/sync-store/sync-store.ts';
import { readTarget, type SyncTarget, writeTarget } from '../../../../lib/collection/sync-store/target.ts';
import { isServerUsed } from '../../../../lib/collection/sync-store/used-hosts.ts';
import { requestBudget, type SpentRequests } from '../../../../lib/sync/server/budget.ts';

const store = openSyncStore(`test-${crypto.randomUUID()}`);
afterAll(() => store.close());
afterEach(() => vi.unstubAllGlobals());

const common = { lock: null, key: null, device: '书房', wanted: ['acts', 'originals', 'images'] } as const;
const server = {
  kind: 'webdav',
  address: 'https://dav.example/w/',
  user: 'u',
  password: 'p',
  ...common,
  wanted: [...common.wanted],
} satisfies SyncTarget;

describe('where this computer syncs to', () => {
  const put = (value: unknown) => store.facts.put({ key: 'target', value });

  it('is remembered whole, and forgotten', async () => {
    expect(await readTarget(store)).toBeNull();
    await writeTarget(store, server);
    expect(await readTarget(store)).toEqual(server);
    await writeTarget(store, null);
    expect([await readTarget(store), await store.facts.get('target')]).toEqual([null, undefined]);
  });

  it.each<[object, boolean]>([
    [{}, true],
    [{ kind: 'jianguoyun' }, true],
    [{ kind: 'nextcloud' }, true],
    [{ kind: 'couchdb' }, true],
    [{ kind: 'ftp' }, false],
    [{ address: 'dav' }, false],
    [{ user: 1 }, false],
    [{ password: undefined }, false],
    [{ device: null }, false],
    [{ wanted: ['acts', 'x'] }, false],
    [{ wanted: [] }, true],
    [{ key: { algorithm: {} } }, true],
    [{ key: {} }, false],
    [{ key: 'k' }, false],
    [{ lock: {} }, false],
    [{ kind: 'folder', name: '网盘', handle: { kind: 'directory' } }, true],
    [{ kind: 'folder', name: '网盘', handle: { kind: 'file' } }, false],
    [{ kind: 'folder', name: '网盘', handle: {} }, false],
    [{ kind: 'folder', name: '网盘', handle: null }, false],
    [{ kind: 'folder', name: '网盘', handle: 'directory' }, false],
    [{ kind: 'folder', handle: { kind: 'directory' } }, false],
  ])('with %j can be read: %s', async (parts, is) => {
    const value = { ...server, ...parts };
    await put(value);
    expect(await readTarget(store)).toEqual(is ? value : null);
  });

  it('has a place for what is published beside it', () => {
    const of = (kind: 'webdav' | 'couchdb', address: string): string => publishedAddress({ kind, address });
    expect(of('webdav', 'https://dav.example/w')).toBe('https://dav.example/w/wencun-published');
    expect(of('webdav', 'https://dav.example/w//')).toBe('https://dav.example/w/wencun-published');
    expect(of('couchdb', 'https://db.example/w/')).toBe('https://db.example/w-published/');
  });

  it('is on a server that is used, as is what is read of others', async () => {
    const used = (address: string) => isServerUsed(store, address);
    await store.subscriptions.clear();
    await put(server);
    expect([await used('https://dav.example:8443/x'), await used('https://b.example/')]).toEqual([true, false]);
    expect([await used('http://dav.example/'), await used('https://x.dav.example/')]).toEqual([false, false]);
    await put({ ...server, kind: 'folder', name: '网盘', handle: { kind: 'directory' } });
    expect(await used('https://dav.example/')).toBe(false);
    await store.subscriptions.put({ id: 's', place: { address: 'https://b.example/1' } } as unknown as SubscriptionRow);
    expect(await used('https://b.example/')).toBe(true);
    await store.subscriptions.clear();
    await writeTarget(store, null);
    expect(await used('https://b.example/')).toBe(false);
  });
});

describe('how syncs went', () => {
  it('is nothing before the first, or where it cannot be read', async () => {
    const nothing = {
      triedAt: 0,
      doneAt: 0,
      failures: 0,
      interrupted: 0,
      problem: null,
      notices: [],
      running: null,
      gone: [],
    };
    expect(await readStatus(store)).toEqual(nothing);
    await store.facts.put({ key: 'status', value: { triedAt: 'x', failures: 3 } });
    expect(await readStatus(store)).toEqual(nothing);
    await store.facts.put({ key: 'status', value: { triedAt: 5, failures: 3 } });
    expect(await readStatus(store)).toEqual({ ...nothing, triedAt: 5, failures: 3 });
  });

  it('is written, and changed in part', async () => {
    await writeStatus(store, { ...neverSynced, doneAt: 8 });
    await changeStatus(store, { failures: 2 });
    expect(await readStatus(store)).toEqual({ ...neverSynced, doneAt: 8, failures: 2 });
  });
});

describe('what a server was asked lately', () => {
  const remembered = async (account: string): Promise<SpentRequests | null> => {
    const held: { spent: SpentRequests | null } = { spent: null };
    await spentRequests(store, account).change((spent) => {
      held.spent = spent;
      return spent ?? { minutes: {}, notBefore: 0 };
    });
    return held.spent;
  };

  it('is remembered for each account', async () => {
    const spent = { minutes: { '7': 3 }, notBefore: 9, saidAt: 8 };
    await spentRequests(store, 'a').change((before) => {
      expect(before).toBeNull();
      return spent;
    });
    expect([await remembered('a'), await remembered('b')]).toEqual([spent, null]);
    await store.facts.put({ key: 'spent a', value: { minutes: { '7': '3' }, notBefore: 9 } });
    expect(await remembered('a')).toBeNull();
  });

  it('counts all that is asked at once, by a sync, a publication and subscriptions, and forgets no rest meanwhile', async () => {
    const at = Date.UTC(2026, 10, 27);
    const asking = () => requestBudget(spentRequests(store, 'c'), () => at);
    const [one, other] = [asking(), asking()];
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : other).spend()));
    expect((await remembered('c'))?.minutes).toEqual({ [at / 60_000]: 20 });
    await Promise.all([one.spend(), other.rest(at + 60_000), one.spend().catch(() => undefined)]);
    await expect(other.spend()).rejects.toMatchObject({ code: 'later', detail: String(at + 60_000) });
  });
});

describe('what is read of others', () => {
  it('is listed by its standing, without what is unwanted', async () => {
    await store.subscriptions.clear();
    const row = (id: string, addedAt: number, goneAt = 0) => ({ id, addedAt, goneAt }) as SubscriptionRow;
    await store.subscriptions.bulkPut([row('a', 3), row('b', 1), row('c', 2, 9), row('d', 2)]);
    expect((await listSubscriptions(store)).map(({ id }) => id)).toEqual(['b', 'd', 'a']);
    await changeSubscription(store, 'a', { addedAt: 0 });
    await changeSubscription(store, 'x', { addedAt: 0 });
    expect((await listSubscriptions(store)).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });

  it('has ids that name it', () => {
    const from = '0123456789az';
    expect(foreignId(from, 'e1')).toBe(`${from}:e1`);
    expect(partsOfForeignId(`${from}:e:\n1`)).toEqual({ from, essayId: 'e:\n1' });
    expect(['e1', `${from}:`, `x${from}:e1`, `${from.slice(1)}:e1`, `0123456789AZ:e1`].map(partsOfForeignId)).toEqual(
      Array(5).fill(null),
    );
    expect([isOwnId('e1'), isOwnId(`${from}:e1`)]).toEqual([true, false]);
  });

  it('has a database and an index of its own, which go together', async () => {
    const id = 'abcdefghijkl';
    expect([databaseOf(id), indexFolderOf(id)]).toEqual([`wencun-from-${id}`, `index-from-${id}`]);
    const removed: unknown[] = [];
    const root = { removeEntry: async (...told: unknown[]) => void removed.push(told) };
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
    const collection = openSubscribed(id);
    expect(collection.name).toBe(`wencun-from-${id}`);
    await beginSubscribed(collection, { vault: 'v', wanted: ['acts'] });
    const state = (await collection.sync.get(STATE))?.value;
    expect(state).toMatchObject({ vault: 'v', wanted: ['acts'], isPrepared: true });
    collection.close();
    await deleteSubscribed(id);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`wencun-from-${id}`);
    expect(removed).toEqual([[`index-from-${id}`, { recursive: true }]]);
    vi.stubGlobal('navigator', {});
    await expect(deleteSubscribed(id)).resolves.toBeUndefined();
  });
});

describe('the browser', () => {
  it.each<[string, object, boolean, number]>([
    ['keeps already', { persisted: async () => true, persist: async () => false }, true, 0],
    ['will keep', { persisted: async () => false, persist: async () => true }, true, 1],
    ['will not keep', { persisted: async () => false, persist: async () => false }, false, 1],
    ['cannot be asked to keep', {}, false, 0],
  ])('%s the collection', async (_, storage, is, asked) => {
    const spy = vi.fn((storage as { persist?: () => Promise<boolean> }).persist);
    vi.stubGlobal('navigator', { storage: 'persist' in storage ? { ...storage, persist: spy } : storage });
    expect(await askForPersistence()).toBe(is);
    expect(spy).toHaveBeenCalledTimes(asked);
  });
});
