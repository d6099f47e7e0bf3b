import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { copiedTables } from '../../../../lib/collection/copy/copied-tables.ts';
import { copyChanges, dropChanges } from '../../../../lib/collection/copy/copy-changes.ts';
import { changeCopyState, forgetCopyState, readCopyState } from '../../../../lib/collection/copy/copy-state.ts';
import { beginAnewWhereGone, fillCopy } from '../../../../lib/collection/copy/fill-copy.ts';
import { isKey, keysOfMark } from '../../../../lib/collection/copy/keys-of-mark.ts';
import { markEssay } from '../../../../lib/collection/copy/mark-essay.ts';
import { readCopy } from '../../../../lib/collection/copy/read-copy.ts';
import { type CopiedRow, decodeSegment, encodeSegment } from '../../../../lib/collection/copy/segment.ts';
import { listCopySegments, readSegment, writeCopySegment } from '../../../../lib/collection/copy/segments.ts';
import { packLines } from '../../../../lib/zip/packed-lines.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const held: { collection: Collection | null } = { collection: null };
const ours = (): Collection => {
  if (held.collection === null) throw new Error('Not opened yet.');
  return held.collection;
};
beforeEach(() => {
  held.collection = emptyCollection();
});
afterEach(() => {
  vi.restoreAllMocks();
  ours().close();
});

const tag = (n: number, name = `名${n}`) => ({ id: `t${n}`, name, folded: name });
const put = (table: string, ...rows: readonly object[]): PromiseLike<unknown> =>
  ours()
    .table(table)
    .bulkPut([...rows]);
type Memory = ReturnType<typeof memoryFolder>;
/** What stands in each file, the oldest first: table, key, and whether the row was deleted. */
async function shown(folder: Memory): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const segment of await listCopySegments(folder)) {
    const rows = (await readSegment(folder, segment)) ?? [];
    texts.push(rows.map(({ table, key, row }) => `${table} ${String(key)}${row === null ? '-' : ''}`).join(', '));
  }
  return texts;
}
const tear = async (folder: Memory, at: number): Promise<void> => {
  folder.files.set((await listCopySegments(folder)).at(at)?.name ?? '', new Uint8Array([1]));
};

describe('what changed is copied', () => {
  it('as it is now, each row once, in the order of its last change, and no longer marked', async () => {
    const folder = memoryFolder();
    await put('tags', tag(1), tag(2), tag(3));
    await put('tags', tag(1, '新'));
    await ours().tags.delete('t3');
    await put('bodies', { ...wholeRows.bodies, captureId: 'c1' });
    await ours().bodies.delete('c1');
    expect(await copyChanges(ours(), folder)).toBe(4);
    expect(await shown(folder)).toEqual(['tags t2, tags t1, tags t3-, bodies c1-']);
    expect([await ours().uncopied.count(), await readCopyState(ours())]).toEqual([
      0,
      { filled: [], after: null, deleted: 1, actsBytes: 0 },
    ]);
    expect(await copyChanges(ours(), folder)).toBe(0);
    await put('originals', wholeRows.originals);
    await ours().originals.clear();
    await copyChanges(ours(), folder);
    expect((await readCopyState(ours())).deleted).toBe(2);
  });

  it('a hundred rows in a file, and no more megabytes than four', async () => {
    const folder = memoryFolder();
    await put('tags', ...Array.from({ length: 101 }, (_, n) => tag(n)));
    expect(await copyChanges(ours(), folder)).toBe(101);
    expect((await shown(folder)).map((text) => text.split(', ').length)).toEqual([100, 1]);
    const large = memoryFolder();
    const body = (n: number, text: string) => ({ ...wholeRows.bodies, captureId: `c${n}`, text });
    for (const [n, length] of [4_000_000, 1, 1].entries()) await put('bodies', body(n, 'x'.repeat(length)));
    expect(await copyChanges(ours(), large)).toBe(3);
    expect(await shown(large)).toEqual(['bodies c0', 'bodies c1, bodies c2']);
  });

  it('also where a mark is damaged or names nothing, and it is forgotten where no copy is wanted', async () => {
    const folder = memoryFolder();
    await ours().uncopied.bulkAdd([
      { table: 'maps', keys: ['x'] },
      { table: 'tags', keys: 'none' as never },
    ]);
    expect(await copyChanges(ours(), folder)).toBe(2);
    expect([await ours().uncopied.count(), folder.files.size]).toEqual([0, 0]);
    await put('tags', tag(1));
    await dropChanges(ours());
    expect(await ours().uncopied.count()).toBe(0);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', null, []],
    ['no object', 'tags', []],
    ['no table', { table: 7, keys: ['a'] }, []],
    ['a table that is not copied', { table: 'meta', keys: ['a'] }, []],
    ['no keys', { table: 'tags', keys: 'a' }, []],
    [
      'keys of which some are none',
      { table: 'tags', keys: ['a', null, 7, Number.NaN, [], ['b', 'c'], ['d', null], true] },
      ['tags a', 'tags 7', 'tags b,c'],
    ],
    [
      'others beside it',
      { table: 'tags', keys: ['a'], beside: [{ table: 'essays', keys: ['e'] }, null, { table: 'x', keys: ['y'] }] },
      ['tags a', 'essays e'],
    ],
    ['others beside it alone', { keys: [], beside: [{ table: 'essays', keys: ['e'] }] }, ['essays e']],
  ])('of a mark of %s the rows that can be told', (_, mark, keys) => {
    expect(keysOfMark(mark).map(({ table, key }) => `${table} ${String(key)}`)).toEqual(keys);
  });

  it('by keys that the database takes', () => {
    expect(['', 0, new Date(0), ['a'], ['a', 1]].map(isKey)).toEqual([true, true, true, true, true]);
    expect([undefined, Number.NaN, new Date(Number.NaN), [], [undefined], {}, new Uint8Array(1)].some(isKey)).toBe(
      false,
    );
  });
});

describe('what was there before', () => {
  it('is copied table by table, and where that was cut off from there', async () => {
    await put('tags', ...Array.from({ length: 201 }, (_, n) => tag(n)));
    await put('shelves', wholeRows.shelves);
    await dropChanges(ours());
    const folder = memoryFolder();
    const asked = { times: 0 };
    const stop = () => {
      asked.times += 1;
      return asked.times < 1;
    };
    expect(await fillCopy(ours(), folder, stop)).toBe(false);
    expect(asked.times).toBe(1);
    const state = await readCopyState(ours());
    expect([state.filled, state.after]).toEqual([['stamps', 'essays'], 't98']);
    expect((await shown(folder)).flatMap((text) => text.split(', ')).length).toBe(200);
    expect(await fillCopy(ours(), folder)).toBe(true);
    expect((await shown(folder)).flatMap((text) => text.split(', ')).slice(-2)).toEqual(['tags t99', 'shelves s1']);
    expect(await readCopyState(ours())).toEqual({ filled: [...copiedTables], after: null, deleted: 0, actsBytes: 0 });
    await put('tags', tag(999));
    expect(await fillCopy(ours(), folder, stop)).toBe(true);
    expect((await shown(folder)).at(-1)).toBe('tags t999');
  });

  it.each<[object, boolean, boolean]>([
    [{ filled: ['tags'] }, false, true],
    [{ after: 't1' }, false, true],
    [{ filled: ['tags'] }, true, false],
    [{ deleted: 3 }, false, false],
  ])('begins anew with %j where a file is there: %j', async (state, hasFile, isForgotten) => {
    const folder = memoryFolder();
    await changeCopyState(ours(), state);
    if (hasFile) await writeCopySegment(folder, 'new', 0, [{ n: 1, table: 'tags', key: 't1', row: null }]);
    await beginAnewWhereGone(ours(), folder);
    expect((await ours().meta.get('copy')) === undefined).toBe(isForgotten);
    await forgetCopyState(ours());
    expect(await readCopyState(ours())).toEqual({ filled: [], after: null, deleted: 0, actsBytes: 0 });
  });

  it.each<[unknown, object]>([
    ['x', {}],
    [null, {}],
    [
      { filled: 'tags', after: ['a', 'b'], deleted: -1, actsBytes: 7 },
      { after: ['a', 'b'], actsBytes: 7 },
    ],
    [
      { filled: ['tags'], after: {}, deleted: 0.5, actsBytes: 'many' },
      { filled: ['tags'], deleted: 0.5 },
    ],
  ])('of how far it is, %j is read as far as it can be', async (value, read) => {
    await ours().meta.put({ key: 'copy', value });
    expect(await readCopyState(ours())).toEqual({ filled: [], after: null, deleted: 0, actsBytes: 0, ...read });
  });

  it('of one essay is marked once more, with all that belongs to it', async () => {
    await put('images', { ...wholeRows.images, essayId: 'e1' });
    await put('sent', wholeRows.sent);
    await put('stamps', { id: 'highlights\nh1', table: 'highlights', key: 'h1', fields: {}, seen: {}, owner: 'e1' });
    await put('captures', wholeRows.captures, { ...wholeRows.captures, id: 'c2', essayId: 'e2' });
    await dropChanges(ours());
    await markEssay(ours(), 'e1');
    expect(
      (await ours().uncopied.toArray()).flatMap(keysOfMark).map(({ table, key }) => `${table} ${String(key)}`),
    ).toEqual(['stamps highlights\nh1', 'essays e1', 'sent z1', 'captures c1', 'images e1,http://dx.example/1.gif']);
  });
});

describe('a segment', () => {
  const rows: readonly CopiedRow[] = [
    { n: 2, table: 'images', key: ['e1', 'a'], row: { bytes: new Uint8Array([1, 2]) } },
    { n: 1, table: 'tags', key: 't1', row: null },
  ];
  it('gives what was written, and nothing where any line is none', async () => {
    expect(await decodeSegment(await encodeSegment(rows))).toEqual(rows);
    const read = async (...lines: readonly unknown[]) => decodeSegment(await packLines('WCCOPY1\n', lines as never));
    const good = { n: 1, t: 'tags', k: 't1', r: { id: 't1' } };
    expect(await read(good)).toEqual([{ n: 1, table: 'tags', key: 't1', row: { id: 't1' } }]);
    expect(await read()).toEqual([]);
    for (const bad of [{ n: '1' }, { t: 7 }, { t: 'maps' }, { k: null }, { k: {} }, { r: 7 }, { r: null }])
      expect(await read(good, { ...good, ...bad }), JSON.stringify(bad)).toBeNull();
    expect([await read('x'), await read(null), await decodeSegment(await packLines('OTHER\n', [good]))]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the copy is read', () => {
  it('from the newest, the latest of each row once, of the streams that are wanted', async () => {
    const folder = memoryFolder();
    const row = (n: number, table: CopiedRow['table'], key: string, there = true): CopiedRow => ({
      n,
      table,
      key,
      row: there ? { n } : null,
    });
    await writeCopySegment(folder, 'data', 1, [row(1, 'bodies', 'b1'), row(2, 'bodies', 'b2')]);
    await writeCopySegment(folder, 'acts', 1, [row(3, 'tags', 't1'), row(4, 'tags', 't2')]);
    await writeCopySegment(folder, 'new', 0, [
      row(5, 'tags', 't1', false),
      row(6, 'bodies', 'b1'),
      row(7, 'tags', 't3'),
      row(8, 'tags', 't3'),
    ]);
    const read = async (...streams: readonly ('acts' | 'data')[]) => {
      const told: string[] = [];
      const damaged = await readCopy(folder, streams, async (rows) => void told.push(rows.map(({ n }) => n).join(' ')));
      return [told, damaged.length];
    };
    expect([await read('acts'), await read('data'), await read('acts', 'data')]).toEqual([
      [['8', '4'], 0],
      [['6', '2'], 0],
      [['8 6', '4', '2'], 0],
    ]);
    await tear(folder, 0);
    expect([await read('acts'), await read('data')]).toEqual([
      [['8', '4'], 0],
      [['6'], 1],
    ]);
    await tear(folder, -1);
    expect([await read('acts'), await read('data')]).toEqual([
      [['4 3'], 1],
      [[], 2],
    ]);
  });
});
