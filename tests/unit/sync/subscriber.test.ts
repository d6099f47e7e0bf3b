import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { openSubscribed } from '../../../lib/collection/subscriptions/open-subscribed.ts';
import type { SubscriptionRow } from '../../../lib/collection/subscriptions/subscription-row.ts';
import { writeTarget } from '../../../lib/collection/sync-store/target.ts';
import { readingStorage } from '../../../lib/sync/read/reading-storage.ts';
import { createSubscriber } from '../../../lib/syncing/subscriber.ts';
import { expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';
import { publishedWorld, subscribe } from '../../support/sync/published-world.ts';

const free = { spend: async () => undefined, rest: async () => undefined };
const HOUR = 3_600_000;

/** Somebody publishes one essay; a browser subscribes to it, whose clock and network the test has. */
async function world() {
  const published = await publishedWorld();
  expectValue(await keepEssay(published.own, numberedKeeping(1)));
  expectValue(await published.publish());
  const { place } = await subscribe(published.server);
  const { store } = published;
  const letGo: string[] = [];
  const browser = { now: Date.UTC(2026, 10, 27), online: true, allowed: true, wakeAt: 0 };
  const subscriber = createSubscriber({
    store,
    storageOf: (row) => readingStorage(row.place, free, published.server),
    isAllowed: async () => browser.allowed,
    letGo: async (address) => void letGo.push(address),
    online: () => browser.online,
    now: () => browser.now,
    alone: (work) => work(),
    arrange: (time) => {
      browser.wakeAt = time;
    },
  });
  const vault = JSON.parse(
    new TextDecoder().decode((await published.storage.get('wencun-published/wencun/format.json')) ?? new Uint8Array()),
  ) as { readonly vault: string };
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const row: SubscriptionRow = {
    ...{ id, name: '李老师', place, vault: vault.vault, lock: null, key: null, wanted: ['acts', 'originals'] },
    ...{ addedAt: browser.now, triedAt: 0, doneAt: 0, failures: 0, essays: 0, goneAt: 0 },
    ...{ problem: null, notices: [], running: null },
  };
  await store.subscriptions.put(row);
  return { ...published, browser, subscriber, letGo, id, row: () => store.subscriptions.get(id) };
}

it('updates what is due, and again six hours later', async () => {
  const { browser, subscriber, row, asked } = await world();
  await subscriber.wake();
  expect(await row()).toMatchObject({ essays: 1, doneAt: browser.now, problem: null, running: null });
  expect(browser.wakeAt).toBe(browser.now + 6 * HOUR);
  asked.length = 0;
  await subscriber.wake();
  expect(asked).toEqual([]);
  browser.now += 6 * HOUR;
  await subscriber.wake();
  expect(asked).toEqual(['GET /li/wencun-published/wencun/index.json']);
});

it('rests without a network, and tells what fails', async () => {
  const { browser, subscriber, row } = await world();
  browser.online = false;
  await subscriber.wake();
  expect(browser.wakeAt).toBeGreaterThanOrEqual(browser.now + 60_000);
  expect(await row()).toMatchObject({ doneAt: 0, failures: 0 });
  [browser.online, browser.allowed] = [true, false];
  await subscriber.wake();
  expect(await row()).toMatchObject({ failures: 1, problem: { code: 'not-allowed' }, running: null });
  expect(browser.wakeAt).toBe(browser.now + HOUR / 4);
});

it('deletes all of what the reader unsubscribed, a minute later, unless that was taken back', async () => {
  const { browser, subscriber, store, id } = await world();
  await subscriber.wake();
  await store.subscriptions.update(id, { goneAt: browser.now });
  await subscriber.wake();
  expect(await store.subscriptions.count()).toBe(1);
  browser.now += 60_000;
  await subscriber.wake();
  expect(await store.subscriptions.count()).toBe(0);
  const again = openSubscribed(id);
  expect(await again.essays.count()).toBe(0);
});

it('gives the permission of a server back with the last of what is read or synced there', async () => {
  const { browser, subscriber, store, id, row, letGo } = await world();
  const first = await row();
  if (first === undefined) throw new Error('There is no subscription.');
  const other = {
    ...first,
    id: 'other0000000',
    place: { ...first.place, address: 'https://people.example.edu:8443/wang/' },
  };
  await store.subscriptions.put(other);
  const target = { address: 'https://people.example.edu/dav/', user: 'me', password: 'app-password' };
  await writeTarget(store, { kind: 'webdav', ...target, lock: null, key: null, device: '书房', wanted: ['acts'] });
  const leave = async (name: string): Promise<void> => {
    await store.subscriptions.update(name, { goneAt: browser.now });
    browser.now += 60_000;
    await subscriber.wake();
  };
  await leave(other.id);
  await writeTarget(store, null);
  await store.subscriptions.put(other);
  await leave(other.id);
  expect(letGo).toEqual([]);
  await leave(id);
  expect(letGo).toEqual([first.place.address]);
});

it('remembers how much was published once, where a publisher takes nearly all of it away', async () => {
  const { own, publish, browser, subscriber, row } = await world();
  const ids: string[] = [];
  for (let n = 2; n < 9; n += 1) ids.push(expectValue(await keepEssay(own, numberedKeeping(n))).id);
  expectValue(await publish());
  await subscriber.wake();
  expect(await row()).toMatchObject({ essays: 8, most: 8 });
  await moveToTrash(own, ids);
  expectValue(await publish());
  browser.now += 6 * HOUR;
  await subscriber.wake();
  expect(await row()).toMatchObject({ essays: 1, most: 8, problem: null });
});
