import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings, watchSettings } from '../../lib/settings/settings.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const initial = {
  keepByItself: false,
  recogniseEverywhere: false,
  citeStyle: 'gbt7714',
  quoteForm: 'gbt',
  keepImages: true,
  secondCopy: true,
  exportFormat: 'markdown',
  backupEvery: 'off',
  backupsKept: 5,
  giveBack: false,
  letterKeys: true,
  interfaceLanguage: '',
  keepShelf: '',
  keepTags: [],
  queuePace: 'normal',
  appearance: {
    theme: 'system',
    fontSize: 18,
    measure: 36,
    lineHeight: 1.95,
    face: 'song',
    paragraphs: 'indent',
    writing: 'horizontal',
    script: 'stored',
  },
};

beforeEach(() => fakeBrowser.reset());

it('are the defaults at first', async () => {
  expect(await readSettings()).toEqual(initial);
});

it('keep what was chosen and leave the rest', async () => {
  await changeSettings({ keepByItself: true });
  expect(await readSettings()).toEqual({ ...initial, keepByItself: true });
});

it('take the default for each value that is stored wrongly, and for no other', async () => {
  const appearance = { theme: 'neon', fontSize: 900, measure: 30, lineHeight: '2', face: 'kai' };
  await fakeBrowser.storage.local.set({
    keepByItself: 'yes',
    recogniseEverywhere: true,
    citeStyle: 'turabian',
    exportFormat: 7,
    appearance,
  });
  expect(await readSettings()).toEqual({
    ...initial,
    recogniseEverywhere: true,
    appearance: { ...initial.appearance, measure: 30, face: 'kai' },
  });
  await fakeBrowser.storage.local.set({ appearance: null });
  expect((await readSettings()).appearance).toEqual(initial.appearance);
});

it('tell of each change until nobody watches', async () => {
  const show = vi.fn();
  const stop = watchSettings(show);
  await changeSettings({ keepByItself: true });
  await vi.waitFor(() => expect(show).toHaveBeenCalledWith({ ...initial, keepByItself: true }));
  await fakeBrowser.storage.local.set({ somethingElse: 1 });
  await fakeBrowser.storage.session.set({ keepByItself: true });
  stop();
  // Another watcher is told of the next change: what came before it, and this, would have been told by then.
  const showOther = vi.fn();
  const stopOther = watchSettings(showOther);
  await changeSettings({ keepByItself: false });
  await vi.waitFor(() => expect(showOther).toHaveBeenCalledWith(initial));
  stopOther();
  expect(showOther).toHaveBeenCalledTimes(1);
  expect(show).toHaveBeenCalledTimes(1);
});
