import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchGranted, fetchWanted, keepImages } from '../../../entrypoints/background/keep/keep-images.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { listImages } from '../../../lib/collection/images/images.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';

const api = vi.hoisted(() => ({ executeScript: vi.fn(), contains: vi.fn() }));
const sendMessage = vi.hoisted(() => vi.fn());
const fetchImage = vi.hoisted(() => vi.fn());

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: api.executeScript },
    permissions: { contains: api.contains },
  },
}));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage }));
vi.mock('../../../lib/images/fetch-image.ts', () => ({ fetchImage }));

const picture = rainfallGif(12, 20);
const base64 = btoa(String.fromCharCode(...picture));
const pageUrl = sampleEssay().originalUrl;
const own = (n: number) => new URL(`/up/${n}.gif`, pageUrl).href;
const foreign = 'http://pictures.example/3.gif';
const survey = {
  contentType: 'text/html',
  length: 9,
  originalUrl: pageUrl,
  recognition: sampleEssay().provenance.recognition,
  path: [],
};
const frame = { tabId: 7, frameId: 0, survey };

const held: { collection: Collection; id: string } = { collection: emptyCollection(), id: '' };
const keep = () => keepImages(held.collection, held.id, frame, pageUrl);
const kept = async () =>
  Object.fromEntries(
    expectValue(await listImages(held.collection, held.id)).map(({ address, type, problem }) => [
      address,
      type || problem,
    ]),
  );
/** What the page answers for an image. */
const inPage = (answer: (address: string) => unknown) =>
  api.executeScript.mockImplementation(async ({ args }) => [{ frameId: 0, result: answer(args[2][0]) }]);

beforeEach(async () => {
  vi.resetAllMocks();
  api.contains.mockResolvedValue(false);
  sendMessage.mockResolvedValue(undefined);
  held.collection = emptyCollection();
  const html = [own(1), own(2), foreign].map((src) => `<p><img src="${src}" alt=""></p>`).join('');
  held.id = expectValue(await keepEssay(held.collection, sampleKeeping({ html }))).id;
});

describe('the images of an essay that was kept', () => {
  it('are fetched by the page and told to the popup', async () => {
    inPage(() => succeed(base64));
    await keep();
    expect(await kept()).toEqual({ [own(1)]: 'image/gif', [own(2)]: 'image/gif', [foreign]: 'image/gif' });
    expect(fetchImage).not.toHaveBeenCalled();
    expect(sendMessage.mock.calls.map(([, progress]) => progress)).toEqual(
      [0, 1, 2, 3].map((done) => ({ tabId: 7, done, of: 3, missing: 0 })),
    );
  });

  it('are fetched from here where the page may not, if the reader has opened their site', async () => {
    inPage((address) => (address === foreign ? fail('unreachable') : succeed(base64)));
    api.contains.mockResolvedValue(true);
    fetchImage.mockResolvedValue(succeed(picture));
    await keep();
    expect(api.contains).toHaveBeenCalledExactlyOnceWith({ origins: ['http://pictures.example/*'] });
    expect((await kept())[foreign]).toBe('image/gif');
  });

  it('say why they are not there', async () => {
    inPage((address) => fail(address === own(1) ? 'not-found' : 'unreachable'));
    await keep();
    expect(await kept()).toEqual({ [own(1)]: 'not-found', [own(2)]: 'unreachable', [foreign]: 'no-permission' });
    expect(sendMessage).toHaveBeenLastCalledWith('keepingImages', { tabId: 7, done: 3, of: 3, missing: 3 });
  });

  it('are asked for from here when the tab went away', async () => {
    api.executeScript.mockRejectedValue(new Error('No tab with id: 7.'));
    api.contains.mockResolvedValue(true);
    fetchImage.mockResolvedValue(succeed(picture));
    await keep();
    expect(Object.values(await kept())).toEqual(['image/gif', 'image/gif', 'image/gif']);
  });

  it('are not asked for twice: only what is missing is', async () => {
    inPage((address) => (address === own(1) ? succeed(base64) : fail('unreachable')));
    await keep();
    inPage(() => succeed(base64));
    api.executeScript.mockClear();
    await keep();
    expect(api.executeScript).toHaveBeenCalledTimes(2);
    expect(Object.values(await kept())).toEqual(['image/gif', 'image/gif', 'image/gif']);
  });

  it.each([
    ['no outcome', { bytes: base64 }],
    ['no base64', succeed('图')],
    ['a reason that nobody knows', fail('boredom')],
    ['a page', succeed(btoa('<html></html>'))],
  ])('are not stored when what comes over is %s', async (_, answer) => {
    inPage(() => answer);
    await keep();
    expect(Object.values(await kept()).every((word) => !word.startsWith('image/'))).toBe(true);
  });
});

it('asks for no image of a site that the reader has not opened', async () => {
  expect(await fetchGranted(foreign)).toEqual(fail('no-permission'));
  expect(fetchImage).not.toHaveBeenCalled();
});

describe('the images that an earlier worker left', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await held.collection.wanted.put({ essayId: held.id, since: '2026-03-01T08:00:00.000Z', tries: 1 });
    api.contains.mockResolvedValue(true);
    return () => vi.useRealTimers();
  });
  const start = async () => {
    const fetching = fetchWanted(held.collection);
    const timer = setInterval(() => vi.advanceTimersByTime(1000));
    await fetching;
    clearInterval(timer);
  };

  it('are fetched by the next one, and wanted no longer', async () => {
    fetchImage.mockResolvedValue(succeed(picture));
    await start();
    expect(Object.values(await kept())).toEqual(['image/gif', 'image/gif', 'image/gif']);
    expect(await held.collection.wanted.count()).toBe(0);
  });

  it('are fetched also where the browser lets go a moment later of what that one held', async () => {
    fetchImage.mockResolvedValue(succeed(picture));
    void navigator.locks.request(`images ${held.id}`, () => new Promise((resolve) => setImmediate(resolve)));
    await start();
    expect(await held.collection.wanted.count()).toBe(0);
  });

  it('are marked as missing where they cannot be had', async () => {
    api.contains.mockResolvedValue(false);
    await start();
    expect(Object.values(await kept())).toEqual(['no-permission', 'no-permission', 'no-permission']);
    expect(await held.collection.wanted.count()).toBe(0);
  });

  it('are marked as missing without asking when no worker lived to their end', async () => {
    await held.collection.wanted.put({ essayId: held.id, since: '2026-03-01T08:00:00.000Z', tries: 4 });
    await start();
    expect(Object.values(await kept())).toEqual(['unreachable', 'unreachable', 'unreachable']);
    expect(fetchImage).not.toHaveBeenCalled();
  });

  it('stay wanted while the disk takes nothing', async () => {
    vi.spyOn(held.collection.guard, 'ready').mockResolvedValue('storage-full');
    fetchImage.mockResolvedValue(succeed(picture));
    await start();
    expect(await held.collection.wanted.count()).toBe(1);
  });
});
