import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { runSoFar, writeAskedAhead } from '../../../lib/settings/asked-ahead.ts';
import { askedStore, browserRun } from '../../../lib/settings/asked-store.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

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

vi.mock('wxt/browser', () => ({ browser: { storage: stores } }));

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

/** The journal as the worker that starts next finds it; of the files of the one before, which were not written yet, nothing is there. */
const entries = () => openJournal(memoryFolder(), askedStore).entries();

beforeEach(() => {
  vi.setSystemTime('2026-03-01T08:00:01.000Z');
  for (const { values } of Object.values(stores)) values.clear();
});
afterEach(() => void vi.useRealTimers());

it('what was asked for by key or menu is known to the next start of a browser that was killed before any file was there', async () => {
  const run = await browserRun();
  await askedStore.put('a', asked('a'));
  expect((await entries())[0]?.asked).toEqual(asked('a'));
  killBrowser();
  const [left] = await entries();
  expect(left?.asked).toMatchObject({ id: 'a', url: 'http://www.example-school.cn/1.htm', title: '第1篇' });
  // A tab of the same number is another one now.
  expect(['', run, await browserRun()]).not.toContain(left?.asked.run);
});

it('what was pressed in the popup is known to it too, though the background had not even started', async () => {
  const run = await browserRun();
  await writeAskedAhead(asked('a', { by: 'popup' }), await runSoFar());
  killBrowser();
  expect((await entries())[0]?.asked).toEqual(asked('a', { by: 'popup', run }));
});

it('what was pressed in the popup is left to the message that is on its way, for a minute', async () => {
  const run = await browserRun();
  await writeAskedAhead(asked('a', { by: 'popup' }), await runSoFar());
  expect(await entries()).toEqual([]);
  await askedStore.put('a', asked('a', { by: 'popup' }));
  expect(await entries()).toHaveLength(1);
  await askedStore.remove('a');
  expect(await entries()).toEqual([]);
  await writeAskedAhead(asked('b', { by: 'popup' }), await runSoFar());
  vi.setSystemTime('2026-03-01T08:02:00.000Z');
  expect((await entries())[0]?.asked).toEqual(asked('b', { by: 'popup', run }));
});

it('what was pressed before the background started in this run is not written ahead: nobody could say of which run it is', async () => {
  await writeAskedAhead(asked('a', { by: 'popup' }), await runSoFar());
  expect(stores.local.values.size).toBe(0);
});

it('is forgotten everywhere, and takes nothing else with it', async () => {
  await stores.local.set({ keepImages: true });
  await askedStore.put('a', asked('a'));
  await askedStore.remove('a');
  killBrowser();
  expect(await entries()).toEqual([]);
  expect([...stores.local.values.keys()]).toEqual(['keepImages']);
});

it('is stored where one of the two stores takes nothing, and rejects where neither does', async () => {
  const full = () => Promise.reject(new Error('no room'));
  const local = vi.spyOn(stores.local, 'set').mockImplementation(full);
  await askedStore.put('a', asked('a'));
  expect(await entries()).toHaveLength(1);
  vi.spyOn(stores.session, 'set').mockImplementation(full);
  await expect(askedStore.put('b', asked('b'))).rejects.toThrow();
  local.mockRestore();
  vi.restoreAllMocks();
});

it('believes nothing of another shape', async () => {
  await stores.local.set({ 'asked:x': 'x', 'asked:y': null, 'asked:z': { id: 'z', run: 'one', tabId: 'all' } });
  expect(await entries()).toEqual([]);
});
