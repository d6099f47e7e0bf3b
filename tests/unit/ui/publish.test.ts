import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Publish from '../../../entrypoints/options/colleagues/Publish.svelte';
import Published from '../../../entrypoints/options/colleagues/Published.svelte';
import type { Publication } from '../../../lib/collection/publishing/publication.ts';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import type { ColleaguesWorld } from '../../../lib/features/sync/colleagues-world.ts';
import { newClock } from '../../../lib/sync/model/clock.ts';
import { newSyncState } from '../../../lib/sync/run/sync-state.ts';

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

describe('what is published', () => {
  const published = (change: Partial<Publication>, granted = true) => {
    const publication: Publication = {
      wish: { shelf: '', notes: false, marks: false, wanted: ['acts'] },
      state: newSyncState('aaaa', '书房', ['acts']),
      clock: newClock,
      ...{ indexed: 0, triedAt: 0, doneAt: 0, problem: null, essays: 0 },
      ...change,
    };
    const world = { allowTarget: vi.fn(async () => granted), publishNow: vi.fn(async () => undefined) };
    render(Published, { props: { publication, target, shelves: [], world: world as unknown as ColleaguesWorld } });
    return world;
  };

  it('says that it is being sent, and offers it to nobody before it is there', () => {
    published({ running: true });
    expect(screen.getByTestId('publish-running').textContent).toBe('正在发布…');
    expect(screen.getByTestId('publish-now')).toHaveProperty('disabled', true);
    expect(screen.queryByTestId('hand-over')).toBeNull();
  });

  it('says that it waits for essays that were lost, and where they are put back', () => {
    published({ doneAt: 1, essays: 3, waits: true });
    expect(screen.getByTestId('publish-waits').textContent).toContain('文库里少了一些文章');
    expect(screen.getByTestId('publish-waits').querySelector('a')?.getAttribute('href')).toBe('/library.html');
  });

  it('asks for the permission that it lacks, and goes on where it is given', async () => {
    const world = published({ problem: { code: 'not-allowed', detail: '' } });
    expect(screen.queryByTestId('publish-now')).toBeNull();
    await fireEvent.click(screen.getByTestId('publish-allow'));
    await vi.waitFor(() => expect(world.publishNow).toHaveBeenCalledOnce());
    cleanup();
    const refused = published({ problem: { code: 'not-allowed', detail: '' } }, false);
    await fireEvent.click(screen.getByTestId('publish-allow'));
    await vi.waitFor(() => expect(refused.allowTarget).toHaveBeenCalledOnce());
    expect(refused.publishNow).not.toHaveBeenCalled();
  });
});
