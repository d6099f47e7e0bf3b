import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import SubscriptionEntry from '../../../entrypoints/options/colleagues/SubscriptionEntry.svelte';
import type { SubscriptionRow } from '../../../lib/collection/subscriptions/subscription-row.ts';
import type { ColleaguesWorld } from '../../../lib/features/sync/colleagues-world.ts';

afterEach(cleanup);

const row: SubscriptionRow = {
  ...{ id: 'abcdefghijkl', name: '李老师', vault: 'v', lock: null, key: null, wanted: ['acts'] },
  place: { address: 'https://people.example.edu/li/', user: '', password: '', isIndexed: true },
  ...{ addedAt: 1, triedAt: 1, doneAt: Date.UTC(2026, 10, 27), failures: 0, essays: 300, goneAt: 0 },
  ...{ problem: null, notices: [], running: null },
};

function shown(change: Partial<SubscriptionRow>) {
  const seeFewer = vi.fn(async () => undefined);
  const world = { seeFewer } as Partial<ColleaguesWorld> as ColleaguesWorld;
  render(SubscriptionEntry, { row: { ...row, ...change }, world, onunsubscribe: () => undefined });
  return { seeFewer };
}

it('tells that much less is published than before, until the reader has seen it', async () => {
  const { seeFewer } = shown({ most: 10_000 });
  const told = screen.getByTestId('subscription-fewer');
  expect(told.textContent).toMatch(/10,000 篇.*300 篇/s);
  await fireEvent.click(told.querySelector('button') ?? document.body);
  expect(seeFewer).toHaveBeenCalledWith('abcdefghijkl', 300);
});

it.each([{}, { most: 300 }, { most: 310 }])('tells nothing where few were taken away, or none: %o', (change) => {
  shown(change);
  expect(screen.queryByTestId('subscription-fewer')).toBeNull();
});

it('tells what is odd about what is published', () => {
  const of = { device: 'pubdevice001', name: '李老师' };
  shown({
    notices: [
      { ...of, notice: 'missing' },
      { ...of, notice: 'half' },
    ],
  });
  const told = screen.getAllByTestId('subscription-notice').map(({ textContent }) => textContent);
  expect(told).toEqual([expect.stringMatching(/“李老师”.*已读到的都还在/), expect.stringMatching(/“李老师”.*传完整/)]);
});
