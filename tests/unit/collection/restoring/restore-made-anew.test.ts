import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupActions } from '../../../../entrypoints/library/backup/backup-actions.ts';
import { openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { deleteUnder } from '../../../support/delete-under.ts';
import { fullCollection } from '../../../support/full-collection.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

beforeEach(() => fakeBrowser.reset());

it.each(['merge', 'replace'] as const)(
  'a restore (%s) whose library is made anew under it is not told as done',
  async (mode) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    expectValue(await writeBackup(await fullCollection(3), {}, (bytes) => void parts.push(bytes)));
    const backup = expectValue(await openBackup(new Blob(parts)));
    const collection = emptyCollection();
    const actions = backupActions(collection);
    const deleted: Promise<void>[] = [];
    const cut = await actions.restore(backup, mode, {
      onProgress: () => {
        if (deleted.length === 0) deleted.push(deleteUnder(collection));
      },
    });
    expect(deleted).toHaveLength(1);
    expect(cut).toMatchObject({ ok: false, problem: { code: 'library-anew' } });
    expect(await actions.restore(backup, mode, {})).toMatchObject({ ok: true, value: { essays: { added: 4 } } });
  },
);
