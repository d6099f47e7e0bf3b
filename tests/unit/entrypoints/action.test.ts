import { beforeEach, expect, it, vi } from 'vitest';
import { isWorking, showLookedAt, showOnAction } from '../../../entrypoints/background/action.ts';

const icons = vi.hoisted(() => new Map<number, string>());

vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void icons.set(tabId, text),
      getBadgeText: async ({ tabId }: { tabId: number }) => icons.get(tabId) ?? '',
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      setTitle: async () => undefined,
    },
  },
}));
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

beforeEach(() => icons.clear());

it('what a look at a page finds is shown where nothing is, or what an earlier look found', async () => {
  await showLookedAt(7, { mood: 'essay' });
  expect(icons.get(7)).toBe('文');
  await showLookedAt(7, { mood: 'kept' });
  expect(icons.get(7)).toBe('✓');
});

it.each([
  [{ mood: 'working' }, '…'],
  [{ mood: 'kept' }, '✓'],
  [{ mood: 'failed', problem: 'storage-full' }, '!'],
  [{ mood: 'aside', problem: 'aside-blocked' }, '…'],
] as const)('what became of a keep (%j) is not written over by a look that ended later', async (state, text) => {
  await Promise.all([showOnAction(7, state), showLookedAt(7, { mood: 'essay' })]);
  expect(icons.get(7)).toBe(text);
});

it('what became of a keep is shown over what a look found, in whatever order they come', async () => {
  await Promise.all([showLookedAt(7, { mood: 'essay' }), showOnAction(7, { mood: 'kept' })]);
  expect(icons.get(7)).toBe('✓');
  expect(await isWorking(7)).toBe(false);
  await showOnAction(8, { mood: 'working' });
  expect(await isWorking(8)).toBe(true);
});
