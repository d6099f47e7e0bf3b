import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { restoreBackup } from '../../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { beginAct, forgetCutOff, listCutOff } from '../../../../lib/collection/running/running-acts.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { fullCollection } from '../../../support/full-collection.ts';

const cutOff = async (collection: Collection) =>
  expectValue(await listCutOff(collection)).map(({ kind, name, done, of, whole }) => [kind, name, done, of, whole]);

/** What stands there when the page of an act has gone: the row, and nobody who holds its lock. */
async function abandoned(collection: Collection, begin: () => ReturnType<typeof beginAct>, note = 0): Promise<void> {
  const running = await begin();
  if (note > 0) await running.note(note);
  const rows = await collection.meta.toArray();
  await running.end();
  await collection.meta.bulkPut(rows);
}

it('an act is told as cut off once its page is gone, and not while it runs or after it ended', async () => {
  const collection = emptyCollection();
  const running = await beginAct(collection, { kind: 'clean', of: 9 });
  await running.note(4);
  expect(await cutOff(collection)).toEqual([]);
  await running.end();
  expect(await cutOff(collection)).toEqual([]);
  await abandoned(collection, () => beginAct(collection, { kind: 'import', name: 'w.warc', id: 'r1' }), 31);
  expect(await cutOff(collection)).toEqual([['import', 'w.warc', 31, 0, false]]);
  expectValue(await forgetCutOff(collection, ['r1']));
  expect(await cutOff(collection)).toEqual([]);
});

it('one that was left before its reader was told is told, and one of the same id that is begun anew is not', async () => {
  const collection = emptyCollection();
  const left = await beginAct(collection, { kind: 'import', id: 'r1' });
  await left.note(3);
  await left.leave();
  expect(await cutOff(collection)).toEqual([['import', '', 3, 0, false]]);
  const again = await beginAct(collection, { kind: 'import', id: 'r1' });
  expect(await cutOff(collection)).toEqual([]);
  await again.end();
  expect(await collection.meta.toCollection().primaryKeys()).toEqual(['made']);
});

it('the newest come first, and what is stored wrongly is passed over', async () => {
  const collection = emptyCollection();
  const act = { id: 'a', kind: 'export', name: '', done: 0, of: 0, whole: false };
  const put = (id: string, change: object) =>
    collection.meta.put({ key: `running-act ${id}`, value: { ...act, id, ...change } });
  await put('a', { startedAt: '2026-03-01T08:00:00.000Z' });
  await put('b', { startedAt: '2026-03-02T08:00:00.000Z', kind: 'backup' });
  await put('c', { startedAt: 7 });
  await put('d', { startedAt: '', kind: 'sleep' });
  expect((await cutOff(collection)).map(([kind]) => kind)).toEqual(['backup', 'export']);
});

it('a note that cannot be stored stops no act', async () => {
  const collection = emptyCollection();
  collection.close();
  const running = await beginAct(collection, { kind: 'backup' });
  await running.note(1);
  await running.leave();
  await running.end();
  expect((await listCutOff(collection)).ok).toBe(false);
  expect((await forgetCutOff(collection, ['x'])).ok).toBe(false);
});

it('that a restore is stored is written with what it stores: both are there, or neither', async () => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(await fullCollection(3), {}, (bytes) => void parts.push(bytes)));
  const backup = expectValue(await openBackup(new Blob(parts)));
  for (const mode of ['merge', 'replace'] as const) {
    const collection = emptyCollection();
    const running = await beginAct(collection, { kind: mode });
    const failed = await restoreBackup(collection, backup, mode, {
      alongside: async () => {
        await running.stored(1);
        throw new Error('The page went away.');
      },
    });
    expect(failed.ok).toBe(false);
    expect(await collection.essays.count()).toBe(0);
    await running.leave();
    expect((await cutOff(collection)).map(([, , , , whole]) => whole)).toEqual([false]);
    expectValue(await restoreBackup(collection, backup, mode, { alongside: () => running.stored(3) }));
    expect((await cutOff(collection)).map(([, , done, , whole]) => [done, whole])).toEqual([[3, true]]);
  }
});
