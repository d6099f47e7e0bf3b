import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Publish from '../../../entrypoints/options/colleagues/Publish.svelte';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));
afterEach(cleanup);

const target: SyncTarget = {
  kind: 'webdav',
  address: 'https://dav.example/dav/',
  user: 'reader',
  password: 'app-password',
  lock: null,
  key: null,
  device: '书房',
  wanted: ['acts'],
};

it('publishes in the clear, or with a passphrase that was typed twice alike', async () => {
  const publish = vi.fn(async () => undefined);
  render(Publish, { props: { target, shelves: [], world: { publish } } });
  const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
  const press = () => fireEvent.submit(screen.getByTestId('publish'));
  await press();
  expect(publish).toHaveBeenLastCalledWith(expect.anything(), '书房', '');
  await type('publish-passphrase', '寒来暑往');
  await type('publish-passphrase-again', '寒来暑往去');
  await press();
  expect(publish).toHaveBeenCalledTimes(1);
  expect(screen.getByTestId('publish-wrong').textContent).toBe('两次输入的口令不一样。');
  await type('publish-passphrase-again', '寒来暑往');
  await press();
  await vi.waitFor(() => expect(publish).toHaveBeenLastCalledWith(expect.anything(), '书房', '寒来暑往'));
});
