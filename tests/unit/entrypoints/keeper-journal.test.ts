import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { openJournal } from '../../../lib/collection/journal/journal.ts';
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
vi.mock('../../../entrypoints/background/action.ts', () => ({
  showOnAction: async () => undefined,
  isWorking: async () => false,
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));

it('a keep is written down by the first call that is made', () => {
  const quick = quickStore();
  const parts = { run: async () => 'this run', wakeLater: () => undefined, copied: async () => undefined };
  const keeper = createKeeper({ ...parts, collection: emptyCollection(), journal: openJournal(memoryFolder(), quick) });
  void keeper.keep({ id: 'one', tab: { id: 7, url: 'http://www.example-school.cn/1.htm' }, by: 'key', anyway: true });
  expect([...quick.values.keys()]).toEqual(['one']);
});

it('a keep of which a crash left no more than its name is told', async () => {
  const folder = memoryFolder();
  await folder.write('torn.asked.json', '');
  const collection = emptyCollection();
  const parts = { run: async () => 'this run', wakeLater: () => undefined, copied: async () => undefined };
  await createKeeper({ ...parts, collection, journal: openJournal(folder, quickStore()) }).takeUp();
  expect(expectValue(await listOutcomes(collection))).toMatchObject([{ problem: 'interrupted', url: '', title: '' }]);
  await vi.waitFor(() => expect(folder.files.size).toBe(0));
});
