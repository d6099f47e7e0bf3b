import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  hasMerge,
  mergeKey,
  saveMerge,
  takeBackStored,
} from '../../../../lib/collection/backup/merging/stored-merges.ts';
import {
  type MergeRecord,
  rememberMerge,
  takeBackMerge,
} from '../../../../lib/collection/backup/merging/take-back-merge.ts';
import { type Backup, openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import { practiseRestore } from '../../../../lib/collection/backup/practising/practise-restore.ts';
import { restoreBackup } from '../../../../lib/collection/backup/restore-backup.ts';
import { writeBackup } from '../../../../lib/collection/backup/write-backup.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { findingId, noteFindings } from '../../../../lib/collection/integrity/findings.ts';
import { putRows, rowTables } from '../../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';
import { textsOf, workedCollection, zipOf } from '../../../support/written-backup.ts';

const backupOf = async (collection: Collection): Promise<Backup> =>
  expectValue(
    await openBackup(zipOf(await textsOf(async (sink) => expectValue(await writeBackup(collection, {}, sink))))),
  );
/** A file whose disk is gone. */
const unreadable = {
  size: 9,
  slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
} as unknown as Blob;
const essayOf = (id: string, facts: Partial<EssayRow> = {}): EssayRow => ({
  ...(wholeRows.essays as unknown as EssayRow),
  id,
  captureId: `c-${id}`,
  ...facts,
});

describe('restoring', () => {
  let backup: Backup;
  let here: Collection;
  beforeAll(async () => {
    backup = await backupOf(await workedCollection('e1', 'e2', 'e3'));
  });
  beforeEach(() => {
    here = emptyCollection();
  });
  const keep = (...rows: readonly EssayRow[]) =>
    here.transaction('rw', rowTables(here), () =>
      putRows(
        here,
        rows.map((after) => ({ before: undefined, after })),
      ),
    );
  const rowsOf = async (collection: Collection) =>
    Object.fromEntries(
      await Promise.all(
        ['essays', 'captures', 'bodies', 'images', 'highlights', 'tags', 'shelves', 'apart'].map(async (name) => [
          name,
          (await collection.table(name).toArray()).map(({ doc: _doc, ...row }) => row),
        ]),
      ),
    );

  it('gives all back, and nothing when it is done again', async () => {
    const report = expectValue(await restoreBackup(here, backup, 'merge'));
    expect(report).toEqual({ essays: { added: 3, changed: 0, same: 0 }, versions: 3, duplicates: 0 });
    const all = await rowsOf(here);
    expect([all['essays']?.length, all['apart']]).toEqual([3, [wholeRows.apart]]);
    const again = expectValue(await restoreBackup(here, backup, 'merge'));
    // The small tables, versions, highlights, images and what was sent.
    expect(again).toEqual({ essays: { added: 0, changed: 0, same: 3 }, versions: 0, duplicates: 7 + 3 + 3 + 3 + 3 });
    expect(await rowsOf(here)).toEqual(all);
  });

  it('merges an essay that is here, and counts it as changed', async () => {
    await keep(essayOf('e1', { note: '我的', tags: [], trashedAt: '2026-04-01' }), essayOf('e9'));
    const report = expectValue(await restoreBackup(here, backup, 'merge'));
    expect(report.essays).toEqual({ added: 2, changed: 1, same: 0 });
    expect(await here.essays.get('e1')).toMatchObject({ note: '我的\n\n记', tags: ['t1'], trashedAt: '' });
    expect(await here.essays.count()).toBe(4);
  });

  it('in the place of what is here leaves nothing of it, but merges what was handed over', async () => {
    await keep(essayOf('e9'));
    await here.tags.put({ id: 't9', name: '旧', folded: '旧' });
    await noteFindings(here, [{ table: 'tags', key: 't9', reason: 'mended', row: null }]);
    const handed = { ...backup, manifest: { ...backup.manifest, handed: { title: '', from: '', own: true } } };
    expectValue(await restoreBackup(here, handed, 'replace'));
    expect([await here.essays.count(), await here.tags.count(), await here.quarantine.count()]).toEqual([4, 2, 1]);
    const report = expectValue(await restoreBackup(here, backup, 'replace'));
    expect(report).toEqual({ essays: { added: 3, changed: 0, same: 0 }, versions: 3, duplicates: 0 });
    expect([await here.essays.count(), await here.tags.count(), await here.quarantine.count()]).toEqual([3, 1, 0]);
  });

  it('puts what is damaged here right, which settles it', async () => {
    await keep(essayOf('e1', { note: '记' }));
    await here.table('essays').update('e1', { note: 7, unit: 7 });
    const report = expectValue(await restoreBackup(here, backup, 'merge'));
    expect(report.essays).toEqual({ added: 2, changed: 1, same: 0 });
    expect(await here.essays.get('e1')).toMatchObject({ note: '记', unit: null });
    expect((await here.quarantine.get(findingId('essays', 'e1')))?.settled).toBe(true);
  });

  it('tells its progress in bytes, and stores nothing when it is stopped or a part is damaged', async () => {
    const total = backup.manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
    const told: number[] = [];
    expectValue(await restoreBackup(here, backup, 'merge', { onProgress: (done, of) => void told.push(done, of) }));
    expect([told.at(-2), told.filter((_, at) => at % 2 === 1).every((of) => of === total)]).toEqual([total, true]);
    expect(told[0]).toBe(backup.manifest.entries.find(({ table }) => table === 'tags')?.bytes);
    const before = await rowsOf(here);
    const stop = new AbortController();
    const stopped = await restoreBackup(here, backup, 'replace', {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped).toEqual({ ok: false, problem: { code: 'stopped' } });
    expect(await restoreBackup(here, backup, 'replace', { signal: AbortSignal.abort() })).toEqual(stopped);
    const broken = { ...backup, files: new Map([...backup.files].filter(([name]) => !name.startsWith('sent'))) };
    const damaged = await restoreBackup(here, broken, 'replace');
    expect(damaged).toEqual({ ok: false, problem: { code: 'damaged', detail: 'sent/00001.jsonl' } });
    const gone = { ...backup, blob: unreadable };
    expect(await restoreBackup(here, gone, 'replace')).toMatchObject({ problem: { code: 'cannot-be-read' } });
    expect(await rowsOf(here)).toEqual(before);
  });

  it('is practised beside the collection, which stays as it is', async () => {
    await keep(essayOf('e1', { note: '我的' }), essayOf('e9'));
    const there = await here.essays.get('e1');
    await here.table('essays').put({ ...(await backupRow('e2')), doc: 7 });
    const told: number[] = [];
    const practice = expectValue(
      await practiseRestore(here, backup, { onProgress: (share, of) => void told.push(share / of) }),
    );
    // Of each its bytes, which are not those of their digest, and its id, which no essay has.
    expect(practice).toEqual({ essays: 3, versions: 3, damaged: 6, same: 1, changed: 1, onlyHere: 1, onlyThere: 1 });
    expect([told[0] !== undefined && told[0] < 0.6, told.includes(0.6), told.at(-1)]).toEqual([true, true, 1]);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect([
      await here.essays.get('e1'),
      (await indexedDB.databases()).some(({ name }) => name === 'wencun-practice'),
    ]).toEqual([there, false]);
    expect(await practiseRestore(here, backup, { signal: AbortSignal.abort() })).toMatchObject({
      problem: { code: 'stopped' },
    });
  });
  const backupRow = async (id: string): Promise<EssayRow | undefined> => {
    const other = emptyCollection();
    expectValue(await restoreBackup(other, backup, 'merge'));
    return other.essays.get(id);
  };
});

describe('a merge', () => {
  let here: Collection;
  const row = (id: string, facts: Partial<EssayRow> = {}) => essayOf(id, { tags: [], shelves: [], ...facts });
  beforeEach(async () => {
    here = emptyCollection();
    await here.transaction('rw', rowTables(here), () =>
      putRows(
        here,
        [row('mine'), row('came', { tags: ['t1'], shelves: ['s2'] }), row('gone', { trashedAt: '2026-01-01' })].map(
          (after) => ({
            before: undefined,
            after,
          }),
        ),
      ),
    );
    await here.tags.bulkPut(['t1', 't2', 't3'].map((id) => ({ id, name: id, folded: id })));
    await here.shelves.bulkPut([
      { id: 's1', name: '甲', parent: '', order: 0 },
      { id: 's2', name: '乙', parent: 's1', order: 0 },
      { id: 's3', name: '丙', parent: '', order: 0 },
      { id: 's4', name: '丁', parent: 's3', order: 0 },
    ]);
    await here.highlights.bulkPut(
      ['mine', 'came'].map((essayId) => ({ ...wholeRows.highlights, id: `h-${essayId}`, essayId }) as never),
    );
  });
  const record = (facts: Partial<MergeRecord> = {}): MergeRecord => ({
    added: ['came', 'gone', 'none'],
    changed: [],
    marks: ['h-mine', 'h-came', 'h-none'],
    made: { tags: ['t1', 't2'], shelves: ['s1', 's2', 's3'] },
    ...facts,
  });

  it('is remembered as it is told', () => {
    const { watch, record: remembered } = rememberMerge();
    watch.rows([
      { before: undefined, after: row('a') },
      { before: row('b'), after: row('b', { note: '新' }) },
      { before: row('c'), after: undefined },
    ]);
    watch.marks(['h1', 'h2']);
    watch.made({ tags: ['t1'], shelves: ['s1'] });
    watch.made({ tags: ['t2'], shelves: [] });
    expect(remembered()).toEqual({
      added: ['a'],
      changed: [{ before: row('b'), after: row('b', { note: '新' }) }],
      marks: ['h1', 'h2'],
      made: { tags: ['t1', 't2'], shelves: ['s1'] },
    });
  });

  it('is taken back: what came is in the trash, and what nothing else has goes', async () => {
    const mine = await here.essays.get('mine');
    if (mine === undefined) throw new Error('no essay');
    const before = { ...mine, note: '旧' };
    const taken = await takeBackMerge(here, record({ changed: [{ before, after: mine }] }));
    expect(expectValue(taken)).toEqual({ trashed: 1, restored: 1, changed: 1 });
    const [came, gone] = [await here.essays.get('came'), await here.essays.get('gone')];
    expect([came?.trashedAt !== '', came?.tags, came?.shelves, gone?.trashedAt]).toEqual([true, [], [], '2026-01-01']);
    expect((await here.essays.get('mine'))?.note).toBe('旧');
    const keys = async (name: string) => (await here.table(name).toCollection().primaryKeys()).join();
    // A mark in an essay that came stays with it; a collection that holds another stays.
    expect([await keys('highlights'), await keys('tags'), await keys('shelves')]).toEqual(['h-came', 't3', 's3,s4']);
  });

  it('leaves tags and collections that an essay of the reader’s has by now', async () => {
    const mine = await here.essays.get('mine');
    await here.transaction('rw', rowTables(here), () =>
      putRows(here, [{ before: mine, after: row('mine', { doc: mine?.doc ?? 0, tags: ['t1'], shelves: ['s2'] }) }]),
    );
    expectValue(await takeBackMerge(here, record()));
    const keys = async (name: string) => (await here.table(name).toCollection().primaryKeys()).join();
    expect([await keys('tags'), await keys('shelves')]).toEqual(['t1,t3', 's1,s2,s3,s4']);
    expect((await here.essays.get('came'))?.tags).toEqual(['t1']);
  });

  it('is stored until it is taken back, once', async () => {
    const counts = async () => [
      await hasMerge(here, 'm1'),
      await here.meta.get(mergeKey('m1')).then((one) => one !== undefined),
    ];
    expect([await counts(), await takeBackStored(here, 'm1')]).toEqual([[false, false], null]);
    expect([await saveMerge(here, 'm1', record()), await counts()]).toEqual([true, [true, true]]);
    expect(await takeBackStored(here, 'm1')).toEqual({ ok: true, value: { trashed: 1, restored: 0, changed: 0 } });
    expect([await counts(), await takeBackStored(here, 'm1')]).toEqual([[false, false], null]);
    for (const wrong of [{ added: [7] }, { marks: 'x' }, { made: { tags: [] } }, { changed: [{ before: row('a') }] }]) {
      await here.meta.put({ key: mergeKey('m1'), value: { ...record(), ...wrong } });
      expect([await hasMerge(here, 'm1'), await takeBackStored(here, 'm1')]).toEqual([false, null]);
    }
    const shut = {
      meta: { put: () => Promise.reject(new Error('full')), get: () => Promise.reject(new Error('full')) },
    };
    expect([await saveMerge(shut as never, 'm2', record()), await takeBackStored(shut as never, 'm2')]).toEqual([
      false,
      null,
    ]);
  });
});
