import { expect, it, vi } from 'vitest';
import { askSurely } from '../../../lib/messages/ask-surely.ts';

it('asks once when it is answered', async () => {
  const ask = vi.fn(async (again: boolean) => again);
  expect(await askSurely(ask)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks again, and says that it does, when the background was stopped before it answered', async () => {
  const ask = vi.fn(async (again: boolean) => (again ? 'kept' : Promise.reject(new Error('channel closed'))));
  expect(await askSurely(ask)).toBe('kept');
});

it('gives up when nobody answers at all', async () => {
  vi.useFakeTimers();
  const asking = askSurely(() => Promise.reject(new Error('channel closed'))).catch(String);
  await vi.runAllTimersAsync();
  expect(await asking).toContain('channel closed');
  vi.useRealTimers();
});
