import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import CopyNotice from '../../../lib/features/keep/CopyNotice.svelte';
import { tellCopyTrouble } from '../../../lib/settings/copy-trouble.ts';
import { emptyCollection } from '../../support/collections.ts';

type Listener = (changes: Readonly<Record<string, unknown>>) => void;
const session = vi.hoisted(() => ({ values: {} as Record<string, unknown>, listeners: new Set<Listener>() }));

vi.mock('wxt/browser', () => {
  const told = (...keys: readonly string[]) => {
    for (const listener of session.listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])));
  };
  return {
    browser: {
      storage: {
        session: {
          get: async (key: string) => ({ [key]: session.values[key] }),
          set: async (values: Record<string, unknown>) => {
            Object.assign(session.values, values);
            told(...Object.keys(values));
          },
          remove: async (key: string) => {
            delete session.values[key];
            told(key);
          },
          onChanged: {
            addListener: (listener: Listener) => session.listeners.add(listener),
            removeListener: (listener: Listener) => session.listeners.delete(listener),
          },
        },
      },
    },
  };
});

beforeEach(() => {
  session.values = {};
  session.listeners.clear();
});

it('tells since when the second copy cannot be written, and how much stands in the database alone, until it can', async () => {
  const collection = emptyCollection();
  const { unmount } = render(CopyNotice, { collection });
  expect(screen.queryByTestId('copy-behind')).toBeNull();
  await collection.uncopied.bulkAdd([
    { table: 'tags', keys: ['a'] },
    { table: 'tags', keys: ['b'] },
  ]);
  await tellCopyTrouble(true);
  const notice = await screen.findByTestId('copy-behind');
  await waitFor(() => expect(notice.textContent).toContain('2'));
  await tellCopyTrouble(false);
  await waitFor(() => expect(screen.queryByTestId('copy-behind')).toBeNull());
  unmount();
  expect(session.listeners.size).toBe(0);
});

it('names the first time, however often it was tried since', async () => {
  session.values = { copyTrouble: '2026-03-01T08:00:00.000Z' };
  await tellCopyTrouble(true);
  expect(session.values).toEqual({ copyTrouble: '2026-03-01T08:00:00.000Z' });
});

it('believes no moment that is none', async () => {
  session.values = { copyTrouble: 'long ago' };
  render(CopyNotice, { collection: emptyCollection() });
  await tellCopyTrouble(true);
  expect(session.values).not.toEqual({ copyTrouble: 'long ago' });
});
