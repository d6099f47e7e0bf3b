import { expect, it, vi } from 'vitest';
import { findGone } from '../../../entrypoints/background/backup/save-backup.ts';
import type { BackupFile } from '../../../lib/collection/backup/schedule.ts';

const api = vi.hoisted(() => ({ contains: vi.fn(async () => true), search: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { permissions: { contains: api.contains }, downloads: { search: api.search } },
}));
vi.mock('#i18n', () => ({ i18n: { t: () => 'x' } }));
vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));
vi.mock('../../../entrypoints/background/offscreen-document.ts', () => ({}));

const file = (id: number): BackupFile => ({ id, name: `${id}.zip`, madeAt: '', essays: 1, collection: '' });
const files = [1, 2, 3, 4].map(file);

/** Files 2 and 4 were deleted; 3 is no longer in the list of downloads; 4 was never whole. The browser knows it from the second look on. */
function browserWithList(): void {
  const looks = new Map<number, number>();
  api.search.mockImplementation(async ({ id }: { readonly id: number }) => {
    looks.set(id, (looks.get(id) ?? 0) + 1);
    const exists = ![2, 4].includes(id) || (looks.get(id) ?? 0) < 2;
    return id === 3 ? [] : [{ id, exists, state: id === 4 ? 'interrupted' : 'complete' }];
  });
}

it('asks twice, since a look has the browser look at the disk, and believes of no other file that it is gone', async () => {
  browserWithList();
  expect([...(await findGone(files))]).toEqual([2]);
});

it('asks nothing where there is nothing to ask of, or no permission to', async () => {
  browserWithList();
  api.search.mockClear();
  expect((await findGone([])).size).toBe(0);
  api.contains.mockResolvedValue(false);
  expect((await findGone(files)).size).toBe(0);
  expect(api.search).not.toHaveBeenCalled();
});
