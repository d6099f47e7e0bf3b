import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { listOutcomes } from '../../../lib/collection/outcomes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const api = vi.hoisted(() => ({
  executeScript: vi.fn(),
  getTab: vi.fn(),
  settings: { keepImages: false } as Record<string, unknown> | null,
}));
const showOnAction = vi.hoisted(() => vi.fn());
const isWorking = vi.hoisted(() => vi.fn());

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: api.executeScript },
    tabs: { get: api.getTab },
    storage: { local: { get: async () => api.settings ?? Promise.reject(new Error('cannot be read')) } },
  },
}));
vi.mock('../../../entrypoints/background/action.ts', () => ({
  showOnAction,
  showLookedAt: showOnAction,
  isWorking,
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));

const url = sampleEssay().originalUrl;
const { recognition } = sampleEssay().provenance;
const clip = {
  essay: sampleEssay(),
  capture: { pageUrl: url, charset: 'gb18030', originalForm: 'served', rulesVersion: 1 },
  original: btoa('<p>x</p>'),
  otherPages: [],
};
const taken = { ok: true, value: clip };
const asked: Asked = {
  id: 'one',
  by: 'key',
  askedAt: '2026-03-01T08:00:00.000Z',
  tabId: 7,
  anyway: true,
  url,
  title: '论县域经济的转型',
  run: '',
  tries: 0,
};

/** What an earlier worker left, and the worker that starts after it. */
function afterStop(facts: Partial<Asked> = {}, withClip = false) {
  const [folder, quick, collection] = [memoryFolder(), quickStore(), emptyCollection()];
  const journal = openJournal(folder, quick);
  const what = { ...asked, ...facts };
  const keeper = createKeeper({
    collection,
    journal,
    run: async () => 'this run',
    wakeLater: () => undefined,
    copied: async () => true,
    everCopied: async () => true,
    isDiskTight: async () => false,
  });
  const left = async () => {
    await journal.ask(what, Promise.resolve(what));
    if (withClip) await journal.clip(what.id, taken, '2026-03-01T08:00:01.000Z');
  };
  const told = async () => expectValue(await listOutcomes(collection));
  const count = async () => expectValue(await countEssays(collection));
  const entries = () => vi.waitFor(async () => expect(await journal.entries()).toEqual([]));
  return { collection, journal, keeper, left, told, count, forgotten: entries };
}

/** Tab 7 with the sample's page. */
function openTab(): void {
  api.getTab.mockResolvedValue({ url });
  api.executeScript.mockImplementation(async ({ args }) => {
    const survey = { contentType: 'text/html', length: 900, originalUrl: url, recognition, path: [] };
    return [{ frameId: 0, result: args?.[1] === 'survey' ? survey : args?.[1] === 'take' ? taken : null }];
  });
}

beforeEach(() => {
  vi.resetAllMocks();
  api.settings = { keepImages: false };
  openTab();
});

describe('a page that is loaded anew under our hands', () => {
  /** The frame goes away at the first call of this name. */
  const goneAt = (name: string, after: () => void = () => undefined) => {
    const answers = api.executeScript.getMockImplementation();
    const gone = { times: 0 };
    api.executeScript.mockImplementation(async (injection) => {
      const first = injection.args?.[1] === name && gone.times === 0;
      if (!first) return answers?.(injection);
      gone.times += 1;
      after();
      throw new Error('Frame with ID 0 was removed.');
    });
  };

  it.each(['survey', 'take'])('is read when it is there again (%s)', async (name) => {
    goneAt(name);
    const world = afterStop();
    expect(await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true })).toMatchObject({ ok: true });
    expect(await world.count()).toBe(1);
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'kept' });
  });

  it('is waited for while it loads', async () => {
    goneAt('survey', () => api.getTab.mockResolvedValueOnce({ url, status: 'loading' }));
    const world = afterStop();
    expect(await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true })).toMatchObject({ ok: true });
  });

  it('and by which another comes is not read in its place, and the library tells', async () => {
    goneAt('survey', () => {
      api.getTab.mockResolvedValueOnce({ url, status: 'loading' });
      api.getTab.mockResolvedValue({ url: 'http://www.example-school.cn/2.htm', status: 'complete' });
    });
    const world = afterStop();
    const outcome = await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true });
    expect(outcome).toMatchObject({ problem: { code: 'no-answer' } });
    expect(await world.count()).toBe(0);
    expect(await world.told()).toMatchObject([{ problem: 'no-answer', url }]);
  });

  it('and again is told where no reload takes it away', async () => {
    api.executeScript.mockImplementation(async ({ args }) => {
      if (args?.[1] === 'survey') throw new Error('Frame with ID 0 was removed.');
      return [{ frameId: 0, result: null }];
    });
    const world = afterStop();
    await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true });
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'failed', problem: 'no-answer' });
    expect(await world.told()).toMatchObject([{ problem: 'no-answer', url }]);
  });
});

it('settings that cannot be read are no reason not to keep a page, nor to say that it was not kept', async () => {
  api.settings = null;
  const world = afterStop();
  expect(await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true })).toMatchObject({ ok: true });
  expect(await world.count()).toBe(1);
  expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'kept' });
});

it.each([
  ['that was new is put where new essays go', 1, ['待读']],
  ['that was here before is left where it is', 2, []],
])('an essay %s, when the worker was stopped between keeping and filing it', async (_, times, tags) => {
  api.settings = { keepTags: ['待读'] };
  const world = afterStop({}, true);
  await world.left();
  const [first, second] = [sampleKeeping(), sampleKeeping()];
  if (times === 2)
    expectValue(await keepEssay(world.collection, { ...first, original: new TextEncoder().encode('before') }));
  const { id } = expectValue(await keepEssay(world.collection, { ...second, captureId: 'one' }));
  await world.keeper.takeUp();
  const names = (await world.collection.tags.bulkGet([...((await world.collection.essays.get(id))?.tags ?? [])])).map(
    (tag) => tag?.name,
  );
  expect(names).toEqual(tags);
});

it('whatever goes wrong is told', async () => {
  api.executeScript.mockImplementation(() => {
    throw new TypeError('unheard of');
  });
  const world = afterStop();
  const outcome = await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'storage-failed' } });
  expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'failed', problem: 'storage-failed' });
});
