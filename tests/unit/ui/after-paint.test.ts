import { expect, it, vi } from 'vitest';
import { afterFirst } from '../../../lib/ui/after-paint.ts';

it.each([
  ['are there', () => Promise.resolve([])],
  ['cannot be read', () => Promise.reject(new Error('no store'))],
  ['are of no store', () => undefined],
])('goes on when the first rows %s', async (_, first) => {
  await expect(afterFirst(first())).resolves.toBeUndefined();
});

it('goes on without first rows that never come, as while another window holds the store', async () => {
  vi.useFakeTimers();
  const later = vi.fn();
  void afterFirst(new Promise(() => undefined)).then(later);
  await vi.advanceTimersByTimeAsync(900);
  expect(later).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(300);
  expect(later).toHaveBeenCalledOnce();
});
