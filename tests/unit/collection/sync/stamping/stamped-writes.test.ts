import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readDeviceClock } from '../../../../../lib/collection/sync/clock-fact.ts';
import { CLOCK, type StampedWrite } from '../../../../../lib/collection/sync/sync-rows.ts';
import { stampOf } from '../../../../../lib/sync/model/clock.ts';
import {
  essayIdOf,
  MOMENT,
  partOf,
  shownOperation,
  useSyncingCollection,
} from '../../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../../support/whole-rows.ts';

const ours = useSyncingCollection();

const shelf = (id: string, name: string, order = 0) => ({ id, name, parent: '', order });
const stamp = (count: number): string => stampOf({ time: MOMENT, count }, 'aaaa');
/** What the writes did that are not settled yet: table, key, kind and fields of each act. */
const told = async (): Promise<readonly string[]> =>
  (await ours().unsent.toArray()).flatMap(({ write }) =>
    (write?.acts ?? []).map(({ key, kind, fields, owner }) =>
      [`${write?.table} ${key} ${kind}`, JSON.stringify(fields), ...(owner === undefined ? [] : [owner])].join(' '),
    ),
  );
const notBased = async (): Promise<void> => {
  const { sync } = ours();
  const row = await sync.get(CLOCK);
  await sync.put({ key: CLOCK, value: { ...(row?.value as object), isBased: false } });
};
const note = { note: '', ...wholeRows.essays, id: essayIdOf(1) } as never;

describe('a write', () => {
  it('is told with all that it did, and the clock goes on', async () => {
    await ours().shelves.put(shelf('s1', '课题'));
    const write = {
      table: 'shelves',
      stamp: stamp(0),
      acts: [{ key: 's1', kind: 'made', fields: { name: '课题', parent: '', order: 0 } }],
      before: {},
      isRestored: false,
    };
    expect(await ours().unsent.toArray()).toEqual([{ n: expect.any(Number), stream: 'writes', operations: [], write }]);
    expect(await readDeviceClock(ours())).toEqual({
      device: 'aaaa',
      time: MOMENT,
      count: 0,
      isBased: true,
      waiting: 1,
      waitingParts: 0,
    });
    await ours().shelves.bulkPut([shelf('s1', '课题二'), shelf('s2', '新')]);
    expect((await told()).slice(1)).toEqual([
      'shelves s1 changed {"name":"课题二"}',
      'shelves s2 made {"name":"新","parent":"","order":0}',
    ]);
    expect(await readDeviceClock(ours())).toMatchObject({ count: 1, waiting: 3 });
  });

  it('that changes nothing, or takes away what is not there, is none', async () => {
    await ours().shelves.put(shelf('s1', '课题'));
    const before = await readDeviceClock(ours());
    await ours().shelves.put(shelf('s1', '课题'));
    await ours().shelves.bulkDelete(['s2', 's3']);
    await ours().shelves.where('id').above('s5').delete();
    expect([await ours().unsent.count(), await readDeviceClock(ours())]).toEqual([1, before]);
  });

  it('that takes rows away names each, by their keys or as all of them', async () => {
    await ours().shelves.bulkPut(['s1', 's2', 's3'].map((id) => shelf(id, id)));
    await ours().unsent.clear();
    await ours().shelves.bulkDelete(['s2', 'none']);
    await ours().shelves.clear();
    expect(await told()).toEqual(['shelves s2 gone {}', 'shelves s1 gone {}', 'shelves s3 gone {}']);
    expect(await ours().shelves.count()).toBe(0);
  });

  it('of many rows is told a hundred at a time, by one stamp', async () => {
    await ours().shelves.bulkPut(Array.from({ length: 101 }, (_, n) => shelf(`s${n}`, 'x')));
    const writes = (await ours().unsent.toArray()).map(({ write }) => write as StampedWrite);
    expect(writes.map(({ acts, stamp: of }) => [acts.length, of])).toEqual([
      [100, stamp(0)],
      [1, stamp(0)],
    ]);
  });

  it('is told by the row as it was at that moment, read before or not', async () => {
    await ours().shelves.bulkPut([shelf('s1', 'a'), shelf('s2', 'a'), shelf('s3', 'a')]);
    await ours().unsent.clear();
    const { shelves } = ours();
    await ours().transaction('rw', shelves, async () => {
      await shelves.get('s1');
      await shelves.put(shelf('s1', 'b'));
      await shelves.put(shelf('s1', 'a'));
      await shelves.bulkGet(['s3', 's9']);
      await shelves.bulkPut([shelf('s2', 'c'), shelf('s3', 'd'), shelf('s1', 'e'), shelf('s9', 'f')]);
      await shelves.delete('s9');
    });
    expect(await told()).toEqual([
      'shelves s1 changed {"name":"b"}',
      'shelves s1 changed {"name":"a"}',
      'shelves s2 changed {"name":"c"}',
      'shelves s3 changed {"name":"d"}',
      'shelves s1 changed {"name":"e"}',
      'shelves s9 made {"name":"f","parent":"","order":0}',
      'shelves s9 gone {}',
    ]);
    expect((await ours().unsent.toArray()).map(({ write }) => write?.stamp)).toEqual([1, 2, 3, 4].map(stamp));
  });

  it('of parts tells that they are there, and nothing of their going', async () => {
    const { captures, bodies, originals, images, unsent } = ours();
    await captures.put(partOf('captures', 1) as never);
    await ours().transaction('rw', [bodies, originals, images], async () => {
      await bodies.add(partOf('bodies', 1) as never);
      await originals.put(partOf('originals', 1) as never);
      await images.bulkPut([partOf('images', 1), partOf('images', 2)] as never);
    });
    const image = (n: number): string => `images ${essayIdOf(n)} http://dx.example/1.gif  @aaaa 0 of ${essayIdOf(n)}`;
    expect(
      (await unsent.toArray()).map(({ stream, operations }) => [stream, ...operations.map(shownOperation)]),
    ).toEqual([
      ['parts', `captures c1  @aaaa 0 of ${essayIdOf(1)}`],
      ['parts', `bodies c1  @aaaa 0 of ${essayIdOf(1)}`],
      ['originals', `originals c1  @aaaa 0 of ${essayIdOf(1)}`],
      ['images', image(1), image(2)],
    ]);
    expect(await readDeviceClock(ours())).toMatchObject({ count: 3, waiting: 0, waitingParts: 5 });
    await unsent.clear();
    await captures.delete('c1');
    await images.clear();
    expect([await unsent.count(), await captures.count(), await images.count()]).toEqual([0, 0, 0]);
  });

  it('that takes a mark away is told while its essay is there, and not where it goes with it', async () => {
    const mark = (id: string, n: number) => ({ ...wholeRows.highlights, id, essayId: essayIdOf(n) }) as never;
    const { highlights, essays, unsent } = ours();
    await essays.put(note);
    await highlights.bulkPut([mark('h1', 1), mark('h2', 2), mark('h3', 1)]);
    await unsent.clear();
    await highlights.bulkDelete(['h1', 'h2']);
    expect(await told()).toEqual([`highlights h1 gone {} ${essayIdOf(1)}`]);
    await ours().transaction('rw', [highlights, essays], async () => {
      await essays.delete(essayIdOf(1));
      await highlights.delete('h3');
    });
    expect((await told()).slice(1)).toEqual([`essays ${essayIdOf(1)} gone {}`]);
  });

  it('tells how rows were before, as long as not all have their stamps', async () => {
    await ours().shelves.bulkPut([shelf('s1', 'a'), shelf('s2', 'b', 2)]);
    await notBased();
    await ours().unsent.clear();
    await ours().shelves.bulkPut([shelf('s1', 'c'), shelf('s2', 'b', 2), shelf('s3', 'd')]);
    const [row] = await ours().unsent.toArray();
    expect(row?.write?.before).toEqual({
      s1: { name: 'a', parent: '', order: 0 },
      s2: { name: 'b', parent: '', order: 2 },
    });
  });

  it('is nothing while the collection does not sync, nor of tables that are not synced', async () => {
    await ours().transaction('rw', [ours().meta, ours().clusters], async () => {
      await ours().clusters.put({ id: 'k', mainId: 'x' });
    });
    await ours().sync.clear();
    await ours().shelves.put(shelf('s1', 'a'));
    await ours().captures.put(partOf('captures', 1) as never);
    expect([await ours().unsent.count(), await ours().sync.count()]).toEqual([0, 0]);
  });

  it('of who joins what others did is none of this device’s; of who restores a backup it is told as such', async () => {
    const { shelves, stamps, sync, unsent } = ours();
    await ours().transaction('rw', [shelves, stamps, sync], () => shelves.put(shelf('s1', 'a')));
    expect(await unsent.count()).toBe(0);
    await ours().transaction('rw', [shelves, stamps], () => shelves.put(shelf('s2', 'a')));
    expect((await unsent.toArray()).map(({ write }) => write?.isRestored)).toEqual([true]);
  });
});
