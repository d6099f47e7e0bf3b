import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import type { PublicationWish } from '../../../../lib/collection/publishing/publication.ts';
import { type PublicationPlan, publicationPlan } from '../../../../lib/collection/publishing/publication-plan.ts';
import { openSyncStore, type SyncStore } from '../../../../lib/collection/sync-store/sync-store.ts';
import { stampedId } from '../../../../lib/sync/model/stamped-row.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const everything = {
  shelf: '',
  notes: true,
  marks: true,
  wanted: ['originals', 'images'],
} as unknown as PublicationWish;

/** A collection of so many essays, e000 and on: the first has two images and a mark, the second a mark, every third is in the trash. */
async function collectionOf(count: number): Promise<Collection> {
  const collection = emptyCollection();
  const put = (name: string, row: object): Promise<unknown> => collection.table(name).put(row);
  for (let n = 0; n < count; n += 1)
    await put('essays', {
      ...wholeRows.essays,
      id: idOf(n),
      captureId: `c${n}`,
      trashedAt: n % 3 === 2 ? '2026-01-01' : '',
      shelves: n === 0 ? ['s1'] : [],
    });
  for (const address of ['http://a/1.gif', 'http://a/2.gif'])
    await put('images', { ...wholeRows.images, essayId: idOf(0), address });
  await put('highlights', { ...wholeRows.highlights, id: 'h0', essayId: idOf(0) });
  await put('highlights', { ...wholeRows.highlights, id: 'h1', essayId: idOf(1) });
  await put('highlights', { ...wholeRows.highlights, id: 'h2', essayId: idOf(2) });
  return collection;
}
const idOf = (n: number): string => `e${String(n).padStart(3, '0')}`;
const store = () => openSyncStore(`test-${crypto.randomUUID()}`);
const inShort = ({ acts, originals, images, essays }: PublicationPlan): string =>
  `${acts.map(({ key, fields }) => key + (fields === null ? '-' : '')).join(' ')} | ${originals.join(' ')} | ${images.join(' ')} | ${essays}`;

it('what is not there yet is to be sent, the trash apart', async () => {
  const [collection, published] = [await collectionOf(3), store()];
  const plan = await publicationPlan(collection, published, everything);
  expect(inShort(plan)).toBe('e000 e001 h0 h1 | e000 e001 | e000 | 2');
  expect(plan.acts[0]).toMatchObject({
    table: 'essays',
    essayId: 'e000',
    before: undefined,
    after: { id: stampedId('essays', 'e000'), captureId: 'c0' },
  });
  expect(plan.acts[2]).toMatchObject({
    table: 'highlights',
    essayId: 'e000',
    fields: { note: '引' },
    after: { captureId: '' },
  });
  expect(plan.acts[0]?.after.names).toContain('captureId');

  // What was sent is not sent again; what has changed since is.
  await published.published.bulkPut(
    plan.acts.map(({ after }) => ({ ...after, originalOf: after.captureId ?? '', imagesOf: 2 })),
  );
  expect(inShort(await publicationPlan(collection, published, everything))).toBe(' |  |  | 2');
  await collection.table('essays').update(idOf(1), { captureId: 'c9' });
  await collection.table('images').put({ ...wholeRows.images, essayId: idOf(0), address: 'http://a/3.gif' });
  const changed = await publicationPlan(collection, published, everything);
  expect(inShort(changed)).toBe('e001 | e001 | e000 | 2');
  expect(changed.acts[0]?.before?.captureId).toBe('c1');

  // What is no longer others' to read goes.
  await collection.table('essays').update(idOf(1), { trashedAt: '2026-01-02' });
  const gone = await publicationPlan(collection, published, everything);
  expect(inShort(gone)).toBe('e001- h1- |  | e000 | 1');
  expect(gone.acts[0]).toMatchObject({
    table: 'essays',
    essayId: '',
    before: { captureId: 'c1' },
    after: { captureId: 'c1' },
  });
});

it('a wish says what is sent', async () => {
  const [collection, published] = [await collectionOf(3), store()];
  const planOf = async (wish: Partial<PublicationWish>) =>
    inShort(await publicationPlan(collection, published, { ...everything, ...wish }));
  expect(await planOf({ marks: false })).toBe('e000 e001 | e000 e001 | e000 | 2');
  expect(await planOf({ wanted: [] })).toBe('e000 e001 h0 h1 |  |  | 2');
  expect(await planOf({ wanted: ['images'] })).toBe('e000 e001 h0 h1 |  | e000 | 2');
  expect(await planOf({ shelf: 's1' })).toBe('e000 h0 | e000 | e000 | 1');
});

it('essays are looked at a hundred at a time, to the last', async () => {
  const collection = await collectionOf(201);
  const { essays, acts } = await publicationPlan(collection, store(), {
    ...everything,
    marks: false,
    wanted: [],
  });
  expect([essays, acts.length, acts.at(-1)?.key]).toEqual([134, 134, 'e199']);
});

it('originals and images that were not there are looked for again, fifty essays at a time', async () => {
  const [collection, { published }] = [await collectionOf(90), store()];
  const first = await publicationPlan(collection, { published } as SyncStore, everything);
  await published.bulkPut(
    first.acts.map(({ after }) => ({ ...after, originalLacked: after.captureId ?? '', imagesOf: 0, imagesLacked: 2 })),
  );
  for (let n = 0; n < 90; n += 1) {
    const of = { essayId: idOf(n), captureId: `c${n}` };
    await collection.table('originals').put({ ...wholeRows.originals, ...of });
    if (n > 0) await collection.table('images').put({ ...wholeRows.images, ...of, address: 'http://a/1.gif' });
  }
  const at = async (turn: number): Promise<PublicationPlan> => {
    Object.defineProperty(collection, 'now', { value: () => turn * 600_000, configurable: true });
    return publicationPlan(collection, { published } as SyncStore, everything);
  };
  const [one, other] = [await at(0), await at(1)];
  expect([one.originals.length, other.originals.length, one.images.length, other.images.length]).toEqual([
    50, 10, 50, 10,
  ]);
  expect(new Set([...one.originals, ...other.originals]).size).toBe(60);
  expect(new Set([...one.images, ...other.images]).size).toBe(60);
});

it('of what an earlier version sent, which did not tell how many images lacked, those are sent again that may have come since', async () => {
  const [collection, { published }] = [await collectionOf(9), store()];
  const first = await publicationPlan(collection, { published } as SyncStore, everything);
  await published.bulkPut(
    first.acts.map(({ after }) => ({ ...after, originalOf: after.captureId ?? '', imagesOf: after.captureId ? 2 : 0 })),
  );
  const keptAt = String(wholeRows.essays['keptAt']);
  const later = new Date(Date.parse(keptAt) + 3_600_000).toISOString();
  const put = (n: number, address: string, more: object) =>
    collection.table('images').put({ ...wholeRows.images, essayId: idOf(n), address, takenAt: keptAt, ...more });
  for (const n of [0, 1, 3, 4]) for (const address of ['http://a/1.gif', 'http://a/2.gif']) await put(n, address, {});
  await put(1, 'http://a/2.gif', { takenAt: later });
  await put(3, 'http://a/2.gif', { bytes: null, type: '', problem: 'unreachable' });
  const plan = () => publicationPlan(collection, { published } as SyncStore, everything);
  expect((await plan()).images).toEqual([idOf(1), idOf(3)]);
  // Of the others it is settled that they lacked none.
  expect((await published.get(stampedId('essays', idOf(4))))?.imagesLacked).toBe(0);
  await published.update(stampedId('essays', idOf(1)), { imagesOf: 2, imagesLacked: 0 });
  await published.update(stampedId('essays', idOf(3)), { imagesOf: 1, imagesLacked: 1 });
  expect((await plan()).images).toEqual([]);
  await put(3, 'http://a/2.gif', { takenAt: later });
  expect((await plan()).images).toEqual([idOf(3)]);
});
