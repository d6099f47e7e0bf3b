import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { listOutcomes } from '../../../lib/collection/outcomes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const nobody = vi.hoisted(() => async () => {
  throw new Error('No tab with this id.');
});

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: nobody },
    tabs: { get: nobody },
    storage: { local: { get: async () => ({}) } },
  },
}));
const showOnAction = vi.hoisted(() => vi.fn<(tabId: number, state: { readonly mood: string }) => Promise<void>>());
vi.mock('../../../entrypoints/background/action.ts', () => ({
  showOnAction,
  isWorking: async () => false,
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));

const parts = {
  run: async () => 'this run',
  wakeLater: () => undefined,
  copied: async () => true,
  everCopied: async () => true,
  isDiskTight: async () => false,
};

it('a keep is written down by the first call that is made', () => {
  const quick = quickStore();
  const keeper = createKeeper({ ...parts, collection: emptyCollection(), journal: openJournal(memoryFolder(), quick) });
  void keeper.keep({ id: 'one', tab: { id: 7, url: 'http://www.example-school.cn/1.htm' }, by: 'key', anyway: true });
  expect([...quick.values.keys()]).toEqual(['one']);
});

it('a keep shows its sign when it is written down, and not before: whoever sees it may rely on it', async () => {
  const [quick, order]: [ReturnType<typeof quickStore>, string[]] = [quickStore(), []];
  showOnAction.mockImplementation(async (_, { mood }) => void order.push(mood));
  const put = async (id: string, value: Asked): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await quick.put(id, value);
    order.push('written');
  };
  const journal = openJournal(memoryFolder(), { ...quick, put });
  const keeper = createKeeper({ ...parts, collection: emptyCollection(), journal });
  await keeper.keep({ id: 'one', tab: { id: 7, url: 'http://www.example-school.cn/1.htm' }, by: 'key', anyway: true });
  expect(order.slice(0, 2)).toEqual(['written', 'working']);
});

it('a keep of which a crash left no more than its name is told', async () => {
  const folder = memoryFolder();
  await folder.write('torn.asked.json', '');
  const collection = emptyCollection();
  await createKeeper({ ...parts, collection, journal: openJournal(folder, quickStore()) }).takeUp();
  expect(expectValue(await listOutcomes(collection))).toMatchObject([{ problem: 'interrupted', url: '', title: '' }]);
  await vi.waitFor(() => expect(folder.files.size).toBe(0));
});

it('a keep that nothing can be written of is worked all the same, and told', async () => {
  showOnAction.mockReset();
  const full = async () => Promise.reject(new Error('no room'));
  const quick = { ...quickStore(), put: full };
  const journal = openJournal({ ...memoryFolder(), write: full }, quick);
  const keeper = createKeeper({ ...parts, collection: emptyCollection(), journal });
  const tab = { id: 7, url: 'http://www.example-school.cn/1.htm' };
  expect(await keeper.keep({ tab, by: 'key', anyway: true })).toMatchObject({ ok: false });
  expect(showOnAction.mock.calls.map(([, { mood }]) => mood)).not.toContain('working');
});

it('one entry that nobody can work holds no other up', async () => {
  const [folder, quick, collection] = [memoryFolder(), quickStore(), emptyCollection()];
  const told: Asked = {
    id: 'b',
    by: 'key',
    askedAt: '2026-03-01T08:00:00.000Z',
    tabId: 1,
    anyway: true,
    url: '',
    title: '',
    run: 'torn',
    tries: 0,
  };
  for (const id of ['a', 'b', 'c']) quick.values.set(id, { ...told, id });
  const put = async (id: string, value: Asked): Promise<void> =>
    id === 'a' ? Promise.reject(new Error('no room')) : quick.put(id, value);
  const write = async () => Promise.reject(new Error('no room'));
  const journal = openJournal({ ...folder, write }, { ...quick, put });
  await createKeeper({ ...parts, collection, journal }).takeUp();
  expect(
    expectValue(await listOutcomes(collection))
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['a', 'b', 'c']);
});
