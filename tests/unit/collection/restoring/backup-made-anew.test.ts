import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import { deleteUnder } from '../../../support/delete-under.ts';
import { fullCollection } from '../../../support/full-collection.ts';

it.each([0, 29])('a backup whose library is made anew after %i essays is none', async (after) => {
  const collection = await fullCollection(30);
  const state = { isDeleted: false };
  const written = await writeBackup(collection, {}, async () => undefined, {
    onProgress: (done) => {
      if (done <= after || state.isDeleted) return;
      state.isDeleted = true;
      void deleteUnder(collection);
    },
  });
  expect(state.isDeleted).toBe(true);
  expect(written).toMatchObject({ ok: false, problem: { code: 'library-anew' } });
});
