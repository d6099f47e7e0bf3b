import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import {
  addJob,
  getJob,
  isUnseenEnd,
  type JobFacts,
  listJobItems,
  listJobs,
  seeEnds,
} from '../../../../lib/collection/jobs.ts';
import { DamagedLedger } from '../../../../lib/collection/ledger/damaged-ledger.ts';
import { STATE_KEY } from '../../../../lib/collection/ledger/ledger-state.ts';
import { putRows, readRowsAhead, rowTables } from '../../../../lib/collection/put-rows.ts';
import { askWithin, readAtOnce } from '../../../../lib/collection/read-at-once.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { fromVersion1, orderFindings } from '../../../../lib/collection/upgrade.ts';
import { writingRows } from '../../../../lib/collection/write-rows.ts';
import { newJob } from '../../../../lib/queue-plan/job.ts';
import { wantedEssay } from '../../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { essayRows } from '../../../support/essay-rows.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');
const some = (count: number, from = 0) => essayRows(Array.from({ length: count }, (_, at) => idOf(from + at)));
const added = (rows: readonly EssayRow[]) => rows.map((after) => ({ before: undefined, after }));

describe('rows of essays', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const within = <T>(work: () => PromiseLike<T>) =>
    collection.transaction('rw', [...rowTables(collection), collection.tags], work);

  it('are written with what stands beside them, with their numbers, and go', async () => {
    const [one, two, three] = some(3);
    await within(async () => {
      const ahead = await readRowsAhead(collection, true);
      await putRows(collection, added([one, two, three].filter((row) => row !== undefined)), ahead, () => [
        collection.tags.put(wholeRows.tags as never),
      ]);
    });
    const stored = await collection.essays.toArray();
    expect([stored.map(({ doc }) => doc), await collection.tags.count()]).toEqual([[0, 1, 2], 1]);
    await within(() => putRows(collection, [{ before: stored[1], after: undefined }]));
    expect((await collection.essays.toCollection().primaryKeys()).map(Number)).toEqual([0, 2]);
    await within(() => putRows(collection, [], undefined, () => [collection.tags.clear()]));
    expect([await collection.essays.count(), await collection.tags.count()]).toEqual([2, 0]);
    const state = (await collection.meta.get(STATE_KEY))?.value;
    expect(state).toMatchObject({ version: 2, next: 3, kept: 2 });
  });

  it('are written in hundreds', async () => {
    await within(() => putRows(collection, added(some(205))));
    expect((await collection.essays.toArray()).map(({ doc }) => doc)).toEqual(
      Array.from({ length: 205 }, (_, at) => at),
    );
  });

  it('are read ahead with the last chunk, where one is to be written into', async () => {
    await within(() => putRows(collection, added(some(1))));
    const [isNew, old] = await within(async () => [
      await readRowsAhead(collection, true),
      await readRowsAhead(collection, false),
    ]);
    expect([isNew?.last?.chunk, old?.last, isNew?.state, isNew?.newest?.key]).toEqual([
      0,
      undefined,
      await collection.meta.get(STATE_KEY),
      'newest-rows',
    ]);
  });

  it('are written once more where the ledger proves damaged, from the start', async () => {
    let tries = 0;
    const work = async (): Promise<string> => {
      tries += 1;
      await putRows(collection, added(some(1, tries)));
      if (tries === 1) throw new DamagedLedger('x');
      return 'done';
    };
    expect([await writingRows(collection, [], work), tries]).toEqual(['done', 2]);
    expect(await collection.essays.toCollection().primaryKeys()).toEqual([idOf(2)]);
    await expect(writingRows(collection, [], () => Promise.reject(new Error('other')))).rejects.toThrow('other');
    tries = 0;
    await expect(within(() => writingRows(collection, [], work))).rejects.toThrow('x');
    expect(tries).toBe(1);
  });

  it('are read at once, in one transaction', async () => {
    await within(() => putRows(collection, added(some(2))));
    await collection
      .table('highlights')
      .bulkPut(['a', 'b'].map((id) => ({ ...wholeRows.highlights, id, essayId: idOf(id === 'a' ? 0 : 1) })));
    collection.close({ disableAutoOpen: false });
    const { essays, highlights, tags } = collection;
    const read = await readAtOnce(collection, [essays, highlights, tags], async ({ get, keys, all, having, any }) => [
      (await get(essays, idOf(1)))?.id,
      await get(essays, 'none'),
      await keys(essays),
      (await all(highlights)).length,
      (await having(highlights, 'essayId', idOf(1))).map(({ id }) => id),
      await any(essays),
      await any(tags),
    ]);
    expect(read).toEqual([idOf(1), undefined, [idOf(0), idOf(1)], 2, ['b'], true, false]);
  });

  it('are asked for together, within a transaction', async () => {
    const asked = await within(async () => {
      await putRows(collection, added(some(1)));
      return askWithin((store) => [store(collection.essays).count(), store(collection.tags).get('none')]);
    });
    expect([asked, await within(() => askWithin(() => []))]).toEqual([[1, undefined], []]);
    await expect(
      within(() =>
        askWithin((store) => [
          store(collection.tags).add({ id: 7 } as never),
          store(collection.tags).add({ id: 7 } as never),
        ]),
      ),
    ).rejects.toThrow();
  });

  it('of the first version have the reader’s own work, and numbers', async () => {
    const old = some(3).map(
      ({ tags: _tags, shelves: _shelves, note: _note, edited: _edited, cluster: _cluster, doc: _doc, ...row }) => row,
    );
    await collection.table('essays').bulkPut(old);
    await collection.transaction('rw', rowTables(collection), (transaction) => fromVersion1(transaction));
    const work = { tags: [], shelves: [], note: '', edited: {}, cluster: '' };
    expect(await collection.essays.toArray()).toEqual(old.map((row, doc) => ({ ...row, ...work, doc })));
    expect((await collection.meta.get(STATE_KEY))?.value).toMatchObject({ next: 3, kept: 3 });
  });

  it('that are damaged and found have their order', async () => {
    const finding = (n: number) => ({
      id: `tags\n${String(n).padStart(3, '0')}`,
      settled: n % 2 === 0,
      foundAt: `${n}`,
    });
    await collection.table('quarantine').bulkPut(Array.from({ length: 130 }, (_, n) => finding(n)));
    await collection.transaction('rw', collection.quarantine, (transaction) => orderFindings(transaction));
    expect((await collection.quarantine.toArray()).map(({ order }) => order)).toEqual(
      Array.from({ length: 130 }, (_, n) => `${n % 2 === 0 ? 0 : 1}${n}`),
    );
    expect(Dexie.currentTransaction).toBeNull();
  });
});

describe('a queue', () => {
  const { hosts: _hosts, state: _state, counts: _counts, id: _id, ...facts } = wholeRows.jobs;
  const job = newJob(
    'j1',
    [0, 1, 2].map((n) => wantedEssay({ address: `http://a.cn/${n}`, title: `${n}`, date: null })),
  );

  it('has a failed item in the place of one that is lost or cannot be read', async () => {
    const collection = emptyCollection();
    expectValue(await addJob(collection, { job, facts: facts as unknown as JobFacts }));
    await collection.jobItems.delete(['j1', 1]);
    const failed = {
      job: 'j1',
      number: 1,
      kind: 'essay',
      address: '',
      key: 'damaged 1',
      title: '',
      date: null,
      state: 'failed',
      tries: 0,
      reason: 'damaged',
    };
    const items = expectValue(await listJobItems(collection, 'j1'));
    expect([items.map(({ number }) => number), items[1]]).toEqual([[0, 1, 2], failed]);
    await collection.jobItems.clear();
    expect(expectValue(await listJobItems(collection, 'j1'))).toEqual([]);
  });

  it('has its years, and whether they are still to be chosen', async () => {
    const collection = emptyCollection();
    const years = { from: 2000, to: 2005, undated: true };
    const chosen = { ...job, id: 'j2', choosing: true as const, years };
    for (const one of [job, chosen])
      expectValue(await addJob(collection, { job: one, facts: facts as unknown as JobFacts }));
    const stored = async (id: string) => expectValue(await getJob(collection, id))?.job;
    expect([await stored('j1'), await stored('j2')]).toEqual([job, chosen]);
  });

  it('that has ended is told of until it is seen', async () => {
    const collection = emptyCollection();
    await collection.table('jobs').bulkPut([
      { ...wholeRows.jobs, id: 'a', madeAt: '2026-03-01', state: 'done', notice: 'told' },
      { ...wholeRows.jobs, id: 'b', madeAt: '2026-03-03', state: 'done', notice: 'wanted' },
      { ...wholeRows.jobs, id: 'c', madeAt: '2026-03-02', state: 'running', notice: 'told' },
    ]);
    const unseen = async () =>
      expectValue(await listJobs(collection))
        .map((one) => `${one.row.id}${isUnseenEnd(one) ? '!' : ''}`)
        .join();
    expect(await unseen()).toBe('b,c,a!');
    expectValue(await seeEnds(collection, ['a', 'b']));
    expect([
      await unseen(),
      (await collection.jobs.get('b'))?.notice,
      (await collection.jobs.get('c'))?.notice,
    ]).toEqual(['b,c,a', 'wanted', 'told']);
    expect(expectValue(await listJobs(collection))[0]?.counts).toMatchObject({ waiting: 1, unchosen: 0 });
  });
});
