import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describePage } from '../../../entrypoints/background/describe-page.ts';
import { createKeeper } from '../../../entrypoints/background/keep/keeper.ts';
import { pageRecognised } from '../../../entrypoints/background/page-recognised.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { findByUrl } from '../../../lib/collection/get-essay.ts';
import { openJournal } from '../../../lib/collection/journal/journal.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const api = vi.hoisted(() => ({ executeScript: vi.fn(), getTab: vi.fn(), settings: {} as Record<string, unknown> }));
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

const { recognition } = sampleEssay().provenance;
const { html: _html, text: _text, provenance: _provenance, archivedCopy: _copy, ...facts } = sampleEssay();
const summary = { ...facts, archive: null, claim: null, doubts: 0, length: 20 };
const unrecognised = { ...recognition, portal: false, kind: null, score: 1 };

/** What the clipper would answer in one frame. */
interface FakeFrame {
  readonly survey?: object;
  readonly summarise?: unknown;
  readonly take?: unknown;
}

const surveyOf = (changes: object = {}) => ({
  contentType: 'text/html',
  length: 900,
  originalUrl: sampleEssay().originalUrl,
  recognition,
  path: [],
  ...changes,
});
const clip = {
  essay: sampleEssay(),
  capture: { pageUrl: sampleEssay().originalUrl, charset: 'gb18030', originalForm: 'served', rulesVersion: 1 },
  original: btoa('<p>x</p>'),
  otherPages: [],
};

/** A tab with these frames: frame 0 is the page. */
function openTab(...frames: FakeFrame[]): void {
  api.executeScript.mockImplementation(async ({ target, args }) => {
    const ids: number[] = target.frameIds ?? [...frames.keys()];
    return ids.map((frameId) => ({ frameId, result: frames[frameId]?.[args?.[1] as keyof FakeFrame] ?? null }));
  });
}

function closeTab(url?: string): void {
  api.executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
  api.getTab.mockResolvedValue({ url });
}

/** A keeper as the background makes it, with a journal in memory. */
const keeperOf = (collection: Collection) =>
  createKeeper({
    collection,
    journal: openJournal(memoryFolder(), quickStore()),
    run: async () => 'one',
    wakeLater: () => undefined,
    copied: async () => true,
    everCopied: async () => true,
    isDiskTight: async () => false,
  });

/** Keeps what is in tab 7, as the popup asks for it. */
const keepPage = (collection: Collection, anyway: boolean) =>
  keeperOf(collection).keep({ tab: { id: 7 }, by: 'popup', anyway });

beforeEach(() => {
  vi.resetAllMocks();
  api.getTab.mockResolvedValue({});
  api.settings = {};
});

describe('describing a page', () => {
  it('gives recognition and summary of an essay, not kept yet', async () => {
    openTab({ survey: surveyOf(), summarise: summary });
    const state = { state: 'recognised', recognition, summary, kept: null };
    expect(await describePage(emptyCollection(), 1, true)).toEqual(state);
  });

  it('marks an essay that is kept', async () => {
    const collection = emptyCollection();
    const { id, keptAt } = expectValue(await keepEssay(collection, sampleKeeping()));
    openTab({ survey: surveyOf(), summarise: summary });
    expect(await describePage(collection, 1, true)).toMatchObject({ kept: { id, keptAt } });
  });

  it('gives no summary of a page that is not an essay', async () => {
    openTab({ survey: surveyOf({ recognition: unrecognised }), summarise: summary });
    expect(await describePage(emptyCollection(), 1, true)).toMatchObject({ state: 'not-an-essay', summary: null });
  });

  it('reads the frame of a frameset that holds the essay', async () => {
    const menu = surveyOf({ recognition: unrecognised, length: 5000, originalUrl: 'http://a.cn/menu.htm' });
    openTab(
      { survey: surveyOf({ recognition: unrecognised, length: 0 }) },
      { survey: menu },
      { survey: surveyOf(), summarise: summary },
    );
    expect(await describePage(emptyCollection(), 1, true)).toMatchObject({ state: 'recognised', summary });
  });

  it('reads the frame that is most surely an essay', async () => {
    const better = surveyOf({ recognition: { ...recognition, score: recognition.score + 1 } });
    openTab({ survey: surveyOf() }, { survey: better, summarise: summary });
    expect(await describePage(emptyCollection(), 1, true)).toMatchObject({ summary });
  });

  it('prefers the page to a longer frame when neither is an essay', async () => {
    const advert = { ...unrecognised, score: 0 };
    openTab(
      { survey: surveyOf({ recognition: unrecognised }) },
      { survey: surveyOf({ recognition: advert, length: 5000 }) },
    );
    expect(await describePage(emptyCollection(), 1, true)).toMatchObject({ recognition: unrecognised });
  });

  it('shows nothing of an answer that has not the right shape', async () => {
    openTab({ survey: surveyOf(), summarise: { title: 7 } });
    expect(await describePage(emptyCollection(), 1, true)).toMatchObject({ state: 'recognised', summary: null });
  });

  it.each([
    ['pdf', surveyOf({ contentType: 'application/pdf', recognition: unrecognised })],
    ['empty', surveyOf({ length: 0, recognition: unrecognised })],
  ])('says %s when that is why it cannot be read', async (reason, survey) => {
    openTab({ survey });
    expect(await describePage(emptyCollection(), 1, true)).toEqual({ state: 'cannot-be-read', reason });
  });

  it.each([
    ['chrome://settings/', true, 'browser-page'],
    ['moz-extension://abc/library.html', true, 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', true, 'browser-page'],
    ['https://addons.mozilla.org/zh-CN/', true, 'browser-page'],
    [undefined, true, 'browser-page'],
    [undefined, false, 'no-access'],
    ['http://a.cn/report.pdf?x=1', true, 'pdf'],
    ['http://a.cn/show.asp', true, 'no-access'],
  ])('explains why %s is closed (granted: %s): %s', async (url, granted, reason) => {
    closeTab(url);
    expect(await describePage(emptyCollection(), 1, granted)).toEqual({ state: 'cannot-be-read', reason });
  });
});

describe('keeping a page', () => {
  it('keeps it and shows that on the toolbar', async () => {
    const collection = emptyCollection();
    openTab({ survey: surveyOf(), take: { ok: true, value: clip } });
    const mark = expectValue(await keepPage(collection, false));
    expect(expectValue(await findByUrl(collection, sampleEssay().originalUrl))).toMatchObject(mark);
    expect(showOnAction).toHaveBeenCalledWith(7, { mood: 'kept' });
  });

  it('keeps the frame that holds the essay', async () => {
    const collection = emptyCollection();
    openTab(
      { survey: surveyOf({ recognition: unrecognised }) },
      { survey: surveyOf(), take: { ok: true, value: clip } },
    );
    expectValue(await keepPage(collection, false));
    expect(expectValue(await countEssays(collection))).toBe(1);
  });

  it.each<[string, FakeFrame]>([
    ['nothing-to-keep', { survey: surveyOf(), take: { ok: false, problem: { code: 'nothing-to-keep' } } }],
    ['invalid', { survey: surveyOf(), take: { ok: false, problem: { code: 'failed', detail: 'Error: x' } } }],
    ['tab-gone', { survey: surveyOf(), take: null }],
    ['invalid', { survey: surveyOf(), take: 'text' }],
    ['invalid', { survey: surveyOf(), take: { ok: true, value: { ...clip, essay: {} } } }],
    ['no-answer', { survey: { contentType: 7 } }],
  ])('says %s, shows it and keeps nothing', async (code, frame) => {
    const collection = emptyCollection();
    openTab(frame);
    expect(await keepPage(collection, false)).toMatchObject({ ok: false, problem: { code } });
    expect(showOnAction).toHaveBeenCalledWith(7, { mood: 'failed', problem: code });
    expect(expectValue(await countEssays(collection))).toBe(0);
  });

  it('says that a page without access cannot be read', async () => {
    closeTab();
    expect(await keepPage(emptyCollection(), true)).toMatchObject({ problem: { code: 'cannot-be-read' } });
  });
});

describe('a page that was recognised', () => {
  const origin = { tab: { id: 7 }, url: sampleEssay().originalUrl };
  const recognised = (collection: Collection, sent: unknown, from: object = origin) =>
    pageRecognised(collection, keeperOf(collection), sent, { ...origin, ...from });

  it('is shown on the toolbar', async () => {
    await recognised(emptyCollection(), recognition);
    expect(showOnAction).toHaveBeenCalledExactlyOnceWith(7, { mood: 'essay' });
  });

  it('is shown as kept when it is, and not kept again', async () => {
    api.settings = { keepByItself: true };
    const collection = emptyCollection();
    await keepEssay(collection, sampleKeeping());
    await recognised(collection, recognition);
    expect(showOnAction).toHaveBeenCalledExactlyOnceWith(7, { mood: 'kept' });
    expect(api.executeScript).not.toHaveBeenCalled();
  });

  it('is kept by itself when the reader wants that', async () => {
    api.settings = { keepByItself: true };
    const collection = emptyCollection();
    openTab({ survey: surveyOf(), take: { ok: true, value: clip } });
    await recognised(collection, recognition);
    expect(expectValue(await countEssays(collection))).toBe(1);
  });

  it('is not kept again when it is another page of a kept essay', async () => {
    api.settings = { keepByItself: true };
    const collection = emptyCollection();
    await keepEssay(collection, sampleKeeping());
    openTab({ survey: surveyOf(), take: { ok: true, value: clip } });
    await recognised(collection, recognition, { url: `${origin.url}&page=2` });
    expect(showOnAction).toHaveBeenLastCalledWith(7, { mood: 'kept' });
    expect(expectValue(await countEssays(collection))).toBe(1);
  });

  it('is not kept by itself in a private window', async () => {
    api.settings = { keepByItself: true };
    await recognised(emptyCollection(), recognition, { tab: { id: 7, incognito: true } });
    expect(showOnAction).toHaveBeenCalledExactlyOnceWith(7, { mood: 'essay' });
    expect(api.executeScript).not.toHaveBeenCalled();
  });

  it.each([
    ['a notice', { ...recognition, kind: 'notice' }],
    ['nonsense', { kind: 'essay' }],
  ])('is passed over when it is %s', async (_, sent) => {
    await recognised(emptyCollection(), sent);
    expect(showOnAction).not.toHaveBeenCalled();
  });
});
