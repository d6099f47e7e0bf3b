import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { changeCopyState, readCopyState } from '../../../../lib/collection/copy/copy-state.ts';
import { foldCopy } from '../../../../lib/collection/copy/fold-copy.ts';
import type { CopiedRow } from '../../../../lib/collection/copy/segment.ts';
import { listCopySegments, readSegment, writeCopySegment } from '../../../../lib/collection/copy/segments.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';

const collection = emptyCollection();
afterAll(() => collection.close());
const tag = (n: number, key = `t${n}`, there = true): CopiedRow => ({
  n,
  table: 'tags',
  key,
  row: there ? { id: key } : null,
});
const body = (n: number, key = `c${n}`): CopiedRow => ({ n, table: 'bodies', key, row: { captureId: key } });
const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);
type Memory = ReturnType<typeof memoryFolder>;

/** The segments of a folder, each with its rows. */
async function shown(folder: Memory): Promise<string[]> {
  const texts: string[] = [];
  for (const segment of await listCopySegments(folder)) {
    const rows = (await readSegment(folder, segment)) ?? [];
    texts.push(`${segment.stream} ${segment.level}: ${rows.map(({ n, key }) => `${n}${key}`).join(' ')}`);
  }
  return texts;
}
const put = (folder: Memory, stream: 'new' | 'acts' | 'data', level: number, rows: readonly CopiedRow[]) =>
  writeCopySegment(folder, stream, level, rows);
/** Folds a folder whose files are as large as their names tell: of each stream and level so many bytes, else none. */
async function fold(
  folder: Memory,
  sizes: Readonly<Record<string, number>>,
  state: { deleted?: number; actsBytes?: number } = {},
) {
  await changeCopyState(collection, { deleted: 0, actsBytes: 0, ...state });
  const size = async (name: string) => sizes[name.split('-').slice(0, 2).join(' ')] ?? 0;
  await foldCopy(collection, { ...folder, size });
  return readCopyState(collection);
}
/** Thirty-two files of a moment, so that folding begins. */
const begin = async (folder: Memory, from: number): Promise<void> => {
  for (const n of numbers(from, 32)) await put(folder, 'new', 0, [tag(n, 'z')]);
};

describe('four megabytes at most are folded together', () => {
  it.each([
    [1_000_000, 4],
    [1_333_334, 3],
    [1_333_333, 4],
    [4_000_000, 1],
  ])('of files of a moment of %i bytes', async (size, many) => {
    const folder = memoryFolder();
    for (const n of numbers(1, 32)) await put(folder, 'new', 0, [tag(n)]);
    await fold(folder, { 'new 0': size });
    const all = await shown(folder);
    expect([all.length, all[0]]).toEqual([
      33 - many,
      `acts 1: ${numbers(1, many)
        .map((n) => `${n}t${n}`)
        .join(' ')}`,
    ]);
  });

  it.each([
    [500_000, true],
    [500_001, false],
  ])('of segments of %i bytes', async (size, isFolded) => {
    const folder = memoryFolder();
    for (const n of numbers(1, 8)) await put(folder, 'data', 1, [body(n)]);
    await begin(folder, 100);
    await fold(folder, { 'data 1': size });
    expect((await shown(folder)).filter((text) => text.startsWith('data')).length).toBe(isFolded ? 1 : 8);
  });

  it('of the first run that is small enough', async () => {
    const folder = memoryFolder();
    await put(folder, 'data', 2, [body(1)]);
    for (const n of numbers(2, 9)) await put(folder, 'data', 1, [body(n)]);
    await begin(folder, 100);
    await fold(folder, {});
    expect((await shown(folder)).slice(0, 3)).toEqual([
      'data 2: 1c1',
      `data 2: ${numbers(2, 8)
        .map((n) => `${n}c${n}`)
        .join(' ')}`,
      'data 1: 10c10',
    ]);
  });
});

describe('what is folded', () => {
  it('is nothing, of no level, while there are fewer than thirty-two files of a moment', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 8)) await put(folder, 'data', 1, [body(n)]);
    for (const n of numbers(100, 31)) await put(folder, 'new', 0, [tag(n)]);
    const before = [...folder.files.keys()];
    expect((await fold(folder, { 'acts 1': 9_000_000 }, { deleted: 9999 })).deleted).toBe(9999);
    expect([...folder.files.keys()]).toEqual(before);
  });

  it('stands in the order of its last changes', async () => {
    const folder = memoryFolder();
    await put(folder, 'new', 0, [tag(1, 't')]);
    for (const n of numbers(2, 30)) await put(folder, 'new', 0, [tag(n, 'z')]);
    await put(folder, 'new', 0, [tag(32, 't')]);
    await fold(folder, {});
    expect(await shown(folder)).toEqual(['acts 1: 31z 32t']);
  });

  it('keeps the later of two copies, also where it stands in the older file', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 30)) await put(folder, 'new', 0, [tag(n, 'z')]);
    await put(folder, 'new', 0, [tag(50, 't')]);
    await put(folder, 'new', 0, [tag(40, 't'), tag(60, 'u')]);
    await fold(folder, {});
    expect(await shown(folder)).toEqual(['acts 1: 30z 50t 60u']);
  });
});

describe('what is written anew', () => {
  /** Segments of acts at levels that are not folded, each of one row that was changed in the next. */
  const grown = async (levels: readonly number[]): Promise<Memory> => {
    const folder = memoryFolder();
    for (const [at, level] of levels.entries())
      await put(folder, 'acts', level, [tag(at + 1, 'same'), tag(at + 51, `t${at}`)]);
    await begin(folder, 100);
    return folder;
  };
  const levels = (size: number) => Object.fromEntries(numbers(2, 7).map((level) => [`acts ${level}`, size]));

  it.each([
    [2_000_000, 0, false],
    [2_000_001, 0, true],
    [2_000_001, 1, true],
    [2_000_001, 2, false],
    [2_500_000, 1_000_000, false],
    [2_500_001, 1_000_000, true],
  ])('are acts of four times %i bytes where they were %i', async (size, actsBytes, isAnew) => {
    const folder = await grown([8, 7, 6, 5]);
    const state = await fold(folder, { ...levels(size), 'acts 9': 7 }, { actsBytes });
    expect((await shown(folder)).some((text) => text.startsWith('acts 9'))).toBe(isAnew);
    expect(state.actsBytes).toBe(isAnew ? 28 : actsBytes);
  });

  it('is the latest of each row, from the newest, in portions of more than two megabytes', async () => {
    const folder = await grown([8, 7, 6, 5, 4]);
    await fold(folder, { ...levels(2_000_000), 'acts 8': 2_000_001 });
    expect((await shown(folder)).toSorted()).toEqual(
      ['acts 9: 51t0', 'acts 9: 52t1 53t2', 'acts 9: 54t3 5same 55t4 131z'].toSorted(),
    );
  });

  it('is the later one of two copies in a segment, and nothing that was deleted', async () => {
    const folder = memoryFolder();
    await put(folder, 'data', 3, [body(1, 'a'), { ...body(2, 'a'), row: { captureId: 'later' } }, body(3, 'b')]);
    await put(folder, 'data', 2, [{ ...body(4, 'b'), row: null }, body(5, 'c')]);
    await begin(folder, 100);
    expect((await fold(folder, {}, { deleted: 2000 })).deleted).toBe(0);
    expect((await shown(folder))[0]).toBe('data 9: 2a 5c');
  });

  it('stays where it is the same as before', async () => {
    const folder = memoryFolder();
    await put(folder, 'data', 9, [body(1), body(2)]);
    await begin(folder, 100);
    await fold(folder, {}, { deleted: 2000 });
    expect((await shown(folder))[0]).toBe('data 9: 1c1 2c2');
  });
});

describe('what is small as a file and large as rows', () => {
  const long = (n: number): CopiedRow => ({
    n,
    table: 'tags',
    key: `t${n}`,
    row: { id: `t${n}`, name: '长'.repeat(800_000) },
  });

  it('is folded no further than sixteen megabytes of lines', async () => {
    const [large, small] = [memoryFolder(), memoryFolder()];
    for (const n of numbers(1, 8)) {
      await put(large, 'acts', 2, [long(n)]);
      await put(small, 'acts', 2, [tag(n)]);
    }
    await begin(large, 100);
    await begin(small, 100);
    await fold(large, {});
    await fold(small, {});
    const levels = async (folder: Memory) => (await listCopySegments(folder)).map(({ level }) => level);
    expect(await levels(large)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
    expect(await levels(small)).toEqual([3, 1]);
  });

  it('is read once for it, though it stands in many runs', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 11)) await put(folder, 'acts', 2, [long(n)]);
    await begin(folder, 100);
    const before = await listCopySegments(folder);
    const read: string[] = [];
    const noted = async (name: string) => {
      read.push(name);
      return folder.read(name);
    };
    await fold({ ...folder, read: noted }, {});
    const ofActs = before.filter(({ stream }) => stream === 'acts').map(({ name }) => name);
    expect(read.filter((name) => ofActs.includes(name)).toSorted()).toEqual(ofActs.toSorted());
  });

  it('is written anew by some ten thousand rows', async () => {
    const folder = memoryFolder();
    for (const at of [0, 1, 2])
      await put(
        folder,
        'data',
        2,
        numbers(at * 6000 + 1, 6000).map((n) => body(n)),
      );
    await begin(folder, 20_000);
    await fold(folder, {}, { deleted: 2000 });
    const anew = (await listCopySegments(folder)).filter(({ level }) => level === 9);
    const counts = await Promise.all(anew.map(async (one) => (await readSegment(folder, one))?.length));
    expect(counts).toEqual([6000, 12_000]);
  });
});
