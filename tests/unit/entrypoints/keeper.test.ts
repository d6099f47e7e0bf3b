import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { forgetOutcomes, listOutcomes } from '../../../lib/collection/outcomes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const api = vi.hoisted(() => ({ executeScript: vi.fn(), getTab: vi.fn(), settings: { keepImages: false } }));
const showOnAction = vi.hoisted(() => vi.fn());
const isWorking = vi.hoisted(() => vi.fn());

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: api.executeScript },
    tabs: { get: api.getTab },
    storage: { local: { get: async () => api.settings } },
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
  api.settings.keepImages = false;
  openTab();
});

describe('a keep that a worker left when it was stopped', () => {
  it('before the page was read, is read and kept, and told', async () => {
    const world = afterStop();
    await world.left();
    await world.keeper.takeUp();
    expect(await world.count()).toBe(1);
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'kept' });
    expect(await world.told()).toMatchObject([{ id: 'one', problem: '', title: '论县域经济的转型' }]);
    await world.forgotten();
  });

  it('after the page was read, is kept without the tab', async () => {
    api.getTab.mockRejectedValue(new Error('No tab with id: 7.'));
    api.executeScript.mockRejectedValue(new Error('No tab with id: 7.'));
    const world = afterStop({ run: 'an earlier run' }, true);
    await world.left();
    await world.keeper.takeUp();
    expect(await world.count()).toBe(1);
    expect(await world.told()).toMatchObject([{ id: 'one', problem: '' }]);
  });

  it('after it was kept, is not kept twice', async () => {
    const world = afterStop({}, true);
    await world.left();
    const { id } = expectValue(await keepEssay(world.collection, { ...sampleKeeping(), captureId: 'one' }));
    await world.keeper.takeUp();
    expect(await world.collection.captures.count()).toBe(1);
    expect(await world.told()).toMatchObject([{ essayId: id, problem: '' }]);
  });

  it.each([
    ['the tab is closed', () => api.getTab.mockRejectedValue(new Error('No tab with id: 7.')), {}],
    ['the tab shows another page', () => api.getTab.mockResolvedValue({ url: 'http://elsewhere.cn/' }), {}],
    ['the browser has ended', () => undefined, { run: 'an earlier run' }],
  ])('cannot be read any more, when %s, and the reader is told', async (_, change, facts) => {
    change();
    const world = afterStop(facts);
    await world.left();
    await world.keeper.takeUp();
    expect(await world.count()).toBe(0);
    expect(api.executeScript).not.toHaveBeenCalled();
    expect(await world.told()).toMatchObject([{ problem: 'interrupted', url, by: 'key' }]);
    await world.forgotten();
  });

  it('is taken up once also where the browser lets go of its lock a moment after the next worker has started', async () => {
    const world = afterStop({}, true);
    await world.left();
    // A worker that was stopped holds the lock for a moment.
    const end = new AbortController();
    void navigator.locks.request('keep one', () => new Promise((free) => end.signal.addEventListener('abort', free)));
    void world.keeper.takeUp();
    expect(await world.keeper.takeUp()).toBe('under way');
    end.abort();
    await world.forgotten();
    expect(await world.collection.captures.count()).toBe(1);
    expect(await world.told()).toMatchObject([{ id: 'one', problem: '' }]);
  });

  it('again and again, is given up and told', async () => {
    const world = afterStop({ tries: 3 });
    await world.left();
    await world.keeper.takeUp();
    expect(await world.told()).toMatchObject([{ problem: 'stopped' }]);
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'failed', problem: 'stopped' });
  });

  it('is answered to the popup that asks again, once, and by nothing else', async () => {
    const world = afterStop();
    await world.left();
    const again = { id: 'one', tab: { id: 7, url }, by: 'popup', anyway: true } as const;
    const [outcome] = await Promise.all([world.keeper.keepAgain(again), world.keeper.takeUp()]);
    expect(outcome).toMatchObject({ ok: true });
    expect(await world.keeper.keepAgain(again)).toEqual(outcome);
    expect(await world.collection.captures.count()).toBe(1);
    expect(await world.told()).toEqual([]);
  });

  it('is told once, and not again by a later look at the journal', async () => {
    const world = afterStop({}, true);
    await world.left();
    expectValue(await keepEssay(world.collection, { ...sampleKeeping(), captureId: 'one' }));
    await world.keeper.takeUp();
    expectValue(await forgetOutcomes(world.collection, ['one']));
    await world.keeper.takeUp();
    expect(await world.told()).toEqual([]);
  });

  it('after it was kept, is told on the icon and forgotten when the popup asks again', async () => {
    const world = afterStop({}, true);
    await world.left();
    expectValue(await keepEssay(world.collection, { ...sampleKeeping(), captureId: 'one' }));
    await world.keeper.keepAgain({ id: 'one', tab: { id: 7, url }, by: 'popup', anyway: true });
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'kept' });
    await world.forgotten();
  });

  it('before anything was stored, is begun anew by the popup that asks again', async () => {
    const world = afterStop();
    const outcome = await world.keeper.keepAgain({ id: 'one', tab: { id: 7, url }, by: 'popup', anyway: true });
    expect(outcome).toMatchObject({ ok: true });
    expect(await world.count()).toBe(1);
  });
});

describe('a keep while the collection takes nothing', () => {
  it.each([
    ['storage-blocked', 'aside-blocked'],
    ['storage-newer', 'aside-newer'],
    ['storage-trouble', 'aside-trouble'],
  ] as const)('(%s) stays in the journal, says so, and is kept later', async (problem, told) => {
    const world = afterStop();
    const ready = vi.spyOn(world.collection.guard, 'ready').mockResolvedValue(problem);
    const request = { tab: { id: 7, url }, by: 'key', anyway: true } as const;
    expect(await world.keeper.keep(request)).toMatchObject({ problem: { code: told } });
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'aside', problem: told });
    expect(await world.journal.entries()).toHaveLength(1);
    ready.mockRestore();
    await world.keeper.takeUp();
    expect(await world.count()).toBe(1);
    await world.forgotten();
  });

  it('(a full disk) is refused and told, and not tried again by itself', async () => {
    const world = afterStop();
    vi.spyOn(world.collection.guard, 'ready').mockResolvedValue('storage-full');
    expect(await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true })).toMatchObject({
      problem: { code: 'storage-full' },
    });
    await world.forgotten();
  });
});

it('an essay wants its images in the same transaction, where the reader wants any', async () => {
  const world = afterStop();
  await world.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true });
  expect(await world.collection.wanted.count()).toBe(0);
  api.settings.keepImages = true;
  const other = afterStop();
  vi.spyOn(other.collection.wanted, 'delete').mockRejectedValue(new Error('stopped'));
  await other.keeper.keep({ tab: { id: 7, url }, by: 'key', anyway: true });
  expect(await other.collection.wanted.count()).toBe(1);
});

it('is done by one, however often the journal is looked at meanwhile', async () => {
  const world = afterStop();
  const kept = world.keeper.keep({ id: 'one', tab: { id: 7, url }, by: 'key', anyway: true });
  await Promise.all([world.keeper.takeUp(), kept, world.keeper.takeUp()]);
  await world.keeper.takeUp();
  expect(await world.collection.captures.count()).toBe(1);
  expect(await world.told()).toEqual([]);
});

it.each([
  ['http://www.elsewhere.cn/9.htm', 'invalid'],
  ['https://www.example-school.cn/9.htm', 'invalid'],
  ['', null],
  ['file:///saved/9.htm', null],
  ['http://www.example-school.cn/other.asp', null],
])('a page that says that it is of another site than its tab (%j) is not kept', async (tabUrl, problem) => {
  const world = afterStop();
  api.getTab.mockResolvedValue({ url: tabUrl });
  const outcome = await world.keeper.keep({ tab: { id: 7, url: tabUrl }, by: 'key', anyway: true });
  expect(outcome.ok ? null : outcome.problem.code).toBe(problem);
  expect(await world.count()).toBe(problem === null ? 1 : 0);
});

describe('a page that the reader left while it was kept', () => {
  const keepAndLeave = async (page: string) => {
    const world = afterStop();
    vi.spyOn(world.collection.guard, 'ready').mockResolvedValue('storage-full');
    const kept = world.keeper.keep({ id: 'one', tab: { id: 7, url }, by: 'key', anyway: true });
    api.getTab.mockResolvedValue({ url: page });
    await kept;
    return world;
  };

  it('has nothing shown over the page that took its place; the library tells', async () => {
    const world = await keepAndLeave('http://elsewhere.cn/');
    expect(showOnAction).toHaveBeenCalledExactlyOnceWith(7, { mood: 'working' });
    expect(await world.told()).toMatchObject([{ problem: 'storage-full', url }]);
  });

  it('is still there when another place of it is jumped to, or it changed its address by itself', async () => {
    expect(await (await keepAndLeave(`${url}#note1`)).told()).toEqual([]);
    isWorking.mockResolvedValue(true);
    expect(await (await keepAndLeave('http://elsewhere.cn/')).told()).toEqual([]);
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'failed', problem: 'storage-full' });
  });
});

describe('a private window', () => {
  const tab = { id: 7, url, incognito: true };

  it('has nothing written down unasked', async () => {
    const world = afterStop();
    expect(await world.keeper.keep({ tab, by: 'key', anyway: true })).toMatchObject({
      problem: { code: 'private-window' },
    });
    expect(await world.journal.entries()).toEqual([]);
    expect(await world.count()).toBe(0);
    expect(showOnAction).toHaveBeenCalledExactlyOnceWith(7, { mood: 'failed', problem: 'private-window' });
  });

  it('has its page kept when the reader says so', async () => {
    const world = afterStop();
    const outcome = await world.keeper.keep({ tab, by: 'popup', anyway: true, evenPrivate: true });
    expect(outcome).toMatchObject({ ok: true });
  });
});
