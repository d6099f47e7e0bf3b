import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { FindCopies } from '../../../lib/collection/copy/find-copies.ts';
import { checkEssays } from '../../../lib/collection/integrity/check-essays.ts';
import { checkShared } from '../../../lib/collection/integrity/check-shared.ts';
import { eachOpenFinding, listFindings } from '../../../lib/collection/integrity/findings.ts';
import { addJob, type JobFacts } from '../../../lib/collection/jobs.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { newJob } from '../../../lib/queue-plan/job.ts';
import { wantedEssay } from '../../../lib/queue-plan/wanted.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { wholeVersion } from '../../support/damage/parts-of-essay.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const id = '0123456789abcdef01234567';
const { capture, body, original } = await wholeVersion();
const rows = {
  captures: { ...capture, essayId: id },
  bodies: { ...wholeRows.bodies, captureId: 'c1', essayId: id },
  originals: { ...original, essayId: id },
  images: { ...wholeRows.images, essayId: id },
  highlights: { ...wholeRows.highlights, essayId: id },
  sent: { ...wholeRows.sent, essayId: id },
};
/** The row that the text makes, with what the reader made of it. */
const essay = { ...wholeRows.essays, id, length: 1, edited: {} } as unknown as EssayRow;

describe('a check of essays', () => {
  let collection: Collection;
  beforeEach(async () => {
    collection = emptyCollection();
    for (const [name, row] of Object.entries(rows)) await collection.table(name).put(row);
    await collection.transaction('rw', rowTables(collection), () =>
      putRows(collection, [{ before: undefined, after: essay }]),
    );
  });
  const change = (name: string, facts: object) => collection.table(name).toCollection().modify(facts);
  /** What is found, in short: what was put right is settled. */
  const found = async (): Promise<string> =>
    (await collection.quarantine.toArray())
      .map(({ table, reason, settled }) => `${table} ${reason}${settled ? '' : '!'}`)
      .join(', ');
  /** The second copy as it would have been before anything was damaged. */
  const copies: FindCopies = async (table, keys) =>
    new Map(keys.map((key) => [JSON.stringify(key), stored[table as 'bodies']])) as never;

  it('makes digests where there are none, and tells nobody', async () => {
    await checkEssays(collection, [id]);
    expect(await found()).toBe('');
    const [text, image] = [await collection.bodies.get('c1'), (await collection.images.toArray())[0]];
    expect([text?.digest, image?.digest]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect((await collection.essays.get(id))?.note).toBe('记');
  });

  const stored = { ...rows, essays: essay };
  const damages: readonly (readonly [keyof typeof stored, object, string])[] = [
    ['essays', { unit: 7 }, 'mended'],
    ['essays', { note: 7 }, 'mended!'],
    ['captures', { pageUrl: 7 }, 'mended!'],
    ['bodies', { authors: 7 }, 'mended!'],
    ['bodies', { text: 7, html: 7 }, 'unreadable!'],
    ['bodies', { digest: body.digest }, 'changed!'],
    ['originals', { gzip: new Uint8Array([1]) }, 'changed!'],
    ['images', { digest: body.digest }, 'changed!'],
    ['images', { type: 7 }, 'mended!'],
    ['highlights', { colour: 'red' }, 'mended!'],
    ['sent', { parts: 7 }, 'unreadable!'],
  ];
  /** A row without what is this collection's own, or worked out. */
  const plain = (row: object | undefined): object =>
    Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !['doc', 'digest'].includes(name)));

  it.each(damages)('tells of %s with %j: %s', async (table, damage, told) => {
    await change(table, damage);
    await checkEssays(collection, [id]);
    expect(await found()).toBe(`${table} ${told}`);
  });

  it.each(damages)('has %s with %j from the copy', async (table, damage) => {
    await change(table, damage);
    await checkEssays(collection, [id], copies);
    expect(await found()).toBe(`${table} rebuilt`);
    expect(plain((await collection.table(table).toArray())[0])).toEqual(plain(stored[table]));
  });

  it.each(['captures', 'bodies', 'originals', 'essays'] as const)(
    'has %s that are lost from the copy',
    async (table) => {
      await collection.table(table).clear();
      await checkEssays(collection, [id], copies);
      const { doc: _doc, ...wanted } = { ...rows, essays: essay }[table] as never as EssayRow;
      expect((await collection.table(table).toArray())[0]).toMatchObject(wanted);
      expect(await found()).toBe(`${table} rebuilt`);
    },
  );

  it('leaves a row that the copy does not have whole, or that cannot be read', async () => {
    await change('essays', { unit: 7 });
    await checkEssays(collection, [id], async () => new Map([[JSON.stringify(id), { ...essay, title: 7 }]]) as never);
    expect(await found()).toBe('essays mended');
    await change('essays', { unit: 7 });
    await checkEssays(collection, [id], () => Promise.reject(new Error('no disk')));
    expect(await found()).toBe('essays mended');
  });

  it('has a row from the copy in its own place, and puts aside what stood there', async () => {
    const doc = (await collection.essays.get(id))?.doc;
    await change('essays', { unit: 7 });
    await checkEssays(collection, [id], copies);
    const [finding] = await collection.quarantine.toArray();
    expect([(await collection.essays.get(id))?.doc, (finding?.row as { unit: unknown } | undefined)?.unit]).toEqual([
      doc,
      7,
    ]);
    await collection.quarantine.clear();
    await collection.essays.clear();
    await checkEssays(collection, [id], copies);
    expect((await collection.quarantine.get(`essays\n${id}`))?.row).toBeNull();
  });

  it('leaves a row that was written while the copy was looked for', async () => {
    await change('essays', { unit: 7 });
    const late: FindCopies = async (table, keys) => {
      if (table === 'essays') await change('essays', { note: '其间' });
      return copies(table, keys);
    };
    await checkEssays(collection, [id], late);
    expect(await collection.essays.get(id)).toMatchObject({ note: '其间', unit: null });
    expect(await found()).toBe('essays mended');
  });

  it('lets a damaged fingerprint go, which is made anew', async () => {
    await collection.table('fingerprints').put({ essayId: id, bands: 7, minhash: [1] });
    await checkEssays(collection, [id]);
    expect(await found()).toBe('fingerprints rebuilt');
    expect(await collection.fingerprints.count()).toBe(0);
    await collection.fingerprints.put({ essayId: id, bands: ['a'], minhash: [1] });
    await collection.quarantine.clear();
    await checkEssays(collection, [id]);
    expect([await found(), await collection.fingerprints.count()]).toEqual(['', 1]);
  });

  it('takes a row out whose id no essay has, unless a version is of it', async () => {
    await collection.table('essays').bulkPut([
      { ...essay, id: 'strange', doc: 8 },
      { ...essay, id: 'kept', doc: 9 },
    ]);
    await collection.table('captures').put({ ...capture, id: 'c9', essayId: 'kept' });
    await checkEssays(collection, ['strange', 'kept']);
    expect((await collection.essays.toCollection().primaryKeys()).join()).toBe(`${id},kept`);
  });

  describe('of what belongs to all', () => {
    const shared = async (given?: FindCopies): Promise<string> => {
      await checkShared(collection, given);
      return found();
    };
    const whole: FindCopies = async (table, keys) =>
      new Map(keys.map((key) => [JSON.stringify(key), wholeRows[table as 'tags']])) as never;
    beforeEach(async () => {
      for (const name of ['tags', 'shelves', 'searches', 'clusters', 'apart'] as const)
        await collection.table(name).put(wholeRows[name]);
    });

    it('leaves it where it is whole', async () => {
      expect(await shared()).toBe('');
    });

    it.each<[string, object, string]>([
      ['tags', { name: 7 }, 'tags mended!'],
      ['shelves', { order: 'a' }, 'shelves mended!'],
      ['searches', { query: 7 }, 'searches unreadable!'],
      ['clusters', { mainId: 7 }, 'clusters mended!'],
    ])('tells of %s with %j, which a copy puts right', async (table, damage, alone) => {
      await change(table, damage);
      expect(await shared()).toBe(alone);
      await collection.quarantine.clear();
      await collection.table(table).put({ ...wholeRows[table as 'tags'], ...damage });
      expect(await shared(whole)).toBe(`${table} rebuilt`);
      expect(await collection.table(table).toArray()).toEqual([wholeRows[table as 'tags']]);
    });

    it('tells of tags and collections that essays have and that are lost', async () => {
      await collection.tags.clear();
      await collection.shelves.clear();
      expect(await shared()).toBe('shelves missing!, tags missing!');
      expect((await collection.quarantine.toArray()).map(({ id: key }) => key)).toEqual(['shelves\ns1', 'tags\nt1']);
      await collection.quarantine.clear();
      expect(await shared(whole)).toBe('shelves rebuilt, tags rebuilt');
      expect(await collection.tags.toArray()).toEqual([wholeRows.tags]);
    });

    it('writes items of a queue that are damaged or lost as failed', async () => {
      const job = newJob(
        'j1',
        [1, 2, 3].map((n) => wantedEssay({ address: `http://a.cn/${n}`, title: `${n}`, date: null })),
      );
      const { hosts: _hosts, state: _state, counts: _counts, id: _id, ...facts } = wholeRows.jobs;
      expectValue(await addJob(collection, { job, facts: facts as unknown as JobFacts }));
      const keys = await collection.jobItems.toCollection().primaryKeys();
      expect(keys).toHaveLength(3);
      await collection.jobItems
        .where(':id')
        .equals(keys[0] as never)
        .modify({ title: 7 } as never);
      await collection.jobItems.delete(keys[1] as never);
      expect(await shared()).toBe('jobItems mended, jobItems missing');
    });

    it('takes rows of essays out whose keys are no texts, or blank', async () => {
      await collection.table('essays').bulkPut([
        { ...essay, id: '' },
        { ...essay, id: 7 },
        { ...essay, id: ['a'] },
      ]);
      expect(await shared()).toBe('essays unreadable!, essays unreadable!, essays unreadable!');
      expect(await collection.essays.toCollection().primaryKeys()).toEqual([id]);
    });
  });

  it('lists what was found: damaged rows of it last, as far as they are wanted', async () => {
    const finding = (key: string, facts: object = {}) => ({
      id: `tags\n${key}`,
      table: 'tags',
      reason: 'mended',
      parts: ['name'],
      essayId: '',
      title: '甲',
      foundAt: `2026-03-0${key}`,
      settled: false,
      row: null,
      order: `12026-03-0${key}`,
      ...facts,
    });
    await collection
      .table('quarantine')
      .bulkPut([
        finding('1'),
        finding('2'),
        finding('3', { settled: true, order: '02026-03-03' }),
        { id: 'tags\n8', order: 7, table: 7, parts: 7, title: 7, essayId: 7, foundAt: 7, settled: 'a' },
        { id: 'tags\n9', order: 8 },
      ]);
    const keys = async (most: number) => {
      const { open, past, openCount, pastCount } = expectValue(await listFindings(collection, most));
      return [
        open.map((row) => row.id.slice(5)).join(),
        past.map((row) => row.id.slice(5)).join(),
        openCount,
        pastCount,
      ];
    };
    expect([await keys(9), await keys(3), await keys(2), await keys(1)]).toEqual([
      ['2,1,8,9', '3', 4, 1],
      ['2,1,8', '3', 4, 1],
      ['2,1', '3', 4, 1],
      ['2', '3', 4, 1],
    ]);
    const { open } = expectValue(await listFindings(collection, 9));
    const blank = { table: '', reason: 'unreadable', foundAt: '', parts: [], essayId: '', title: '', settled: false };
    expect(open[2]).toMatchObject(blank);
    expect(open[0]).toEqual(finding('2'));
    const seen: string[] = [];
    await eachOpenFinding(collection, async (some) => void seen.push(some.map((row) => row.id.slice(5)).join()));
    expect(seen).toEqual(['1,2,8,9']);
  });
});
