import { beforeEach, expect, it, vi } from 'vitest';
import { createKeep } from '../../../entrypoints/popup/keep.ts';

const api = vi.hoisted(() => ({ session: {} as Record<string, unknown>, calls: [] as unknown[] }));

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: { get: async () => api.session },
      local: { set: async (items: object) => void api.calls.push(...Object.values(items)) },
    },
    runtime: {
      sendMessage: async ({ data }: { data: object }) => {
        api.calls.push(data);
        return { res: 'kept' };
      },
    },
  },
}));

const tab = { id: 7, url: 'http://www.example-school.cn/1.htm', title: '第1篇', incognito: false };

/** The popup's way to keep once the background has answered. */
async function readyToKeep(facts: Partial<typeof tab> = {}) {
  const keeping = createKeep({ ...tab, ...facts });
  keeping.ready();
  await vi.waitFor(() => expect(api.session).toBeDefined());
  await new Promise((resolve) => setTimeout(resolve));
  return keeping;
}

beforeEach(() => {
  api.session = { run: 'this run' };
  api.calls.length = 0;
});

it('a press is written down and asked for in the same moment: a popup that is closed by the next one has done all', async () => {
  const { keep } = await readyToKeep();
  void keep(true, false);
  const [written, asked] = api.calls;
  expect(written).toMatchObject({ by: 'popup', tabId: 7, url: tab.url, title: '第1篇', run: 'this run', tries: 0 });
  expect(asked).toMatchObject({ id: Reflect.get(written as object, 'id'), tabId: 7, anyway: true, again: false });
});

it('a press before anybody knows the name of this run is asked for all the same', async () => {
  api.session = {};
  const { keep } = await readyToKeep();
  expect(await keep(true, false)).toBe('kept');
  expect(api.calls).toHaveLength(1);
});

it('nothing of a private window is written down before the reader has said so', async () => {
  const { keep } = await readyToKeep({ incognito: true });
  await keep(true, false);
  expect(api.calls).toHaveLength(1);
  await keep(true, true);
  expect(api.calls).toHaveLength(3);
});
