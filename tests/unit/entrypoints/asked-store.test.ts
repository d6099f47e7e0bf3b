import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { runSoFar, writeAskedAhead } from '../../../lib/settings/asked-ahead.ts';
import { openAskedRows } from '../../../lib/settings/asked-rows.ts';
import { askedStore, browserRun, whenMessageIsLate } from '../../../lib/settings/asked-store.ts';
import { openLastingAsked } from '../../../lib/settings/lasting-asked.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

type Changed = (changes: Record<string, { readonly newValue?: unknown }>, area: string) => void;

const changed = vi.hoisted(() => ({ listeners: [] as Changed[] }));
const stores = vi.hoisted(() => {
  const area = () => {
    const values = new Map<string, unknown>();
    const set = async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
    };
    const get = async (key: string | null) =>
      Object.fromEntries([...values].filter(([name]) => key === null || name === key));
    return { values, set, get, remove: async (key: string) => void values.delete(key) };
  };
  return { session: area(), local: area() };
});

vi.mock('wxt/browser', () => ({
  browser: {
    alarms: { create: async () => undefined },
    storage: { ...stores, onChanged: { addListener: (listener: Changed) => changed.listeners.push(listener) } },
  },
}));

const asked = (id: string, facts: Partial<Asked> = {}): Asked => ({
  id,
  by: 'key',
  askedAt: '2026-03-01T08:00:00.000Z',
  tabId: 7,
  frameId: 0,
  anyway: true,
  url: 'http://www.example-school.cn/1.htm',
  title: '第1篇',
  run: '',
  tries: 0,
  ...facts,
});

/** All that is not on the disk is gone, as after a crash of the computer. */
const killBrowser = (): void => stores.session.values.clear();

beforeEach(() => {
  vi.setSystemTime('2026-03-01T08:00:01.000Z');
  for (const { values } of Object.values(stores)) values.clear();
});
afterEach(() => void vi.useRealTimers());

/** Chrome's, and Firefox's: a new one for each test. */
const lastings = [
  ['the store of the settings', openLastingAsked],
  ['rows', () => openAskedRows(crypto.randomUUID())],
] as const;

describe.each(lastings)('what lasts is in %s:', (_, open) => {
  const held = { lasting: open() };
  beforeEach(() => {
    held.lasting = open();
  });

  /** The stores, and the journal as the background finds it that starts next: of the files of the one before, which were not written yet, nothing is there. */
  function world() {
    const { lasting } = held;
    const store = askedStore(lasting);
    return { lasting, store, entries: () => openJournal(memoryFolder(), askedStore(lasting)).entries() };
  }

  it('what was asked for by key or menu is known to the next start of a browser that was killed before any file was there', async () => {
    const { store, entries } = world();
    const run = await browserRun();
    await store.put('a', asked('a'));
    expect((await entries())[0]?.asked).toEqual(asked('a'));
    killBrowser();
    const [left] = await entries();
    expect(left?.asked).toMatchObject({ id: 'a', url: 'http://www.example-school.cn/1.htm', title: '第1篇' });
    // A tab of the same number is another one now.
    expect(['', run, await browserRun()]).not.toContain(left?.asked.run);
  });

  it('what was pressed in the popup is known to it too, though the background had not even started', async () => {
    const { lasting, entries } = world();
    const run = await browserRun();
    await writeAskedAhead(lasting.put, asked('a', { by: 'popup' }), await runSoFar());
    killBrowser();
    expect((await entries())[0]?.asked).toEqual(asked('a', { by: 'popup', run }));
  });

  it('what was pressed in the popup is left to the message that is on its way, for some seconds', async () => {
    const { lasting, store, entries } = world();
    const run = await browserRun();
    await writeAskedAhead(lasting.put, asked('a', { by: 'popup' }), await runSoFar());
    expect(await entries()).toEqual([]);
    await store.put('a', asked('a', { by: 'popup' }));
    expect(await entries()).toHaveLength(1);
    await store.remove('a');
    expect(await entries()).toEqual([]);
    await writeAskedAhead(lasting.put, asked('b', { by: 'popup' }), await runSoFar());
    vi.setSystemTime('2026-03-01T08:02:00.000Z');
    expect((await entries())[0]?.asked).toEqual(asked('b', { by: 'popup', run }));
  });

  it('what was pressed before the background started in this run is not written ahead: nobody could say of which run it is', async () => {
    const { lasting } = world();
    await writeAskedAhead(lasting.put, asked('a', { by: 'popup' }), await runSoFar());
    expect(await lasting.all()).toEqual([]);
  });

  it('it is forgotten everywhere', async () => {
    const { store, entries } = world();
    await store.put('a', asked('a'));
    await store.remove('a');
    killBrowser();
    expect(await entries()).toEqual([]);
  });

  it('it is stored where one of the two stores takes nothing, and rejects where neither does', async () => {
    const { lasting, store, entries } = world();
    const full = () => Promise.reject(new Error('no room'));
    vi.spyOn(lasting, 'put').mockImplementation(full);
    await store.put('a', asked('a'));
    expect(await entries()).toHaveLength(1);
    vi.spyOn(stores.session, 'set').mockImplementation(full);
    await expect(store.put('b', asked('b'))).rejects.toThrow();
    vi.restoreAllMocks();
  });
});

it('what is forgotten takes no setting with it', async () => {
  const store = askedStore(openLastingAsked());
  await stores.local.set({ keepImages: true });
  await store.put('a', asked('a'));
  await store.remove('a');
  expect([...stores.local.values.keys()]).toEqual(['keepImages']);
});

it('believes nothing of another shape', async () => {
  await stores.local.set({ 'asked:x': 'x', 'asked:y': null, 'asked:z': { id: 'z', run: 'one', tabId: 'all' } });
  expect(await openJournal(memoryFolder(), askedStore(openLastingAsked())).entries()).toEqual([]);
});

it('rows are opened anew when the browser took their database away', async () => {
  const rows = openAskedRows('taken');
  await rows.put(asked('a'));
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('taken').onsuccess = resolve;
  });
  expect(await rows.all()).toEqual([]);
  await rows.put(asked('b'));
  expect(await rows.all()).toEqual([asked('b')]);
});

it('a session that takes nothing gives a run that nobody else has, so that no other tab is taken for the one meant', async () => {
  vi.spyOn(stores.session, 'set').mockRejectedValue(new Error('no room'));
  expect(await browserRun()).not.toBe(await browserRun());
  vi.restoreAllMocks();
});

it('what a page wrote down and whose message never came is taken up some seconds later, by nobody else before', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T08:00:01.000Z') });
  const tell = vi.fn();
  whenMessageIsLate(tell);
  const run = await browserRun();
  await writeAskedAhead(openLastingAsked().put, asked('a', { by: 'popup', askedAt: '2026-03-01T08:00:01.000Z' }), run);
  const entries = () => openJournal(memoryFolder(), askedStore(openLastingAsked())).entries();
  for (const listener of changed.listeners) listener({ 'asked:a': { newValue: {} } }, 'local');
  for (const listener of changed.listeners) listener({ 'asked:b': {}, keepImages: { newValue: true } }, 'local');
  expect(await entries()).toEqual([]);
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledOnce();
  expect((await entries())[0]?.asked).toMatchObject({ id: 'a', run });
});
