import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../../../lib/collection/collection.ts';
import {
  changePublication,
  type Publication,
  readPublication,
  writePublication,
} from '../../../../lib/collection/publishing/publication.ts';
import type { PublicationItem, PublicationPlan } from '../../../../lib/collection/publishing/publication-plan.ts';
import { publicationReplica } from '../../../../lib/collection/publishing/publication-replica.ts';
import { openSyncStore, type PublishedRow, type SyncStore } from '../../../../lib/collection/sync-store/sync-store.ts';
import { stampOf } from '../../../../lib/sync/model/clock.ts';
import { stampedId } from '../../../../lib/sync/model/stamped-row.ts';
import { startPublishing, textAndOriginals } from '../../../support/sync/published-world.ts';
import { essayIdOf, MOMENT, partOf, shownOperation } from '../../../support/sync/syncing-collection.ts';

const held: { collection: Collection; store: SyncStore } = {
  collection: openCollection(`test-${crypto.randomUUID()}`, 'strict', () => MOMENT),
  store: openSyncStore(`test-${crypto.randomUUID()}`),
};
const { collection, store } = held;
beforeAll(async () => {
  const { captures, bodies, originals, images } = collection;
  await captures.bulkPut([1, 3].map((n) => partOf('captures', n)) as never);
  await bodies.bulkPut([1, 3].map((n) => partOf('bodies', n, { digest: 'd' })) as never);
  await originals.put(partOf('originals', 1) as never);
  const image = (address: string, facts: object) =>
    partOf('images', 1, { address: `http://a/${address}.gif`, ...facts });
  await images.bulkPut([image('1', {}), image('2', { bytes: null }), image('3', {})] as never);
  await images.put(partOf('images', 2, { bytes: null }) as never);
});
beforeEach(async () => {
  await store.published.clear();
  await startPublishing(store, textAndOriginals);
});
afterAll(() => {
  collection.close();
  store.close();
});

const item = (
  table: 'essays' | 'highlights',
  key: string,
  fields: PublicationItem['fields'],
  before?: PublishedRow,
): PublicationItem => {
  const id = stampedId(table, key);
  const after = { id, digest: 'new', names: Object.keys(fields ?? {}) };
  return { table, key, essayId: essayIdOf(1), fields, before, after };
};
const was = (key: string, names: readonly string[], captureId: string): PublishedRow => ({
  id: stampedId('essays', key),
  digest: 'old',
  names,
  captureId,
});
const planOf = (facts: Partial<PublicationPlan>): PublicationPlan => ({
  acts: [],
  originals: [],
  images: [],
  essays: 7,
  ...facts,
});
const replicaOf = (facts: Partial<PublicationPlan>) => publicationReplica(collection, store, planOf(facts));
const stateOf = async (): Promise<Publication['state']> => await replicaOf({}).readState();
/** The moment of all that is sent first, as it is shown. */
const AT = '@pubdevice001 0';

describe('what is published goes', () => {
  it('with fields, what is no longer there, the text where it is another, and deletions', async () => {
    const [one, two, three] = [1, 2, 3].map(essayIdOf) as [string, string, string];
    const replica = replicaOf({
      acts: [
        item('essays', one, { captureId: 'c1', keptAt: 'x' }),
        item('essays', two, { captureId: 'c1', note: '记' }, was(two, ['captureId', 'note', 'edited/title'], 'c1')),
        item('essays', three, { captureId: 'c3' }, was(three, [], 'c1')),
        item('essays', 'lost', { captureId: 'c2' }),
        item('essays', 'none', { captureId: 7 }),
        item('highlights', 'h1', { captureId: 'c1', note: '' }),
        item('essays', 'gone', null, was('gone', ['note'], 'c1')),
        item('highlights', 'h2', null),
      ],
    });
    const { marks, operations } = await replica.unsent('acts');
    const part = ({ value, ...rest }: (typeof operations)[number]) =>
      shownOperation({ ...rest, ...(typeof value !== 'object' && { value }) });
    expect(operations.map(part)).toEqual([
      `essays ${one} captureId="c1" ${AT}`,
      `essays ${one} keptAt="x" ${AT}`,
      `captures c1  ${AT} of ${one}`,
      `bodies c1  ${AT} of ${one}`,
      `essays ${two} captureId="c1" ${AT}`,
      `essays ${two} note="记" ${AT}`,
      `essays ${two} edited/title ${AT}`,
      `essays ${three} captureId="c3" ${AT}`,
      `captures c3  ${AT} of ${three}`,
      `bodies c3  ${AT} of ${three}`,
      `essays lost captureId="c2" ${AT}`,
      `essays none captureId=7 ${AT}`,
      `highlights h1 captureId="c1" ${AT} of ${one}`,
      `highlights h1 note="" ${AT} of ${one}`,
      `essays gone  ${AT} over pubdevice001 0`,
      `highlights h2  ${AT} over pubdevice001 0 of ${one}`,
    ]);
    expect([operations[2]?.value, operations[9]?.value]).toEqual([
      partOf('captures', 1),
      partOf('bodies', 3, { digest: 'd' }),
    ]);
    expect(marks).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('and is remembered once it is sent, with the state that names its segment', async () => {
    await store.published.bulkPut([was('e2', ['note'], 'c1'), was('stays', [], 'c1')]);
    const acts = [item('essays', 'e1', { note: 'x' }), item('essays', 'e2', null, was('e2', ['note'], 'c1'))];
    const replica = replicaOf({ acts });
    const first = await replica.unsent('acts');
    expect((await readPublication(store))?.clock).toEqual({ time: MOMENT, count: 0 });
    // Cut off before that, it is found once more, by a later stamp.
    const sent = await replica.unsent('acts');
    expect(sent.operations.map(({ stamp }) => stamp)).toEqual(
      first.operations.map(() => stampOf({ time: MOMENT, count: 1 }, 'pubdevice001')),
    );
    await replica.markSent(sent, { ...(await stateOf()), heads: 5 });
    expect(await store.published.toArray()).toEqual([acts[0]?.after, was('stays', [], 'c1')]);
    expect((await stateOf()).heads).toBe(5);
    expect(await replica.unsent('acts')).toEqual({ marks: [], operations: [] });
    // Nothing was left: no stamp was used.
    expect((await readPublication(store))?.clock).toEqual({ time: MOMENT, count: 1 });
    await replica.writeState({ ...(await stateOf()), heads: 6 });
    expect((await replica.readState()).heads).toBe(6);
  });

  it('four hundred rows at a time', async () => {
    const replica = replicaOf({
      acts: Array.from({ length: 401 }, (_, n) => item('highlights', `h${n}`, { note: '' })),
    });
    const first = await replica.unsent('acts');
    expect([first.marks.length, first.operations.length]).toEqual([400, 400]);
    await replica.markSent(first, await stateOf());
    expect(await store.published.count()).toBe(400);
    const second = await replica.unsent('acts');
    expect([second.marks, second.operations.map(({ key }) => key)]).toEqual([[400], ['h400']]);
    await replica.markSent(second, await stateOf());
    expect(await store.published.count()).toBe(401);
  });

  it('some megabytes at a time', async () => {
    const note = (length: number) => ({ note: 'x'.repeat(length) });
    const taken = async (...lengths: readonly number[]) =>
      (await replicaOf({ acts: lengths.map((length, n) => item('highlights', `h${n}`, note(length))) }).unsent('acts'))
        .marks.length;
    expect([
      await taken(8_000_000, 1, 1),
      await taken(7_999_998, 1, 1, 1),
      await taken(4_000_000, 3_999_999, 1, 1),
    ]).toEqual([1, 3, 3]);
  });

  it('with originals, each once, and remembers of which there was none', async () => {
    await store.published.bulkPut([
      was('e1', [], 'c1'),
      was('e2', [], 'c9'),
      { id: stampedId('essays', 'e3'), digest: '', names: [] },
    ]);
    const replica = replicaOf({ originals: ['e1', 'unknown', 'e2', 'e3'] });
    const sent = await replica.unsent('originals');
    expect(sent.marks).toEqual([0, 1, 2, 3]);
    expect(sent.operations).toEqual([
      {
        table: 'originals',
        key: 'c1',
        field: '',
        stamp: stampOf({ time: MOMENT, count: 0 }, 'pubdevice001'),
        owner: 'e1',
        value: partOf('originals', 1),
      },
    ]);
    await replica.markSent(sent, await stateOf());
    expect(
      (await store.published.toArray()).map(({ id, originalOf, originalLacked }) => [id, originalOf, originalLacked]),
    ).toEqual([
      ['essays\ne1', 'c1', undefined],
      ['essays\ne2', undefined, 'c9'],
      ['essays\ne3', undefined, ''],
    ]);
    expect(await replica.unsent('originals')).toEqual({ marks: [], operations: [] });
    expect((await readPublication(store))?.clock.count).toBe(0);
  });

  it('with images, and remembers how many were sent and how many could not be had', async () => {
    const ids = [1, 2, 3].map(essayIdOf);
    await store.published.bulkPut(ids.map((id) => was(id, [], 'c1')));
    const replica = replicaOf({ images: ids });
    const sent = await replica.unsent('images');
    expect(
      sent.operations.map(({ table, key, owner, value }) => [
        table,
        key,
        owner,
        (value as { address: string }).address,
      ]),
    ).toEqual([
      ['images', `${ids[0]} http://a/1.gif`, ids[0], 'http://a/1.gif'],
      ['images', `${ids[0]} http://a/3.gif`, ids[0], 'http://a/3.gif'],
    ]);
    await replica.markSent(sent, await stateOf());
    expect((await store.published.toArray()).map(({ imagesOf, imagesLacked }) => [imagesOf, imagesLacked])).toEqual([
      [2, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it('with parts of less than four megabytes at a time', async () => {
    await store.published.put(was('e1', [], 'big'));
    await collection.originals.put({
      ...partOf('originals', 1),
      captureId: 'big',
      gzip: new Uint8Array(1_900_000),
    } as never);
    expect((await replicaOf({ originals: ['e1', 'e1', 'e1'] }).unsent('originals')).marks).toEqual([0, 1]);
  });

  it('and reads nothing', async () => {
    const replica = replicaOf({});
    await expect(replica.apply([], () => replica.readState() as never)).rejects.toThrow('A publication reads nothing.');
    expect(await replica.countDeleted([])).toEqual({ all: 7, deleted: [] });
    expect(await replica.voidParts([])).toEqual(new Set());
  });

  it('nowhere once nothing is published any more', async () => {
    await store.published.put(was('e1', [], 'c1'));
    await writePublication(store, null);
    expect([await readPublication(store), await store.published.count()]).toEqual([null, 0]);
    await expect(replicaOf({}).readState()).rejects.toThrow('Nothing is published.');
    await changePublication(store, { essays: 3 });
    expect(await store.facts.get('publication')).toBeUndefined();
  });
});

it.each<[string, object]>([
  ['no wish', { wish: null }],
  ['a wish of no shelf', { wish: { ...textAndOriginals, shelf: 1 } }],
  ['a wish of no notes', { wish: { ...textAndOriginals, notes: 'yes' } }],
  ['a wish of no marks', { wish: { ...textAndOriginals, marks: undefined } }],
  ['a wish of streams that are none', { wish: { ...textAndOriginals, wanted: ['maps'] } }],
  ['no state', { state: undefined }],
  ['a state of no device', { state: { device: 7 } }],
])('what is published is none that has %s', async (_, facts) => {
  const row = await store.facts.get('publication');
  expect(await readPublication(store)).toEqual(row?.value);
  await store.facts.put({ key: 'publication', value: { ...(row?.value as object), ...facts } });
  expect(await readPublication(store)).toBeNull();
});
