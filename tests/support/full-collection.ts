import { moveToTrash } from '../../lib/collection/actions/trash.ts';
import type { Collection } from '../../lib/collection/collection.ts';
import { keepEssay } from '../../lib/collection/keep/keep-essay.ts';
import { putRows, rowTables } from '../../lib/collection/put-rows.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from './collections.ts';
import { numberedKeeping, sampleKeeping, samplePage } from './keepings.ts';

/** A collection with something in every table that a reader's work is in; `count` essays at least. */
export async function fullCollection(count = 4): Promise<Collection> {
  const collection = emptyCollection();
  const first = expectValue(await keepEssay(collection, sampleKeeping())).id;
  await keepEssay(collection, sampleKeeping({ text: '改后的文。' }, { takenAt: '2026-04-02T09:30:00.000Z' }));
  const paged = await keepEssay(collection, { ...numberedKeeping(2), otherPages: [samplePage(2), samplePage(3)] });
  for (let n = 3; n <= count; n += 1) await keepEssay(collection, numberedKeeping(n));
  const trashed = expectValue(await keepEssay(collection, numberedKeeping(count + 1))).id;
  await moveToTrash(collection, [trashed], '2026-05-01T00:00:00.000Z');
  const second = expectValue(paged).id;

  await collection.tags.bulkPut([
    { id: 't1', name: '经济', folded: '经济' },
    { id: 't2', name: '农村', folded: '农村' },
  ]);
  await collection.shelves.bulkPut([
    { id: 's1', name: '课题', parent: '', order: 0 },
    { id: 's2', name: '县域', parent: 's1', order: 0 },
  ]);
  await collection.searches.put({ id: 'q1', name: '梯田', query: 'q=梯田', madeAt: '2026-04-03T00:00:00.000Z' });
  await collection.clusters.put({ id: 'c1', mainId: first });
  await collection.apart.put({ id: `${first} ${second}` });
  await collection.fingerprints.put({ essayId: first, bands: ['0:1', '1:9'], minhash: [1, 9, 12] });
  const image = (file: string) => ({
    essayId: first,
    address: `http://a.example/${file}`,
    takenAt: '2026-04-02T09:30:00Z',
  });
  await collection.images.bulkPut([
    { ...image('1.gif'), type: 'image/gif', bytes: new Uint8Array([71, 73, 70, 56]), problem: '' },
    { ...image('2.gif'), type: '', bytes: null, problem: 'http-404' },
  ]);
  await collection.highlights.put({
    id: 'h1',
    essayId: first,
    colour: 'green',
    note: '引',
    quote: { exact: '改后', prefix: '', suffix: '的文' },
    position: { start: 0, end: 2 },
    madeAt: '2026-04-04T00:00:00.000Z',
  });
  await collection.sent.put({
    id: `${first} users/0`,
    essayId: first,
    library: 'users/0',
    sentAt: '2026-04-05T00:00:00.000Z',
    key: 'AB23CD45',
    fields: '{"title":"论县域"}',
    parts: [{ is: 'snapshot', key: 'EF67GH89', md5: '0'.repeat(32), stored: '' }],
  });
  await changeRow(collection, first, {
    tags: ['t1', 't2'],
    shelves: ['s2'],
    note: '要再读',
    title: '论县域',
    edited: { title: '论县域' },
    cluster: 'c1',
  });
  return collection;
}

/** Changes an essay's row as the reader's acts do. */
export async function changeRow(collection: Collection, id: string, change: Partial<EssayRow>): Promise<void> {
  await collection.transaction('rw', rowTables(collection), async () => {
    const before = await collection.essays.get(id);
    if (before === undefined) throw new Error(`no essay ${id}`);
    await putRows(collection, [{ before, after: { ...before, ...change } }]);
  });
}

/** Every table that a backup holds, row by row; a row's number in the index, which is each collection's own, apart. */
export async function recordsOf(collection: Collection): Promise<Record<string, readonly unknown[]>> {
  const { essays, captures, bodies, originals, images, tags, shelves, highlights, sent } = collection;
  const { searches, clusters, fingerprints, apart } = collection;
  const tables = [
    captures,
    bodies,
    originals,
    images,
    tags,
    shelves,
    highlights,
    sent,
    searches,
    clusters,
    fingerprints,
    apart,
  ];
  const records: Record<string, readonly unknown[]> = {
    essays: (await essays.toArray()).map(({ doc: _doc, ...row }) => row),
  };
  for (const table of tables) records[table.name] = await table.toArray();
  return records;
}
