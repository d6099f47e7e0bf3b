import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { file, filing } from '../../../entrypoints/background/keep/file.ts';
import { createShelf, deleteShelf } from '../../../lib/collection/actions/shelves.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { changeSettings } from '../../../lib/settings/settings.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { essayAt, fakeWorld, jobOfEssays } from '../../support/fake-queue.ts';
import { sampleKeeping } from '../../support/keepings.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

beforeEach(() => fakeBrowser.reset());

/** A collection with a new essay in it, and what became of the essay. */
async function kept() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
  const filed = async () => {
    const row = await collection.essays.get(id);
    const tags = await collection.tags.bulkGet([...(row?.tags ?? [])]);
    return { shelves: row?.shelves, tags: tags.map((tag) => tag?.name) };
  };
  return { collection, id, filed };
}

it('leaves a new essay unfiled unless the settings say where', async () => {
  const { collection, id, filed } = await kept();
  await file(collection, id);
  expect(await filed()).toEqual({ shelves: [], tags: [] });
});

it('puts a new essay into the collection that was chosen, with the tags that were', async () => {
  const { collection, id, filed } = await kept();
  const shelf = expectValue(await createShelf(collection, '博士论文'));
  await changeSettings({ keepShelf: shelf.id, keepTags: ['待读', '党史'] });
  await file(collection, id);
  expect(await filed()).toEqual({ shelves: [shelf.id], tags: ['待读', '党史'] });
});

it('still gives the tags where the collection was deleted since', async () => {
  const { collection, id, filed } = await kept();
  const shelf = expectValue(await createShelf(collection, '博士论文'));
  await changeSettings({ keepShelf: shelf.id, keepTags: ['待读'] });
  expectValue(await deleteShelf(collection, shelf.id));
  await file(collection, id);
  expect(await filed()).toEqual({ shelves: [], tags: ['待读'] });
});

it('files what a queue keeps as what is kept by hand, and hands it on; what was kept before stays as it was', async () => {
  const collection = emptyCollection();
  const shelf = expectValue(await createShelf(collection, '博士论文'));
  const world = fakeWorld(collection);
  const onward = vi.fn(async () => undefined);
  world.kept = filing(collection, onward);
  const run = async (...addresses: readonly string[]) => {
    const worker = world.start();
    expectValue(await worker.start(jobOfEssays(addresses)));
    await worker.run();
  };
  await run(essayAt(1));
  await changeSettings({ keepShelf: shelf.id, keepTags: ['待读'] });
  await run(essayAt(1), essayAt(2));
  const rows = await collection.essays.toArray();
  const [tag] = await collection.tags.toArray();
  const filed = Object.fromEntries(rows.map(({ title, shelves, tags }) => [title, [shelves, tags]]));
  expect(filed).toEqual({ [essayAt(1)]: [[], []], [essayAt(2)]: [[shelf.id], [tag?.id]] });
  expect(tag?.name).toBe('待读');
  expect(onward).toHaveBeenCalledTimes(2);
});

it('keeps on handing essays on where they cannot be filed', async () => {
  const { collection, id } = await kept();
  const onward = vi.fn(async () => undefined);
  collection.close();
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('no settings'));
  await filing(collection, onward)(id);
  expect(onward).toHaveBeenCalledExactlyOnceWith(id);
});
