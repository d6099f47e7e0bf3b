import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import InterruptedKeeps from '../../../lib/features/keep/InterruptedKeeps.svelte';
import { emptyCollection } from '../../support/collections.ts';

const row = {
  by: 'key',
  askedAt: '2026-03-01T08:00:00.000Z',
  endedAt: '2026-03-01T08:01:00.000Z',
  url: 'http://www.example-school.cn/1.htm',
  essayId: '',
} as const;

it('tells what became of interrupted keeps until the reader has seen it', async () => {
  const collection = emptyCollection();
  render(InterruptedKeeps, { collection });
  expect(screen.queryByTestId('interrupted')).toBeNull();
  await collection.outcomes.bulkPut([
    { ...row, id: 'a', title: '第1篇', problem: 'interrupted' },
    { ...row, id: 'b', title: '第2篇', essayId: 'essay', problem: '' },
    { ...row, id: 'c', title: '第3篇', url: 'javascript:alert(1)', problem: 'tab-gone' },
  ]);
  const told = await screen.findByTestId('interrupted');
  const links = [...told.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links.toSorted()).toEqual(['/reader.html?id=essay', row.url]);
  expect(told.textContent).toContain('后来已补存');
  expect(told.textContent).toContain('还没来得及读');
  await fireEvent.click(screen.getByTestId('interrupted-seen'));
  await waitFor(() => expect(screen.queryByTestId('interrupted')).toBeNull());
  expect(await collection.outcomes.count()).toBe(0);
});
