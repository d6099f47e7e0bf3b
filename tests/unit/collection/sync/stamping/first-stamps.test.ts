import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Collection, openCollection } from '../../../../../lib/collection/collection.ts';
import { newBaseProgress, stampSome } from '../../../../../lib/collection/sync/base-stamps.ts';
import { readDeviceClock } from '../../../../../lib/collection/sync/clock-fact.ts';
import {
  isSyncOn,
  newDeviceId,
  readSyncSwitch,
  turnSyncOff,
  turnSyncOn,
} from '../../../../../lib/collection/sync/switch.ts';
import { BASE, CLOCK, PAST_CLOCK, STATE } from '../../../../../lib/collection/sync/sync-rows.ts';
import { isStamped } from '../../../../../lib/collection/sync/tag-ids.ts';
import { newSyncState } from '../../../../../lib/sync/run/sync-state.ts';
import { expectValue } from '../../../../support/collections.ts';
import { essayIdOf, MOMENT, partOf, shownOperation, stampAt } from '../../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../../support/whole-rows.ts';

const held: { collection: Collection | null } = { collection: null };
const ours = (): Collection => {
  if (held.collection === null) throw new Error('Not opened yet.');
  return held.collection;
};
beforeEach(() => {
  held.collection = openCollection(`test-${crypto.randomUUID()}`, 'strict', () => MOMENT);
});
afterEach(() => ours().close());

const clock = { device: 'aaaa', time: 5, count: 6, isBased: false, waiting: 0, waitingParts: 0 };
const shelf = (id: string, name = 'a') => ({ id, name, parent: '', order: 0 });
const waiting = async (): Promise<readonly string[]> =>
  (await ours().unsent.toArray()).flatMap(({ stream, operations }) =>
    operations.map((one) => `${stream}: ${shownOperation(one)}`),
  );
const begin = async (): Promise<void> => {
  const base = await newBaseProgress(ours());
  await ours().sync.bulkPut([
    { key: CLOCK, value: clock },
    { key: BASE, value: base },
  ]);
};

describe('the first stamps', () => {
  it('are told table by table, essays before what belongs to them, each slice with how far it is', async () => {
    const id = essayIdOf(1);
    await ours()
      .table('shelves')
      .bulkPut([shelf('s1'), shelf('s2')]);
    await ours()
      .table('essays')
      .put({ ...wholeRows.essays, id, tags: [], shelves: [], edited: {}, note: '', trashedAt: '2026' });
    await ours()
      .table('highlights')
      .put({ ...wholeRows.highlights, essayId: id });
    await ours().table('captures').put(partOf('captures', 1));
    await ours().table('bodies').put(partOf('bodies', 1));
    await ours().table('images').put(partOf('images', 1));
    await ours().sync.clear();
    await begin();
    expect((await ours().sync.get(BASE))?.value).toEqual({ all: 7, done: 0, through: [], after: null });
    const steps: string[] = [];
    for (let step = await stampSome(ours()); step !== null; step = await stampSome(ours())) {
      expect((await ours().sync.get(BASE))?.value).toEqual(step);
      steps.push(`${step.done} of ${step.all}, ${step.through.at(-1) ?? ''} ${JSON.stringify(step.after)}`);
    }
    expect(steps).toEqual([
      `1 of 7,  "${id}"`,
      '1 of 7, essays null',
      '1 of 7, tags null',
      '3 of 7, tags "s2"',
      '3 of 7, shelves null',
      '4 of 7, shelves "h1"',
      '4 of 7, highlights null',
      '4 of 7, searches null',
      '4 of 7, apart null',
      '8 of 7, apart "shelves\\ns2"',
      '8 of 7, stamps null',
      `9 of 7, stamps [["${id}","2026-03-01T09:30:00.000Z"],"c1"]`,
      '9 of 7, captures null',
      `10 of 7, captures ["${id}","c1"]`,
      '10 of 7, bodies null',
      '10 of 7, originals null',
      `11 of 7, originals [["${id}","http://dx.example/1.gif"],["${id}","http://dx.example/1.gif"]]`,
      '11 of 7, images null',
    ]);
    expect(await ours().sync.get(BASE)).toBeUndefined();
    expect(await readDeviceClock(ours())).toEqual({ ...clock, isBased: true, waiting: 4, waitingParts: 3 });
    const mark = (field: string, value: unknown) =>
      `acts: highlights h1 ${field}=${JSON.stringify(value)} @aaaa base0001${field === 'note' ? ' over ' : ''} of ${id}`;
    expect(await waiting()).toEqual([
      `acts: essays ${id} captureId="c1" @aaaa base0001`,
      `acts: essays ${id} keptAt="2026-03-01T09:30:00.000Z" @aaaa base0001`,
      `acts: essays ${id} trashedAt="2026" @aaaa base0000`,
      ...['s1', 's2'].flatMap((key) => [
        `acts: shelves ${key} name="a" @aaaa base0001`,
        `acts: shelves ${key} parent="" @aaaa base0001`,
        `acts: shelves ${key} order=0 @aaaa base0001`,
      ]),
      ...Object.entries({ ...wholeRows.highlights, essayId: id }).flatMap(([field, value]) =>
        field === 'id' ? [] : [mark(field, value)],
      ),
      `parts: captures c1  @aaaa base0001 of ${id}`,
      `parts: bodies c1  @aaaa base0001 of ${id}`,
      `images: images ${id} http://dx.example/1.gif  @aaaa base0001 of ${id}`,
    ]);
    expect((await ours().stamps.get('shelves\ns1'))?.fields['name']).toEqual({ h: `000000000-0001-aaaa`, v: 'a' });
  });

  it('are told a hundred rows at a time, of parts two hundred', async () => {
    await ours()
      .table('shelves')
      .bulkPut(Array.from({ length: 101 }, (_, n) => shelf(`s${String(n).padStart(3, '0')}`)));
    await ours()
      .table('bodies')
      .bulkPut(Array.from({ length: 201 }, (_, n) => partOf('bodies', n)));
    await begin();
    const done: number[] = [];
    for (let step = await stampSome(ours()); step !== null; step = await stampSome(ours())) done.push(step.done);
    expect([...new Set(done)]).toEqual([0, 100, 101, 201, 202, 402, 403]);
    const rows = await ours().unsent.toArray();
    expect(rows.map(({ stream, operations }) => `${stream} ${operations.length}`)).toEqual([
      'acts 300',
      'acts 3',
      ...Array(4).fill('parts 50'),
      'parts 1',
    ]);
  });

  it('leave what was stamped before, tell of what is another by now, and of what others did once more', async () => {
    await ours()
      .table('shelves')
      .bulkPut([shelf('same'), shelf('other', 'b')]);
    await ours()
      .table('essays')
      .put({ ...wholeRows.essays, id: essayIdOf(1), tags: [], shelves: [], edited: {}, note: '' });
    const stamped = (table: string, key: string, device: string, fields: object, gone?: object) => ({
      id: `${table}\n${key}`,
      table,
      key,
      fields: Object.fromEntries(Object.entries(fields).map(([name, v]) => [name, { h: stampAt(-9, device), v }])),
      seen: { [device]: stampAt(-9, device) },
      ...(gone !== undefined && { gone }),
    });
    const { id: _i, ...shelfFields } = shelf('');
    const { captureId, keptAt, trashedAt } = wholeRows.essays;
    await ours()
      .table('stamps')
      .bulkPut([
        stamped('shelves', 'same', 'aaaa', shelfFields),
        stamped('shelves', 'other', 'bbbb', shelfFields),
        stamped('shelves', 'left', 'aaaa', shelfFields, { aaaa: stampAt(-9, 'aaaa') }),
        stamped('essays', essayIdOf(1), 'aaaa', { captureId, keptAt, trashedAt }),
      ]);
    await begin();
    while ((await stampSome(ours())) !== null);
    expect((await waiting()).toSorted()).toEqual(
      [
        'acts: shelves other name="b" @aaaa 0',
        'acts: shelves left name="a" @aaaa -9',
        'acts: shelves left parent="" @aaaa -9',
        'acts: shelves left order=0 @aaaa -9',
        'acts: shelves left =1 @aaaa -9',
        'acts: shelves left  @aaaa -9 over aaaa -9',
        'acts: shelves other name="b" @aaaa 0',
        'acts: shelves other parent="" @bbbb -9',
        'acts: shelves other order=0 @bbbb -9',
        'acts: shelves other =1 @bbbb -9',
        'acts: shelves other =1 @aaaa 0',
      ].toSorted(),
    );
  });

  it('are told of a part that its index lacks, and of none that names no essay', async () => {
    await ours()
      .table('captures')
      .bulkPut(
        [1, 2, 3].map((n) =>
          partOf('captures', n, n === 2 ? { takenAt: null } : n === 3 ? { essayId: null, takenAt: null } : {}),
        ),
      );
    await begin();
    while ((await stampSome(ours())) !== null);
    expect(await waiting()).toEqual([1, 2].map((n) => `parts: captures c${n}  @aaaa base0001 of ${essayIdOf(n)}`));
  });

  it('are begun anew in a table where an earlier version went by its own keys', async () => {
    await ours()
      .table('bodies')
      .bulkPut([1, 2].map((n) => partOf('bodies', n)));
    await begin();
    const through = ['essays', 'tags', 'shelves', 'highlights', 'searches', 'apart', 'stamps', 'captures'];
    await ours().sync.put({ key: BASE, value: { all: 2, done: 0, through, after: 'c2' } });
    expect(await stampSome(ours())).toMatchObject({ done: 2, after: [essayIdOf(2), 'c2'] });
    expect((await waiting()).length).toBe(2);
  });
});

describe('sync is turned', () => {
  const facts = async () => Object.fromEntries((await ours().sync.toArray()).map(({ key, value }) => [key, value]));

  it('on, for a device that its reader calls so, and off again without a trace but its clock', async () => {
    expect([await readSyncSwitch(ours()), await isSyncOn(ours()), await isStamped(ours())]).toEqual([
      'off',
      false,
      false,
    ]);
    const told: string[] = [];
    expectValue(
      await turnSyncOn(ours(), 'aaaa', '甲机', {
        wanted: ['acts'],
        onProgress: (done, all) => told.push(`${done}/${all}`),
      }),
    );
    expect(await facts()).toEqual({
      [CLOCK]: { device: 'aaaa', time: 0, count: 0, isBased: true, waiting: 0, waitingParts: 0 },
      [STATE]: newSyncState('aaaa', '甲机', ['acts']),
    });
    expect([await readSyncSwitch(ours()), await isSyncOn(ours()), await isStamped(ours())]).toEqual(['on', true, true]);
    expect(new Set(told)).toEqual(new Set(['0/0']));
    // It is on: another device is none.
    expectValue(await turnSyncOn(ours(), 'bbbb', '乙机'));
    expect((await readDeviceClock(ours()))?.device).toBe('aaaa');
    await ours().shelves.put(shelf('s1'));
    expectValue(await turnSyncOff(ours()));
    expect([await facts(), await ours().unsent.count(), await ours().stamps.count()]).toEqual([
      { [PAST_CLOCK]: { time: MOMENT, count: 0 } },
      0,
      0,
    ]);
    expectValue(await turnSyncOff(ours()));
    expect(await facts()).toEqual({ [PAST_CLOCK]: { time: MOMENT, count: 0 } });
    expectValue(await turnSyncOn(ours(), 'cccc', ''));
    expect(await readDeviceClock(ours())).toMatchObject({ device: 'cccc', time: MOMENT, count: 0, waiting: 1 });
  });

  it('on with all streams where none are named, and anew where its clock is beyond reading', async () => {
    await ours().sync.bulkPut([
      { key: CLOCK, value: { device: 7 } },
      { key: PAST_CLOCK, value: { time: 9, count: 3 } },
    ]);
    expect(await readSyncSwitch(ours())).toBe('off');
    expectValue(await turnSyncOn(ours(), 'aaaa', ''));
    expect([await readSyncSwitch(ours()), (await facts())[STATE]]).toEqual(['on', newSyncState('aaaa', '')]);
    expect(await readDeviceClock(ours())).toMatchObject({ time: 9, count: 3 });
  });

  it('on only as far as nobody stops it', async () => {
    const stop = AbortSignal.abort();
    await ours().tags.put({ id: 't', name: '塘', folded: '塘' });
    expect(await turnSyncOn(ours(), 'aaaa', '', { signal: stop })).toMatchObject({
      ok: false,
      problem: { code: 'stopped' },
    });
    expect([await readSyncSwitch(ours()), await ours().tags.toCollection().primaryKeys()]).toEqual(['off', ['tag 塘']]);
    await begin();
    expect(await turnSyncOn(ours(), 'aaaa', '', { signal: stop })).toMatchObject({ ok: false });
    expect([await readSyncSwitch(ours()), await isSyncOn(ours())]).toEqual(['turning-on', false]);
    expectValue(await turnSyncOn(ours(), 'bbbb', ''));
    expect((await readDeviceClock(ours()))?.device).toBe('aaaa');
  });

  it('on in steps of which each stands, and fails as the database does', async () => {
    await ours().shelves.put(shelf('s1'));
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    expect(await turnSyncOn(ours(), 'aaaa', '', { signal: stop.signal, onProgress })).toMatchObject({ ok: false });
    expect(await facts()).toMatchObject({
      [CLOCK]: { device: 'aaaa', isBased: false },
      [BASE]: { all: 1, done: 0, through: ['essays'] },
    });
    vi.spyOn(ours().sync, 'bulkGet').mockRejectedValueOnce(new Error('broken'));
    expect(await turnSyncOn(ours(), 'aaaa', '')).toMatchObject({ ok: false, problem: { code: 'storage-failed' } });
    vi.restoreAllMocks();
  });

  it('by facts that are stored under their names', async () => {
    expectValue(await turnSyncOn(ours(), 'aaaa', ''));
    expect(Object.keys(await facts())).toEqual(['clock', 'state']);
    await begin();
    expect(Object.keys(await facts())).toEqual(['base', 'clock', 'state']);
    expectValue(await turnSyncOff(ours()));
    expect(Object.keys(await facts())).toEqual(['past-clock']);
  });

  it('on by devices of twelve letters and digits, no two alike', () => {
    const ids = Array.from({ length: 40 }, newDeviceId);
    expect(ids.filter((id) => !/^[0-9a-z]{12}$/.test(id))).toEqual([]);
    expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBeGreaterThan(35);
    expect(new Set(ids.map((id) => id.slice(6))).size).toBeGreaterThan(35);
  });
});
