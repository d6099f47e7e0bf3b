import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { areFingerprintsFilled, fillFingerprints } from '../../../../lib/collection/duplicates/fill-fingerprints.ts';
import { areLacksFilled, fillLacks } from '../../../../lib/collection/lacks/fill-lacks.ts';
import { hearOperations, readDeviceClock } from '../../../../lib/collection/sync/clock-fact.ts';
import { collectionReplica } from '../../../../lib/collection/sync/replica.ts';
import { settleWrites } from '../../../../lib/collection/sync/settle-writes.ts';
import { CLOCK } from '../../../../lib/collection/sync/sync-rows.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import {
  applied,
  deletion,
  essayIdOf,
  fieldOperations,
  MOMENT,
  partOf,
  partOperation,
  shownOperation,
  stampAt,
  syncingCollection,
  useSyncingCollection,
} from '../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const ours = useSyncingCollection();
afterEach(() => void vi.restoreAllMocks());

const KEPT = '2026-03-01T09:30:00.000Z';
const id = essayIdOf(1);
const fields = { captureId: 'c1', keptAt: KEPT, trashedAt: '' };
const made = (key = id): readonly Operation[] => fieldOperations('essays', key, fields);
const essayWithText: readonly Operation[] = [...made(), partOperation('bodies', partOf('bodies', 1))];
const { id: _h, essayId: _e, ...mark } = wholeRows.highlights;
const marked = (key: string, owner = id, stamp = stampAt(-500)): readonly Operation[] =>
  fieldOperations('highlights', key, { ...mark, essayId: owner }, stamp, { owner });
const keysIn = (name: string): PromiseLike<unknown> => ours().table(name).toCollection().primaryKeys();
const rowsOf = async (name: string): Promise<readonly object[]> => await ours().table<object>(name).toArray();

describe('rows that stand for themselves', () => {
  const { id: _s, ...shelf } = wholeRows.shelves;
  const { id: _q, ...search } = wholeRows.searches;

  it('are made once all has come that they must have', async () => {
    const { parent: _, ...half } = shelf;
    await applied(
      ours(),
      ...fieldOperations('tags', 'tag 水利', { name: '水利 ', folded: '水利' }),
      ...fieldOperations('shelves', 's1', half),
      ...fieldOperations('searches', 'q1', search),
      ...fieldOperations('apart', 'e1 e2', { '': 1 }),
    );
    expect(await rowsOf('tags')).toEqual([{ id: 'tag 水利', name: '水利 ', folded: '水利' }]);
    expect([await rowsOf('shelves'), await rowsOf('searches'), await rowsOf('apart')]).toEqual([
      [],
      [{ ...search, id: 'q1' }],
      [{ id: 'e1 e2' }],
    ]);
    await applied(ours(), ...fieldOperations('shelves', 's1', { parent: 's0' }));
    expect(await rowsOf('shelves')).toEqual([{ ...shelf, id: 's1' }]);
  });

  it('go when they are deleted by one who knew of all, and stay when not', async () => {
    await applied(
      ours(),
      ...fieldOperations('searches', 'q1', search),
      ...fieldOperations('searches', 'q2', search),
      ...fieldOperations('searches', 'q2', { name: '堤' }, stampAt(-400, 'cccc')),
    );
    await applied(ours(), ...['q1', 'q2'].map((key) => deletion('searches', key, [stampAt(-500)])));
    expect(await rowsOf('searches')).toEqual([{ ...search, id: 'q2', name: '堤' }]);
  });

  it('of which nothing is new are not written again', async () => {
    await applied(ours(), ...fieldOperations('searches', 'q1', search));
    const marks = await keysIn('uncopied');
    await applied(ours(), ...fieldOperations('searches', 'q1', { name: '塘' }, stampAt(-400)));
    const rows = await ours().uncopied.toArray();
    expect(
      rows
        .slice((marks as unknown[]).length)
        .flatMap(({ table, beside = [] }) => [table, ...beside.map((one) => one.table)]),
    ).toEqual(['stamps']);
  });

  it.each<[string, string, object, readonly string[] | null]>([
    ['a tag of no name', 'tag ', { name: ' ', folded: '' }, null],
    ['a tag of another id', 'tag 堤', { name: '塘', folded: '塘' }, ['id']],
    ['a tag of a name that is none', 'tag 塘', { name: 7, folded: '塘' }, ['name']],
    ['a shelf of an order that is none', 's1', { ...shelf, order: '1' }, ['order']],
  ])('are told of where they are %s', async (_, key, values, parts) => {
    await applied(ours(), ...fieldOperations(key.startsWith('tag') ? 'tags' : 'shelves', key, values as never));
    expect([await rowsOf('tags'), await rowsOf('shelves')]).toEqual([[], []]);
    const found = (await ours().quarantine.toArray()).map((one) => [one.reason, one.parts, one.settled]);
    expect(found).toEqual(parts === null ? [] : [['unreadable', parts, true]]);
  });

  it('may take the name of another that goes', async () => {
    await ours().tags.put({ id: 'old', name: '塘', folded: '塘' });
    await settleWrites(ours());
    await applied(
      ours(),
      ...fieldOperations('tags', 'tag 塘', { name: '塘', folded: '塘' }),
      deletion('tags', 'old', [stampAt(0, 'aaaa')]),
    );
    expect(await rowsOf('tags')).toEqual([{ id: 'tag 塘', name: '塘', folded: '塘' }]);
  });
});

describe('marks', () => {
  it('are there while their essay is shown, and come with it', async () => {
    await applied(ours(), ...marked('h1'), ...made());
    expect(await keysIn('highlights')).toEqual([]);
    await applied(ours(), partOperation('bodies', partOf('bodies', 1)), ...marked('h2'));
    expect(await rowsOf('highlights')).toEqual(['h1', 'h2'].map((key) => ({ ...mark, id: key, essayId: id })));
  });

  it('go by themselves, and with their essay where who deleted it knew of all', async () => {
    await applied(
      ours(),
      ...essayWithText,
      ...marked('h1'),
      ...marked('h2'),
      ...marked('h3', id, stampAt(-400, 'cccc')),
    );
    await applied(ours(), deletion('highlights', 'h1', [stampAt(-500)]), deletion('highlights', 'h3', [stampAt(-500)]));
    expect(await keysIn('highlights')).toEqual(['h2', 'h3']);
    await applied(ours(), deletion('essays', id, [stampAt(-500), stampAt(-400, 'cccc')], stampAt(1)));
    expect([await keysIn('essays'), await keysIn('highlights')]).toEqual([[], []]);
  });

  it('that name no essay are none', async () => {
    await applied(ours(), ...essayWithText, ...fieldOperations('highlights', 'h1', { ...mark, essayId: id }));
    expect(await keysIn('highlights')).toEqual([]);
  });
});

describe('an essay that is deleted elsewhere', () => {
  it('goes with all that belongs to it, and the next stands for its cluster', async () => {
    const others = [2, 3].map(essayIdOf);
    await applied(
      ours(),
      ...essayWithText,
      ...marked('h1'),
      ...(['captures', 'originals'] as const).map((table) => partOperation(table, partOf(table, 1))),
      ...[2, 3].flatMap((n) => [
        ...fieldOperations('essays', essayIdOf(n), {
          ...fields,
          captureId: `c${n}`,
          keptAt: `2026-03-0${n}T09:30:00.000Z`,
        }),
        partOperation('bodies', partOf('bodies', n)),
      ]),
    );
    const { essays, clusters, fingerprints, images, sent } = ours();
    await essays.bulkUpdate([id, ...others].map((key) => ({ key, changes: { cluster: 'k' } })));
    await clusters.put({ id: 'k', mainId: id });
    await fingerprints.bulkPut([id, ...others].map((essayId) => ({ essayId, bands: [], minhash: [] })));
    await images.put({ ...wholeRows.images, essayId: id } as never);
    await sent.put({ ...wholeRows.sent, essayId: id } as never);
    await settleWrites(ours());
    const all = [stampAt(-500), stampAt(0, 'aaaa'), stampAt(1000, 'aaaa')];
    await applied(ours(), deletion('essays', id, all));
    for (const name of ['highlights', 'captures', 'originals', 'images', 'sent'])
      expect([name, await keysIn(name)]).toEqual([name, []]);
    expect([await keysIn('essays'), await keysIn('bodies'), await keysIn('fingerprints')]).toEqual([
      others,
      ['c2', 'c3'],
      others,
    ]);
    expect(await rowsOf('clusters')).toEqual([{ id: 'k', mainId: others[0] }]);
  });

  it('but changed since is sent once more by who has it, with its parts and marks', async () => {
    await applied(ours(), ...essayWithText, partOperation('captures', partOf('captures', 1)), ...marked('h1'));
    await applied(
      ours(),
      ...fieldOperations('essays', id, { readState: 'read' }, stampAt(-300, 'cccc')),
      deletion('essays', id, [stampAt(-500)]),
    );
    const rows = await ours().unsent.toArray();
    expect(rows.map(({ stream, operations }) => [stream, operations.map(shownOperation)])).toEqual([
      ['acts', [`essays ${id} =1 @aaaa 0`, `highlights h1 =1 @aaaa 0 of ${id}`]],
      ['parts', [`captures c1  @aaaa 0 of ${id}`, `bodies c1  @aaaa 0 of ${id}`]],
    ]);
    expect(await readDeviceClock(ours())).toMatchObject({ time: MOMENT, count: 0, waiting: 2, waitingParts: 2 });
    expect((await ours().stamps.get(`essays\n${id}`))?.seen).toMatchObject({ aaaa: stampAt(0, 'aaaa') });
    expect(await keysIn('highlights')).toEqual(['h1']);
  });

  it('but changed since is not sent by who has nothing of it, or only reads', async () => {
    const again = [
      ...fieldOperations('essays', id, { readState: 'read' }, stampAt(-300, 'cccc')),
      deletion('essays', id, [stampAt(-500)]),
    ];
    await applied(ours(), ...made());
    await applied(ours(), ...again);
    expect([await keysIn('unsent'), (await readDeviceClock(ours()))?.waiting]).toEqual([[], 0]);
    const reader = await syncingCollection();
    await reader.sync.delete(CLOCK);
    await applied(reader, ...essayWithText);
    await applied(reader, ...again);
    expect([await reader.unsent.count(), await reader.bodies.count()]).toEqual([0, 1]);
    reader.close();
  });
});

describe('what comes', () => {
  it('moves the clock, is told of where only a newer version knows it, and is not sent on', async () => {
    const replica = collectionReplica(ours());
    const state = await replica.readState();
    const late = fieldOperations('searches', 'q1', { name: 'x' }, stampAt(5000));
    await replica.apply(
      [...late, ...fieldOperations('searches', 'q1', { colour: 'red' }), ...fieldOperations('maps', 'm', { a: 1 })],
      (newer) => ({
        ...state,
        heads: newer,
      }),
    );
    expect((await replica.readState()).heads).toBe(2);
    expect(await readDeviceClock(ours())).toMatchObject({ time: MOMENT + 5000, count: 0, waiting: 0, waitingParts: 0 });
    expect(await keysIn('unsent')).toEqual([]);
    await ours().transaction('rw', ours().sync, () =>
      hearOperations(
        ours(),
        late.map((one) => ({ ...one, stamp: stampAt(-9) })),
      ),
    );
    expect((await readDeviceClock(ours()))?.time).toBe(MOMENT + 5000);
  });

  it('is held back where there is no room: a kilobyte for each operation', async () => {
    const ready = vi.spyOn(ours().guard, 'ready').mockResolvedValue('storage-full');
    await expect(applied(ours(), ...made())).rejects.toMatchObject({
      name: 'StorageHeldError',
      message: 'Writing is held back: storage-full.',
    });
    expect(ready.mock.calls).toEqual([[3000]]);
    expect(await keysIn('stamps')).toEqual([]);
  });

  it('has essays looked at again where texts came, and only there', async () => {
    const settled = async () => [await areFingerprintsFilled(ours()), await areLacksFilled(ours())];
    while (await fillFingerprints(ours()));
    while (await fillLacks(ours()));
    await applied(ours(), ...made(), partOperation('captures', partOf('captures', 1)));
    expect(await settled()).toEqual([true, true]);
    await applied(ours(), ...(['captures', 'bodies'] as const).map((table) => partOperation(table, partOf(table, 2))));
    expect(await settled()).toEqual([false, false]);
  });

  it('comes after what was done here before it', async () => {
    await applied(ours(), ...essayWithText);
    await ours().essays.update(id, { note: '本机记' });
    await applied(ours(), ...fieldOperations('essays', id, { note: '别处记' }, stampAt(-300), { over: {} }));
    expect((await ours().essays.get(id))?.note.split('\n').filter(Boolean)).toEqual(['本机记', '别处记']);
    expect((await ours().unsent.toArray()).map(({ stream }) => stream)).toEqual(['acts']);
  });
});
