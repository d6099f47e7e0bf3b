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

it('a keep is written down by the first call that is made', () => {
  const quick = quickStore();
  const parts = {
    run: async () => 'this run',
    wakeLater: () => undefined,
    copied: async () => true,
    everCopied: async () => true,
  };
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
  const parts = {
    run: async () => 'this run',
    wakeLater: () => undefined,
    copied: async () => true,
    everCopied: async () => true,
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
  const parts = {
    run: async () => 'this run',
    wakeLater: () => undefined,
    copied: async () => true,
    everCopied: async () => true,
  };
  await createKeeper({ ...parts, collection, journal: openJournal(folder, quickStore()) }).takeUp();
  expect(expectValue(await listOutcomes(collection))).toMatchObject([{ problem: 'interrupted', url: '', title: '' }]);
  await vi.waitFor(() => expect(folder.files.size).toBe(0));
});
