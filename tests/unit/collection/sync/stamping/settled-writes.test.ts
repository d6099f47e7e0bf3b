import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { settleWrites } from '../../../../../lib/collection/sync/settle-writes.ts';
import { CLOCK } from '../../../../../lib/collection/sync/sync-rows.ts';
import { stampOf } from '../../../../../lib/sync/model/clock.ts';
import {
  essayIdOf,
  MOMENT,
  shownOperation,
  stampAt,
  useSyncingCollection,
} from '../../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../../support/whole-rows.ts';

const ours = useSyncingCollection();

const shelf = (id: string, name: string, order = 0) => ({ id, name, parent: '', order });
const stamp = (count: number): string => stampOf({ time: MOMENT, count }, 'aaaa');
/** All that waits, settled, as short texts; what waited before is taken away. */
const settled = async (): Promise<readonly string[]> => {
  await settleWrites(ours());
  const rows = await ours().unsent.toArray();
  await ours().unsent.clear();
  return rows.flatMap(({ stream, operations }) => operations.map((one) => `${stream}: ${shownOperation(one)}`));
};
const notBased = async (): Promise<void> => {
  const { sync } = ours();
  const row = await sync.get(CLOCK);
  await sync.put({ key: CLOCK, value: { ...(row?.value as object), isBased: false } });
};

describe('what writes did is settled', () => {
  it('in their order, each field by itself, and deletions by what was known', async () => {
    await ours().essays.put({
      ...wholeRows.essays,
      id: essayIdOf(1),
      tags: ['t1'],
      shelves: [],
      edited: {},
      note: '',
    } as never);
    expect(await settled()).toEqual([
      `acts: essays ${essayIdOf(1)} captureId="c1" @aaaa 0`,
      `acts: essays ${essayIdOf(1)} keptAt="2026-03-01T09:30:00.000Z" @aaaa 0`,
      `acts: essays ${essayIdOf(1)} trashedAt="" @aaaa 0`,
      `acts: essays ${essayIdOf(1)} note="" @aaaa 0 over `,
      `acts: essays ${essayIdOf(1)} tags/t1=true @aaaa 0`,
    ]);
    await ours().essays.update(essayIdOf(1), { tags: [], note: '记', shelves: ['s1'] });
    expect(await settled()).toEqual([
      `acts: essays ${essayIdOf(1)} note="记" @aaaa 0 over aaaa 0`,
      `acts: essays ${essayIdOf(1)} tags/t1 @aaaa 0`,
      `acts: essays ${essayIdOf(1)} shelves/s1=true @aaaa 0`,
    ]);
    expect((await ours().stamps.get('shelves\ns1'))?.seen).toEqual({ aaaa: stamp(1) });
    await ours().essays.delete(essayIdOf(1));
    expect(await settled()).toEqual([`acts: essays ${essayIdOf(1)}  @aaaa 0 over aaaa 0`]);
    expect(await ours().stamps.get(`essays\n${essayIdOf(1)}`)).toMatchObject({
      gone: { aaaa: stamp(2) },
      seen: { aaaa: stamp(1) },
    });
  });

  it('some at a time, to the last, and joined into what is known', async () => {
    for (let n = 0; n < 18; n += 1) await ours().shelves.put(shelf('s1', `名${n}`));
    await ours().shelves.delete('s1');
    expect((await ours().unsent.toArray()).every(({ stream }) => stream === 'writes')).toBe(true);
    const all = await settled();
    expect([all.length, all[0], all[3], all.at(-1)]).toEqual([
      3 + 17 + 1,
      'acts: shelves s1 name="名0" @aaaa 0',
      'acts: shelves s1 name="名1" @aaaa 0',
      'acts: shelves s1  @aaaa 0 over aaaa 0',
    ]);
    expect(await ours().stamps.get('shelves\ns1')).toMatchObject({
      fields: { name: { h: stamp(17), v: '名17' }, parent: { h: stamp(0), v: '' } },
      gone: { aaaa: stamp(18) },
    });
  });

  it('with the first stamps of rows that had none yet', async () => {
    await ours().shelves.bulkPut([shelf('s1', 'a'), shelf('s2', 'b')]);
    await ours().apart.put({ id: 'e1 e2' });
    await ours().unsent.clear();
    await notBased();
    await ours().shelves.put(shelf('s1', 'c'));
    await ours().shelves.put(shelf('s1', 'd'));
    await ours().shelves.delete('s2');
    await ours().apart.delete('e1 e2');
    expect(await settled()).toEqual([
      'acts: shelves s1 name="a" @aaaa base0001',
      'acts: shelves s1 parent="" @aaaa base0001',
      'acts: shelves s1 order=0 @aaaa base0001',
      'acts: shelves s1 name="c" @aaaa 0',
      'acts: shelves s1 name="d" @aaaa 0',
      'acts: shelves s2 name="b" @aaaa base0001',
      'acts: shelves s2 parent="" @aaaa base0001',
      'acts: shelves s2 order=0 @aaaa base0001',
      'acts: shelves s2  @aaaa 0 over aaaa 0',
      'acts: apart e1 e2 =1 @aaaa base0001',
      'acts: apart e1 e2  @aaaa 0 over aaaa 0',
    ]);
  });

  it('with the first stamps of a note, which then is replaced by who saw it', async () => {
    const row = { ...wholeRows.essays, id: essayIdOf(1), tags: [], shelves: [], edited: {} };
    await ours().essays.put(row as never);
    await ours().unsent.clear();
    await notBased();
    await ours().essays.put({ ...row, note: '新' } as never);
    expect(await settled()).toEqual([
      `acts: essays ${essayIdOf(1)} captureId="c1" @aaaa base0001`,
      `acts: essays ${essayIdOf(1)} keptAt="2026-03-01T09:30:00.000Z" @aaaa base0001`,
      `acts: essays ${essayIdOf(1)} trashedAt="" @aaaa base0001`,
      `acts: essays ${essayIdOf(1)} note="记" @aaaa base0001 over `,
      `acts: essays ${essayIdOf(1)} note="新" @aaaa 0 over aaaa base0001`,
    ]);
  });

  it('of what was restored by what is known of it: nothing is base, nothing new is nothing, deleted is made anew', async () => {
    const { shelves, stamps } = ours();
    await shelves.bulkPut([shelf('same', 'a'), shelf('other', 'a'), shelf('gone', 'a')]);
    await shelves.delete('gone');
    await settled();
    await ours().transaction('rw', [shelves, stamps], () => shelves.clear());
    await ours().unsent.clear();
    await ours().transaction('rw', [shelves, stamps], () =>
      shelves.bulkAdd([shelf('new', 'a'), shelf('same', 'a'), shelf('other', 'b'), shelf('gone', 'a', 3)]),
    );
    expect(await settled()).toEqual([
      'acts: shelves new name="a" @aaaa base0001',
      'acts: shelves new parent="" @aaaa base0001',
      'acts: shelves new order=0 @aaaa base0001',
      'acts: shelves other name="b" @aaaa 0',
      'acts: shelves gone name="a" @aaaa 0',
      'acts: shelves gone parent="" @aaaa 0',
      'acts: shelves gone order=3 @aaaa 0',
    ]);
  });

  it('of an essay that was restored, where its note is what is known', async () => {
    const { essays, stamps } = ours();
    const row = { ...wholeRows.essays, id: essayIdOf(1), tags: [], shelves: [], edited: {}, note: '' } as never;
    await essays.put(row);
    await settled();
    await ours().transaction('rw', [essays, stamps], () => essays.clear());
    await ours().unsent.clear();
    await ours().transaction('rw', [essays, stamps], () => essays.add(row));
    expect(await settled()).toEqual([]);
    // Nobody told of its note: it was there before this collection synced.
    await ours().transaction('rw', [essays, stamps], () => essays.clear());
    await stamps
      .where('id')
      .startsWith('essays')
      .modify((known) => {
        delete (known.fields as Record<string, unknown>)['note'];
      });
    await ours().unsent.clear();
    await ours().transaction('rw', [essays, stamps], () => essays.add(row));
    expect(await settled()).toEqual([]);
  });

  it('of a mark that went with its essay and was restored with it: it is made anew, since the deletion covers it everywhere', async () => {
    const { essays, highlights, stamps } = ours();
    const row = { ...wholeRows.essays, id: essayIdOf(1), tags: [], shelves: [], edited: {}, note: '' } as never;
    const mark = { ...wholeRows.highlights, id: 'h1', essayId: essayIdOf(1) } as never;
    await essays.put(row);
    await highlights.put(mark);
    await settled();
    await ours().unsent.clear();
    await ours().transaction('rw', [essays, highlights, stamps], async () => {
      await essays.clear();
      await highlights.clear();
      await essays.add(row);
      await highlights.add(mark);
    });
    const told = await settled();
    expect(told.some((one) => one.includes('essays') && one.includes('over'))).toBe(true);
    expect(told.some((one) => one.includes('highlights h1 quote='))).toBe(true);
  });

  it('and what is damaged of it holds nothing up', async () => {
    await ours().unsent.bulkAdd([
      { stream: 'writes', operations: [], write: { table: 'maps' } as never },
      { stream: 'writes', operations: 'none' as never },
    ]);
    await ours().shelves.put(shelf('s1', 'a'));
    expect((await settled()).length).toBe(3);
    expect(await ours().unsent.count()).toBe(0);
    expect(stampAt(0, 'aaaa')).toBe(stamp(0));
  });
});
