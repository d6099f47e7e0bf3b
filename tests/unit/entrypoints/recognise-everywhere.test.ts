import { beforeEach, expect, it, vi } from 'vitest';
import {
  followRecogniseEverywhere,
  forgetRecogniseEverywhere,
} from '../../../entrypoints/background/recognise-everywhere.ts';

/** A browser that remembers scripts, the permission and the setting. */
const state = vi.hoisted(() => ({ wanted: false, granted: false, scripts: new Map<string, object>() }));

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { contains: async () => state.granted },
    scripting: {
      getRegisteredContentScripts: async () => [...state.scripts.values()],
      registerContentScripts: async ([script]: { id: string }[]) => {
        if (!script || state.scripts.has(script.id)) throw new Error('Duplicate script ID');
        state.scripts.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) state.scripts.delete(id);
      },
    },
    storage: {
      local: {
        get: async () => ({ recogniseEverywhere: state.wanted }),
        set: async (change: { recogniseEverywhere: boolean }) => {
          state.wanted = change.recogniseEverywhere;
        },
      },
    },
  },
}));

beforeEach(() => {
  Object.assign(state, { wanted: false, granted: false });
  state.scripts.clear();
});

it('registers the recogniser for all sites but the granted ones, for good', async () => {
  Object.assign(state, { wanted: true, granted: true });
  await followRecogniseEverywhere();
  const [script] = state.scripts.values();
  expect(script).toMatchObject({ matches: ['<all_urls>'], allFrames: true, persistAcrossSessions: true });
  expect(script).toHaveProperty('excludeMatches', expect.arrayContaining(['*://*.nbdx.cn/*', '*://web.archive.org/*']));
});

it.each([
  ['not wanted', false, true],
  ['not granted', true, false],
])('does not while it is %s, and takes it back', async (_, wanted, granted) => {
  Object.assign(state, { wanted, granted });
  state.scripts.set('recognise-everywhere', {});
  await followRecogniseEverywhere();
  expect(state.scripts.size).toBe(0);
});

it('registers once when setting and permission change together', async () => {
  Object.assign(state, { wanted: true, granted: true });
  await Promise.all([followRecogniseEverywhere(), followRecogniseEverywhere()]);
  expect(state.scripts.size).toBe(1);
});

it('turns the setting off when the permission is taken away', async () => {
  Object.assign(state, { wanted: true, granted: true });
  await followRecogniseEverywhere();
  state.granted = false;
  await forgetRecogniseEverywhere();
  expect(state).toMatchObject({ wanted: false, scripts: new Map() });
});

it('leaves the setting when another permission goes', async () => {
  Object.assign(state, { wanted: true, granted: true });
  await forgetRecogniseEverywhere();
  expect(state.wanted).toBe(true);
  expect(state.scripts.size).toBe(1);
});
