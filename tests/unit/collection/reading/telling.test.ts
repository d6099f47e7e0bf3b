import 'fake-indexeddb/auto';
import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { forgetChanges } from '../../../../lib/collection/telling/forget-changes.ts';
import { tellInSpans } from '../../../../lib/collection/telling/tell-in-spans.ts';
import { emptyCollection } from '../../../support/collections.ts';

describe('those who follow a table are told', () => {
  let db: Dexie;
  let told: Record<string, string>;
  const listen = (parts: ObservabilitySet): void => {
    for (const [name, range] of Object.entries(parts)) {
      const { from, to } = range as unknown as { from?: unknown; to?: unknown };
      const isAll = from === Number.NEGATIVE_INFINITY && Array.isArray(to);
      told[name.replace(`idb://${db.name}/`, '')] = isAll ? 'all' : 'some';
    }
  };
  beforeEach(async () => {
    told = {};
    db = new Dexie(`telling-${crypto.randomUUID()}`, { cache: 'disabled' });
    db.version(1).stores({ essays: 'id, cluster', fingerprints: 'essayId' });
    tellInSpans(db);
    await db.table('essays').bulkPut(rows(20));
    Dexie.on('storagemutated', listen);
    told = {};
  });
  afterEach(() => Dexie.on.storagemutated.unsubscribe(listen));
  const rows = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ id, cluster: `c${id}`, essayId: `${id}` }));
  const keys = (count: number) => rows(count).map(({ id }) => id);
  const within = (work: (table: ReturnType<Dexie['table']>) => PromiseLike<unknown>, table = 'essays') =>
    db.transaction('rw', db.table(table), async () => {
      await work(db.table(table));
    });
  const all = { 'essays/': 'all', 'essays/:dels': 'all', 'essays/cluster': 'all' };

  it.each<[string, () => PromiseLike<unknown>, object, number]>([
    ['of seven rows that are put, each', () => within((essays) => essays.bulkPut(rows(7))), { 'essays/': 'some' }, 20],
    ['of eight, the table', () => within((essays) => essays.bulkPut(rows(8))), all, 20],
    [
      'of seven that are deleted, each',
      () => within((essays) => essays.bulkDelete(keys(7))),
      { 'essays/:dels': 'some' },
      13,
    ],
    ['of eight that are deleted, the table', () => within((essays) => essays.bulkDelete(keys(8))), all, 12],
    ['of eight without a transaction, each', () => db.table('essays').bulkPut(rows(8)), { 'essays/': 'some' }, 20],
    ['of all that are deleted, the table', () => within((essays) => essays.clear()), { 'essays/:dels': 'all' }, 0],
  ])('%s', async (_, write, expected, left) => {
    await write();
    await vi.waitFor(() => expect(told).toMatchObject(expected));
    expect(await db.table('essays').count()).toBe(left);
  });

  it('of one fingerprint, whose keys are many, the table', async () => {
    await within((fingerprints) => fingerprints.bulkPut(rows(1)), 'fingerprints');
    await vi.waitFor(() => expect(told).toEqual({ 'fingerprints/': 'all', 'fingerprints/:dels': 'all' }));
    expect(await db.table('fingerprints').count()).toBe(1);
  });
});

describe('after many changes', () => {
  it('everything is told to have changed, once for five hundred', () => {
    const heard: string[] = [];
    const hear = (parts: ObservabilitySet): void => void heard.push(Object.keys(parts).join());
    const stop = forgetChanges();
    Dexie.on('storagemutated', hear);
    const change = (count: number): void => {
      for (let n = 0; n < count; n += 1) Dexie.on.storagemutated.fire({ one: new RangeSet(1, 1) } as never);
    };
    const everything = () => heard.filter((parts) => parts === 'all').length;
    change(499);
    expect(everything()).toBe(0);
    change(1);
    expect(everything()).toBe(1);
    change(499);
    expect(everything()).toBe(1);
    Dexie.on.storagemutated.fire({ all: new RangeSet(1, 1) } as never);
    change(499);
    expect(everything()).toBe(2);
    stop();
    change(501);
    expect(everything()).toBe(2);
    Dexie.on.storagemutated.unsubscribe(hear);
  });

  it('of some tables somebody is called, until that is ended', () => {
    let calls = 0;
    const stop = onChange({ name: 'here' } as never, ['essays', 'tags'], () => {
      calls += 1;
    });
    const fire = (...parts: readonly string[]): number => {
      Dexie.on.storagemutated.fire(Object.fromEntries(parts.map((part) => [part, new RangeSet(1, 1)])) as never);
      return calls;
    };
    expect([
      fire('idb://here/essays/'),
      fire('idb://here/essays/cluster', 'idb://here/tags/'),
      fire('idb://here/bodies/'),
      fire('idb://there/essays/'),
      fire('idb://here/bodies/', 'idb://here/tags/folded'),
    ]).toEqual([1, 2, 2, 2, 3]);
    stop();
    expect(fire('idb://here/essays/')).toBe(3);
  });
});

it('one folder is kept up, and what was written into it is forgotten with it', async () => {
  const collection = emptyCollection();
  const folder = {
    handle: null,
    name: '文存',
    query: '',
    template: { name: 'a', lines: '' },
    originals: false,
    syncedAt: '',
  };
  const row = (essayId: string) => ({ essayId, path: `${essayId}.md`, state: 's', moving: '' });
  await changeFolder(collection, { name: '无' });
  expect(await getFolder(collection)).toBeNull();
  await setFolder(collection, folder);
  for (const id of ['a', 'b', 'c']) await putMirrored(collection, row(id));
  await changeFolder(collection, { name: '新', syncedAt: '2026' });
  await dropMirrored(collection, 'b');
  expect([await getFolder(collection), await listMirrored(collection)]).toEqual([
    { ...folder, id: 'folder', name: '新', syncedAt: '2026' },
    [row('a'), row('c')],
  ]);
  await dropAllMirrored(collection);
  expect(await listMirrored(collection)).toEqual([]);
  await putMirrored(collection, row('a'));
  await setFolder(collection, { ...folder, name: '又' });
  expect([(await getFolder(collection))?.name, await listMirrored(collection)]).toEqual(['又', []]);
  await putMirrored(collection, row('a'));
  await forgetFolder(collection);
  expect([await getFolder(collection), await listMirrored(collection)]).toEqual([null, []]);
});
