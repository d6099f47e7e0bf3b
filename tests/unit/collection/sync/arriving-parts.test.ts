import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { keysThere } from '../../../../lib/collection/sync/arriving/keys-there.ts';
import { takeParts } from '../../../../lib/collection/sync/arriving/take-parts.ts';
import { joinIntoStamps } from '../../../../lib/collection/sync/join-into-stamps.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import { emptyCollection } from '../../../support/collections.ts';
import {
  deletion,
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  stampAt,
} from '../../../support/sync/syncing-collection.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const held: { collection: Collection; from: number } = { collection: emptyCollection(), from: 1000 };
afterAll(() => held.collection.close());

/** Numbers that no other test has. */
const numbers = (count: number): readonly number[] => {
  held.from += count;
  return Array.from({ length: count }, (_, at) => held.from - count + at);
};
const known = () => ({ stamps: new Map(), bodies: new Map() });

/** What is told of parts that come, and which texts are known by that. */
async function take(...operations: readonly Operation[]) {
  const { collection } = held;
  const { captures, bodies, originals, images, stamps } = collection;
  return collection.transaction('rw', [captures, bodies, originals, images, stamps], async () => {
    const rows = known();
    const { found } = await takeParts(collection, operations, rows);
    return {
      found: found.map(({ table, key, reason, parts, essayId, settled }) =>
        [table, key, reason, parts?.join('+'), essayId, settled].join(' '),
      ),
      bodies: [...rows.bodies].map(([key, row]) => `${key} ${row.essayId}`),
      stamps: [...rows.stamps.keys()],
    };
  });
}
const charsetOf = async (n: number): Promise<string | undefined> =>
  (await held.collection.captures.get(`c${n}`))?.charset;

describe('a part that comes', () => {
  it('is stored as it was sent, of each table', async () => {
    const [n = 0] = numbers(1);
    const id = essayIdOf(n);
    const rows = (['captures', 'bodies', 'originals', 'images'] as const).map((table) => ({
      table,
      row: partOf(table, n),
    }));
    const png = partOf('images', n, {
      address: 'http://dx.example/none.gif',
      type: '',
      bytes: null,
      problem: 'unreachable',
    });
    const told = await take(
      ...rows.filter(({ table }) => table !== 'images').map(({ table, row }) => partOperation(table, row)),
      partOperation('images', png),
    );
    expect(told).toEqual({ found: [], bodies: [`c${n} ${id}`], stamps: [] });
    const { captures, bodies, originals, images } = held.collection;
    expect([
      await captures.get(`c${n}`),
      await bodies.get(`c${n}`),
      await originals.get(`c${n}`),
      await images.get([id, 'http://dx.example/none.gif']),
    ]).toEqual([...rows.slice(0, 3).map(({ row }) => row), png]);
  });

  it('is passed over where it is here, however many come with it', async () => {
    const some = numbers(120);
    const here = some.filter((_, at) => at < 55 || at === 118);
    await held.collection.captures.bulkPut(here.map((n) => partOf('captures', n)) as never);
    const told = await take(...some.map((n) => partOperation('captures', partOf('captures', n, { charset: 'big5' }))));
    expect(told).toEqual({ found: [], bodies: [], stamps: [] });
    expect(await Promise.all(some.map(charsetOf))).toEqual(some.map((n) => (here.includes(n) ? 'gb18030' : 'big5')));
  });

  it('is told of where it is damaged, and is not here', async () => {
    const [one = 0, other = 0, third = 0] = numbers(3);
    await held.collection.captures.put(partOf('captures', third) as never);
    const told = await take(
      ...[one, third].map((n) => partOperation('captures', partOf('captures', n, { charset: 7 }))),
      { ...partOperation('captures', partOf('captures', other)), value: 'no row' },
      partOperation('bodies', partOf('bodies', other, { hits: 'many' })),
    );
    expect(told).toEqual({
      found: [
        `captures c${one} mended charset ${essayIdOf(one)} true`,
        `captures c${other} unreadable  ${essayIdOf(other)} true`,
        `bodies c${other} mended hits ${essayIdOf(other)} true`,
      ],
      bodies: [`c${other} ${essayIdOf(other)}`],
      stamps: [],
    });
    expect([(await charsetOf(one)) === undefined, await charsetOf(other), await charsetOf(third)]).toEqual([
      false,
      undefined,
      'gb18030',
    ]);
  });

  const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0]);
  it.each<[string, 'captures' | 'bodies' | 'originals' | 'images', object, string | undefined, string]>([
    ['another key', 'captures', { id: 'other' }, undefined, ''],
    ['another key', 'bodies', { captureId: 'other' }, undefined, ''],
    ['another key', 'originals', { captureId: 'other' }, undefined, ''],
    ['another address', 'images', { address: 'http://dx.example/other.gif', bytes: gif }, undefined, ''],
    ['another essay', 'captures', { essayId: essayIdOf(7) }, undefined, ''],
    ['no essay', 'captures', {}, '', ''],
    ['a key that is none', 'captures', { id: 7 }, undefined, 'id'],
    ['bytes that are no such image', 'images', { bytes: new Uint8Array([1]) }, undefined, ''],
  ])('is none that says of itself that it has %s: %s', async (_, table, facts, owner, parts) => {
    const [n = 0] = numbers(1);
    const operation = partOperation(table, partOf(table, n));
    const { owner: own, ...rest } = { ...operation, value: partOf(table, n, facts as never) };
    const { found } = await take(owner === undefined ? { ...rest, owner: own ?? '' } : rest);
    expect(found).toEqual([`${table} ${operation.key} unreadable ${parts} ${owner ?? essayIdOf(n)} true`]);
  });

  it('takes the place of an image that could not be had here, and of no other', async () => {
    const [n = 0] = numbers(1);
    const images = (bytes: unknown, problem: string, type: string, takenAt: string) =>
      ['a', 'b', 'c'].map((name) =>
        partOf('images', n, { address: `http://dx.example/${name}.gif`, bytes, problem, type, takenAt }),
      );
    const [lacking, had] = [images(null, 'unreachable', '', '2026-01-01'), images(gif, '', 'image/gif', '2026-02-02')];
    const first = [lacking[0], lacking[1], had[2]];
    const second = [
      had[0],
      images(null, 'refused', '', '2026-03-03')[1],
      images(gif, '', 'image/gif', '2026-04-04')[2],
    ];
    await held.collection.images.bulkPut(first as never);
    expect((await take(...second.map((row) => partOperation('images', row ?? {})))).found).toEqual([]);
    const rows = await held.collection.images
      .where('[essayId+address]')
      .between([essayIdOf(n), ''], [essayIdOf(n), '\uffff'])
      .toArray();
    expect(rows.map(({ takenAt, bytes }) => `${takenAt} ${bytes?.length}`)).toEqual([
      '2026-02-02 13',
      '2026-01-01 undefined',
      '2026-02-02 13',
    ]);
  });

  it('is not wanted of an essay that was deleted, unless it was sent again since', async () => {
    const [gone = 0, back = 0, unknown = 0] = numbers(3);
    const { collection } = held;
    const made = [gone, back].flatMap((n) => fieldOperations('essays', essayIdOf(n), { keptAt: 'x' }, stampAt(-900)));
    await joinIntoStamps(collection, [
      ...made,
      ...[gone, back].map((n) => deletion('essays', essayIdOf(n), [stampAt(-900)], stampAt(-400, 'cccc'))),
      ...[back].flatMap((n) => fieldOperations('essays', essayIdOf(n), { keptAt: 'y' }, stampAt(-300))),
    ]);
    const parts = [gone, back, unknown].map((n) => partOperation('captures', partOf('captures', n), stampAt(-500)));
    const old = partOperation('bodies', partOf('bodies', back), stampAt(-900));
    const late = partOperation('originals', partOf('originals', back), stampAt(-300));
    const told = await take(...parts, old, late);
    expect(told.stamps).toEqual([gone, back].map((n) => `essays\n${essayIdOf(n)}`));
    const { captures, bodies, originals } = collection;
    expect(await captures.bulkGet([gone, back, unknown].map((n) => `c${n}`))).toEqual([
      undefined,
      partOf('captures', back),
      partOf('captures', unknown),
    ]);
    expect([await bodies.get(`c${back}`), (await originals.get(`c${back}`))?.captureId]).toEqual([
      undefined,
      `c${back}`,
    ]);
  });

  it('fails where the database does otherwise than for a key that it has', async () => {
    const [n = 0] = numbers(1);
    const fails = () => {
      throw new Error('no room');
    };
    held.collection.captures.hook('creating', fails);
    await expect(take(partOperation('captures', partOf('captures', n)))).rejects.toThrow('no room');
    held.collection.captures.hook('creating').unsubscribe(fails);
  });
});

describe('which of many keys are there', () => {
  const there = (keys: readonly string[]) =>
    held.collection.transaction('r', held.collection.tags, () => keysThere(held.collection.tags, keys));
  const tag = (n: number): string => `t${String(n).padStart(6, '0')}`;
  const tags = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => tag(from + at));
  beforeAll(async () => {
    const rows = tags(0, 1000).map((id) => ({ ...wholeRows.tags, id, folded: id }));
    await held.collection.tags.bulkPut(rows as never);
  });

  it('is told from fifty on', async () => {
    expect(await there(tags(990, 1039))).toBeNull();
    expect(await there(tags(990, 1040))).toEqual(new Set(tags(990, 1000)));
    // A key that is asked for twice is one.
    expect(await there([...tags(990, 1039), tag(990)])).toBeNull();
  });

  it('is told whatever their order, and not where sixteen times as many lie between them', async () => {
    const some = tags(2000, 2048);
    expect(await there([tag(500), ...some, tag(400)])).toEqual(new Set(tags(400, 1000)));
    expect(await there([tag(201), ...some, tag(3000)])).toEqual(new Set(tags(201, 1000)));
    expect(await there([tag(200), ...some, tag(3000)])).toBeNull();
  });
});
