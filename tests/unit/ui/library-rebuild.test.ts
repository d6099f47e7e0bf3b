import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import RebuildIndex from '../../../entrypoints/library/dialogs/RebuildIndex.svelte';

afterEach(cleanup);

it('makes the index anew, shows how far it is, and then looks again', async () => {
  const ends: (() => void)[] = [];
  const ondone = vi.fn();
  const rebuild = async (tell: (share: number) => void) => {
    tell(0.4);
    await new Promise<void>((resolve) => ends.push(resolve));
  };
  render(RebuildIndex, { search: { rebuild }, ondone });
  await fireEvent.click(screen.getByTestId('rebuild'));
  expect((await screen.findByTestId('rebuild-progress')).getAttribute('value')).toBe('0.4');
  for (const end of ends) end();
  await expect.poll(() => ondone.mock.calls.length).toBe(1);
  expect(screen.queryByTestId('rebuild-progress')).toBeNull();
});

it('says so when that fails, and can be asked again', async () => {
  const ondone = vi.fn();
  const rebuild = () => Promise.reject(new Error('no room'));
  render(RebuildIndex, { search: { rebuild }, ondone });
  await fireEvent.click(screen.getByTestId('rebuild'));
  await screen.findByRole('alert');
  expect(screen.getByTestId('rebuild')).toBeTruthy();
  expect(ondone).not.toHaveBeenCalled();
});
