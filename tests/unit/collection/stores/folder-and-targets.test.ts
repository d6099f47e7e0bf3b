import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileInto, settleTarget } from '../../../../lib/collection/actions/file-into.ts';
import { readBackupFiles, writeBackupFiles } from '../../../../lib/collection/backup/backup-files.ts';
import { isBackup } from '../../../../lib/collection/backup/is-backup.ts';
import { makeBackup } from '../../../../lib/collection/backup/make-backup.ts';
import {
  hasMerge,
  mergeKey,
  saveMerge,
  takeBackStored,
} from '../../../../lib/collection/backup/merging/stored-merges.ts';
import { keysOfMark } from '../../../../lib/collection/copy/keys-of-mark.ts';
import { markEssay } from '../../../../lib/collection/copy/mark-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { onChange } from '../../../../lib/collection/living-folder/on-change.ts';
import {
  changeFolder,
  dropAllMirrored,
  dropMirrored,
  forgetFolder,
  getFolder,
  listMirrored,
  putMirrored,
  setFolder,
} from '../../../../lib/collection/living-folder/rows-of-folder.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';

const collection = emptyCollection();
const essay = { id: '' };
beforeAll(async () => {
  essay.id = expectValue(await keepEssay(collection, numberedKeeping(1))).id;
});
afterAll(() => collection.close());

describe('where essays go that come in', () => {
  it('is a collection that is made, or one that is there', async () => {
    const made = expectValue(await settleTarget(collection, { shelf: '', made: '塘', tags: ['甲'] }));
    expect([made.tags, (await collection.shelves.get(made.shelf))?.name]).toEqual([['甲'], '塘']);
    expect(expectValue(await settleTarget(collection, { shelf: 's', made: ' ', tags: [] }))).toEqual({
      shelf: 's',
      tags: [],
    });
    const closed = emptyCollection();
    closed.close();
    expect(await settleTarget(closed, { shelf: 's', made: '堤', tags: ['乙'] })).toMatchObject({ ok: false });
  });

  it('and tags; what was deleted meanwhile is passed over', async () => {
    const { shelf } = expectValue(await settleTarget(collection, { shelf: '', made: '闸', tags: [] }));
    const row = async () => await collection.essays.get(essay.id);
    expect(await fileInto(collection, [], { shelf, tags: ['甲'] })).toBe(true);
    expect(await fileInto(collection, [essay.id], { shelf: '', tags: [] })).toBe(true);
    expect(await fileInto(collection, [essay.id], { shelf: 'gone', tags: [] })).toBe(true);
    expect([(await row())?.shelves, (await row())?.tags]).toEqual([[], []]);
    expect(await fileInto(collection, [essay.id], { shelf, tags: [] })).toBe(true);
    expect([(await row())?.shelves, (await row())?.tags]).toEqual([[shelf], []]);
    expect(await fileInto(collection, [essay.id], { shelf: '', tags: ['甲'] })).toBe(true);
    expect((await row())?.tags).toHaveLength(1);
  });

  it('is told where it could not be stored', async () => {
    const closed = emptyCollection();
    closed.close();
    expect(await fileInto(closed, ['e1'], { shelf: '', tags: ['甲'] })).toBe(false);
    expect(await fileInto(closed, ['e1'], { shelf: 's', tags: [] })).toBe(true);
    const failing = new Proxy(closed, {
      get: (whole, name) => (name === 'shelves' ? { get: async () => ({ id: 's' }) } : Reflect.get(whole, name)),
    });
    expect(await fileInto(failing, ['e1'], { shelf: 's', tags: [] })).toBe(false);
  });
});

describe('the living folder', () => {
  const row = {
    handle: null,
    name: '文存',
    query: '',
    template: { name: '{title}', lines: '' },
    originals: false,
    syncedAt: '',
  };
  const mirrored = (essayId: string) => ({ essayId, path: `${essayId}.md`, state: 's', moving: '' });

  it('is one, in the place of the one before', async () => {
    expect(await getFolder(collection)).toBeNull();
    await changeFolder(collection, { name: 'x' });
    expect(await getFolder(collection)).toBeNull();
    await setFolder(collection, row);
    await putMirrored(collection, mirrored('e1'));
    expect(await getFolder(collection)).toEqual({ ...row, id: 'folder' });
    await changeFolder(collection, { syncedAt: '2026' });
    expect(await getFolder(collection)).toEqual({ ...row, id: 'folder', syncedAt: '2026' });
    await setFolder(collection, { ...row, name: '另一处' });
    expect([(await getFolder(collection))?.name, await listMirrored(collection)]).toEqual(['另一处', []]);
    await putMirrored(collection, mirrored('e1'));
    await forgetFolder(collection);
    expect([await getFolder(collection), await listMirrored(collection)]).toEqual([null, []]);
  });

  it('knows what was written into it', async () => {
    for (const id of ['e1', 'e2', 'e3']) await putMirrored(collection, mirrored(id));
    await putMirrored(collection, { ...mirrored('e2'), moving: 'x' });
    await dropMirrored(collection, 'e1');
    expect(await listMirrored(collection)).toEqual([{ ...mirrored('e2'), moving: 'x' }, mirrored('e3')]);
    await dropAllMirrored(collection);
    expect(await listMirrored(collection)).toEqual([]);
  });

  it('is told of changes in the tables that it is of, until it wants no more', async () => {
    const changed = vi.fn();
    const stop = onChange(collection, ['tags', 'meta'], changed);
    await collection.tags.put({ id: 't9', name: '丙', color: '' } as never);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    const calls = changed.mock.calls.length;
    // Told after the other: when it has heard of a change, the other would have, too.
    const heard = vi.fn();
    const stopHearing = onChange(collection, ['searches', 'tags'], heard);
    await collection.searches.put({ id: 'q', name: 'x', query: '', madeAt: '' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(changed.mock.calls.length).toBe(calls);
    stop();
    await collection.tags.delete('t9');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    stopHearing();
    expect(changed.mock.calls.length).toBe(calls);
  });
});

describe('an essay that is to be copied once more', () => {
  it('is marked with all its rows', async () => {
    await collection.sent.put({ id: 'x', essayId: essay.id } as never);
    await collection.sent.put({ id: 'y', essayId: 'other' } as never);
    await collection.uncopied.clear();
    await markEssay(collection, essay.id);
    const marked = (await collection.uncopied.toArray()).flatMap(keysOfMark).map(({ table }) => table);
    expect(marked.filter((table) => table === 'essays')).toHaveLength(1);
    expect(marked.filter((table) => table === 'sent')).toHaveLength(1);
    expect(new Set(marked)).toEqual(new Set(['essays', 'sent', 'captures', 'bodies', 'originals']));
    await collection.sent.clear();
  });
});

describe('backups', () => {
  const file = { id: 1, name: 'a.zip', madeAt: '2026-03-01T09:30:00.000Z', essays: 1, collection: 'c' };

  it('that are still there are remembered, less what is stored wrongly', async () => {
    expect(await readBackupFiles(collection)).toEqual([]);
    await writeBackupFiles(collection, [file, { ...file, id: 2 }]);
    expect(await readBackupFiles(collection)).toEqual([file, { ...file, id: 2 }]);
    for (const wrong of [{ id: '1' }, { name: 1 }, { madeAt: 'x' }, { essays: null }, { collection: 1 }])
      await writeBackupFiles(collection, [{ ...file, ...wrong } as never, file]).then(async () =>
        expect(await readBackupFiles(collection)).toEqual([file]),
      );
    await collection.meta.put({ key: 'backup-files', value: 'x' });
    expect(await readBackupFiles(collection)).toEqual([]);
  });

  it('are told by the names of their parts', async () => {
    const made = expectValue(await makeBackup(collection, {}));
    expect(made.essays).toBe(1);
    const blob = await (await fetch(made.url)).blob();
    URL.revokeObjectURL(made.url);
    expect(await isBackup(blob)).toBe(true);
    expect(await isBackup(blob.slice(0, blob.size - 10))).toBe(false);
    expect(await isBackup(new Blob(['塘']))).toBe(false);
    const failing = {
      slice: () => {
        throw new Error('gone');
      },
      size: 9,
    } as unknown as Blob;
    expect(await isBackup(failing)).toBe(false);
  });

  it('that were merged are remembered, and taken back once', async () => {
    const merge = { added: [], changed: [], marks: [], made: { tags: [], shelves: [] } };
    expect([mergeKey('r'), await hasMerge(collection, 'r'), await takeBackStored(collection, 'r')]).toEqual([
      'merge r',
      false,
      null,
    ]);
    expect(await saveMerge(collection, 'r', merge)).toBe(true);
    expect(await hasMerge(collection, 'r')).toBe(true);
    expect((await takeBackStored(collection, 'r'))?.ok).toBe(true);
    expect([await hasMerge(collection, 'r'), await takeBackStored(collection, 'r')]).toEqual([false, null]);
    await collection.meta.put({ key: 'merge r', value: { ...merge, marks: [1] } });
    expect([await hasMerge(collection, 'r'), await takeBackStored(collection, 'r')]).toEqual([false, null]);
    const closed = emptyCollection();
    closed.close();
    expect(await saveMerge(closed, 'r', merge)).toBe(false);
    expect(await takeBackStored(closed, 'r')).toBeNull();
  });
});
