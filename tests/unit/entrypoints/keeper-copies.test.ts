import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { hasEverCopied } from '../../../lib/collection/copy/find-copies.ts';
import type { Folder } from '../../../lib/collection/files/folder.ts';
import { openJournal } from '../../../lib/collection/journal/journal.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { listOutcomes } from '../../../lib/collection/outcomes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const api = vi.hoisted(() => ({ executeScript: vi.fn(), getTab: vi.fn() }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: api.executeScript },
    tabs: { get: api.getTab },
    storage: { local: { get: async () => ({ keepImages: false }) } },
  },
}));
vi.mock('../../../entrypoints/background/action.ts', () => ({
  showOnAction: async () => undefined,
  isWorking: async () => false,
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));

const url = sampleEssay().originalUrl;
const { recognition } = sampleEssay().provenance;
const capture = { pageUrl: url, charset: 'gb18030', originalForm: 'served', rulesVersion: 1 };
const taken = { ok: true, value: { essay: sampleEssay(), capture, original: btoa('<p>x</p>'), otherPages: [] } };
const request = { id: 'one', tab: { id: 7, url }, by: 'key', anyway: true } as const;

beforeEach(() => {
  vi.resetAllMocks();
  api.getTab.mockResolvedValue({ url });
  api.executeScript.mockImplementation(async ({ args }) => {
    const survey = { contentType: 'text/html', length: 900, originalUrl: url, recognition, path: [] };
    return [{ frameId: 0, result: args?.[1] === 'survey' ? survey : args?.[1] === 'take' ? taken : null }];
  });
});

const refused = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

/** The extension's files and its quick store, which outlive a worker and a database, and a disk that can be full. */
function disk() {
  const [journalFiles, copyFiles, quick] = [memoryFolder(), memoryFolder(), quickStore()];
  const state = { full: false, tight: false };
  const onDisk = (folder: Folder): Folder => ({
    ...folder,
    write: (name, content) => (state.full ? refused() : folder.write(name, content)),
  });
  const [copyFolder, journal] = [onDisk(copyFiles), openJournal(onDisk(journalFiles), quick)];
  /** A worker over a collection; `copies` are what the disk took of the second copy. */
  const worker = (collection: Collection) =>
    createKeeper({
      collection,
      journal,
      run: async () => 'this run',
      wakeLater: () => undefined,
      copied: () =>
        copyChanges(collection, copyFolder).then(
          () => true,
          () => false,
        ),
      everCopied: (id) => hasEverCopied(copyFolder, 'captures', id),
      isDiskTight: async () => state.tight,
    });
  return { state, journal, journalFiles, copyFiles, copyFolder, worker };
}

const count = async (collection: Collection) => expectValue(await countEssays(collection));

/** Keeps an essay whose clip the disk still takes, and whose second copy it does not. */
async function keptWithoutCopy() {
  const world = disk();
  const collection = emptyCollection();
  // The disk is full from the clip on.
  const whole = world.journal.clip;
  vi.spyOn(world.journal, 'clip').mockImplementation(async (...clip) => {
    const stored = await whole(...clip);
    world.state.full = true;
    return stored;
  });
  const outcome = await world.worker(collection).keep(request);
  expect(outcome).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect(await world.journal.settled()).toEqual(['one']));
  return { ...world, collection };
}

it('an essay that was acknowledged on a full disk is kept once more where the database went', async () => {
  const { state, journal, worker } = await keptWithoutCopy();
  state.full = false;
  const anew = emptyCollection();
  await worker(anew).takeUp();
  expect(await count(anew)).toBe(1);
  expect(expectValue(await listOutcomes(anew))).toMatchObject([{ id: 'one', problem: '' }]);
  await vi.waitFor(async () => expect(await journal.settled()).toEqual([]));
});

it('is looked after as long as the disk takes no copy, and told to nobody twice', async () => {
  const { state, journal, worker, collection } = await keptWithoutCopy();
  expect(await worker(collection).takeUp()).toBe('waiting');
  expect(await journal.settled()).toEqual(['one']);
  state.full = false;
  expect(await worker(collection).takeUp()).toBe('nothing');
  expect(await journal.settled()).toEqual([]);
  expect(await collection.captures.count()).toBe(1);
  expect(expectValue(await listOutcomes(collection))).toEqual([]);
});

it('does not come back when the reader has deleted it meanwhile', async () => {
  const { state, worker, collection, journal } = await keptWithoutCopy();
  const [row] = await collection.captures.toArray();
  expectValue(await moveToTrash(collection, [row?.essayId ?? '']));
  expectValue(await emptyTrash(collection));
  state.full = false;
  await worker(collection).takeUp();
  expect(await count(collection)).toBe(0);
  expect(await journal.settled()).toEqual([]);
});

it('is not let go while it can be kept nowhere: neither copied nor put into the collection again', async () => {
  const { state, worker, journal } = await keptWithoutCopy();
  state.full = false;
  const anew = emptyCollection();
  vi.spyOn(anew.guard, 'ready').mockResolvedValue('storage-full');
  expect(await worker(anew).takeUp()).toBe('waiting');
  expect(await journal.settled()).toEqual(['one']);
});

it('is looked after while the disk is about full, also when its copy was written, and copied once more where that went', async () => {
  const { state, worker, journal, copyFiles, copyFolder } = disk();
  const collection = emptyCollection();
  state.tight = true;
  expect(await worker(collection).keep(request)).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect(await journal.settled()).toEqual(['one']));
  expect(await hasEverCopied(copyFolder, 'captures', 'one')).toBe(true);
  expect(await worker(collection).takeUp()).toBe('waiting');
  // What was written behind a tear is gone at the next start.
  copyFiles.files.clear();
  state.tight = false;
  expect(await worker(collection).takeUp()).toBe('nothing');
  expect(await hasEverCopied(copyFolder, 'captures', 'one')).toBe(true);
  expect(await hasEverCopied(copyFolder, 'essays', (await collection.captures.get('one'))?.essayId ?? '')).toBe(true);
  expect(await journal.settled()).toEqual([]);
});

it('is not called kept where not even its clip has room: the database alone may be lost with what the disk lacks', async () => {
  const { state, worker } = disk();
  state.full = true;
  const collection = emptyCollection();
  expect(await worker(collection).keep(request)).toMatchObject({ problem: { code: 'storage-full' } });
  expect(await count(collection)).toBe(0);
});

it('is put aside while the collection is closed to it, and waits for as long as that takes', async () => {
  const { journal, worker } = disk();
  const collection = emptyCollection();
  const ready = vi.spyOn(collection.guard, 'ready').mockResolvedValue('storage-blocked');
  await worker(collection).keep(request);
  for (let look = 0; look < 6; look += 1) expect(await worker(collection).takeUp()).toBe('waiting');
  expect(expectValue(await listOutcomes(collection))).toEqual([]);
  ready.mockRestore();
  await worker(collection).takeUp();
  expect(await count(collection)).toBe(1);
  await vi.waitFor(async () => expect(await journal.entries()).toEqual([]));
});
