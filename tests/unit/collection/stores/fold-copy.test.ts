import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changeCopyState, readCopyState } from '../../../../lib/collection/copy/copy-state.ts';
import { findCopiesIn, hasEverCopied } from '../../../../lib/collection/copy/find-copies.ts';
import { foldCopy } from '../../../../lib/collection/copy/fold-copy.ts';
import type { CopiedRow } from '../../../../lib/collection/copy/segment.ts';
import { listCopySegments, readSegment, writeCopySegment } from '../../../../lib/collection/copy/segments.ts';
import { emptyCollection } from '../../../support/collections.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';

const tag = (n: number, key = `t${n}`, row: CopiedRow['row'] = { id: key, n }): CopiedRow => ({
  n,
  table: 'tags',
  key,
  row,
});
const body = (n: number, key = `c${n}`, row: CopiedRow['row'] = { captureId: key }): CopiedRow => ({
  n,
  table: 'bodies',
  key,
  row,
});
const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

type Memory = ReturnType<typeof memoryFolder>;
/** The segments of a folder, each with its rows: number, key, and whether it was deleted. */
async function shown(folder: Memory): Promise<string[]> {
  const texts: string[] = [];
  for (const segment of await listCopySegments(folder)) {
    const rows = (await readSegment(folder, segment)) ?? [];
    texts.push(
      `${segment.stream} ${segment.level}: ${rows.map(({ n, key, row }) => `${n}${key}${row === null ? '-' : ''}`).join(' ')}`,
    );
  }
  return texts;
}
const fold = async (folder: Memory, state: { deleted?: number; actsBytes?: number } = {}) => {
  const collection = emptyCollection();
  await changeCopyState(collection, state);
  await foldCopy(collection, folder);
  const after = await readCopyState(collection);
  collection.close();
  return after;
};
const put = async (folder: Memory, stream: 'new' | 'acts' | 'data', level: number, rows: readonly CopiedRow[]) =>
  await writeCopySegment(folder, stream, level, rows);

describe('files of a moment', () => {
  it('stay as they are where there are fewer than thirty-two', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 31)) await put(folder, 'new', 0, [tag(n)]);
    const before = [...folder.files.keys()];
    await fold(folder, { deleted: 9999 });
    expect([...folder.files.keys()]).toEqual(before);
  });

  it('are folded into one of each stream, with the latest copy of each row', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 29)) await put(folder, 'new', 0, [tag(n, 't')]);
    await put(folder, 'new', 0, [body(30, 'c'), tag(31, 'u')]);
    await put(folder, 'new', 0, [tag(32, 'u', null)]);
    await put(folder, 'new', 0, [body(33, 'd')]);
    await put(folder, 'new', 0, [tag(40, 'late')]);
    await fold(folder);
    expect(await shown(folder)).toEqual(['acts 1: 29t 32u-', 'data 1: 30c 33d', 'new 0: 40late']);
  });

  it('stay where one of them is damaged', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 32)) await put(folder, 'new', 0, [tag(n)]);
    const [first = ''] = folder.files.keys();
    folder.files.set(first, new Uint8Array([1]));
    await fold(folder);
    expect(folder.files.size).toBe(32);
  });

  it('make no file of a stream of which they hold nothing', async () => {
    expect(await writeCopySegment(memoryFolder(), 'data', 1, [])).toBeNull();
  });
});

/** Thirty-two files of a moment, so that folding begins, of one row each. */
const begin = async (folder: Memory, from: number): Promise<void> => {
  for (const n of numbers(from, 32)) await put(folder, 'new', 0, [tag(n, 'z')]);
};

describe('segments of one level', () => {
  it('are folded by eights, without deletions where nothing is older', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 6)) await put(folder, 'acts', 1, [tag(n, 't')]);
    await put(folder, 'acts', 1, [tag(7, 't', null), tag(8, 'u')]);
    await begin(folder, 100);
    await fold(folder);
    expect(await shown(folder)).toEqual(['acts 2: 8u 131z']);
  });

  it('are left where they are fewer, of two levels, or written anew', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 3)) await put(folder, 'acts', 2, [tag(n)]);
    for (const n of numbers(10, 4)) await put(folder, 'acts', 1, [tag(n)]);
    for (const n of numbers(20, 8)) await put(folder, 'data', 9, [body(n)]);
    await begin(folder, 100);
    await fold(folder);
    expect((await shown(folder)).map((text) => text.split(':')[0])).toEqual([
      ...Array(3).fill('acts 2'),
      ...Array(4).fill('acts 1'),
      ...Array(8).fill('data 9'),
      'acts 1',
    ]);
  });

  it('keep deletions where an older level may hold what they delete', async () => {
    const folder = memoryFolder();
    await put(folder, 'acts', 3, [tag(1, 't')]);
    for (const n of numbers(2, 6)) await put(folder, 'acts', 1, [tag(n)]);
    await put(folder, 'acts', 1, [tag(9, 't', null)]);
    await begin(folder, 100);
    await fold(folder);
    expect(await shown(folder)).toEqual(['acts 3: 1t', 'acts 2: 2t2 3t3 4t4 5t5 6t6 7t7 9t- 131z']);
  });

  it('keep deletions where a file of a moment that is older was left', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 7)) await put(folder, 'acts', 1, [tag(n, 't', null)]);
    await put(folder, 'acts', 1, [tag(500, 'u', null)]);
    for (const n of numbers(100, 33)) await put(folder, 'new', 0, [body(n, 'c')]);
    await fold(folder);
    expect(await shown(folder)).toEqual(['data 1: 131c', 'new 0: 132c', 'acts 2: 7t- 500u-']);
  });

  it('are left where one of them is damaged', async () => {
    const folder = memoryFolder();
    for (const n of numbers(1, 8)) await put(folder, 'data', 1, [body(n)]);
    const [first = ''] = folder.files.keys();
    folder.files.set(first, new Uint8Array([1]));
    await begin(folder, 100);
    await fold(folder);
    expect((await listCopySegments(folder)).map(({ stream, level }) => `${stream} ${level}`)).toEqual([
      ...Array(8).fill('data 1'),
      'acts 1',
    ]);
  });
});

describe('a stream', () => {
  const deletions = async (): Promise<Memory> => {
    const folder = memoryFolder();
    await put(folder, 'data', 3, [body(1, 'a'), body(2, 'b')]);
    await put(folder, 'data', 2, [body(3, 'a', null), body(4, 'c')]);
    await begin(folder, 100);
    return folder;
  };

  it('is written anew once two thousand of its rows were deleted', async () => {
    const folder = await deletions();
    expect((await fold(folder, { deleted: 2000 })).deleted).toBe(0);
    expect(await shown(folder)).toEqual(['data 9: 2b 4c', 'acts 1: 131z']);
  });

  it('is not before that', async () => {
    const folder = await deletions();
    expect((await fold(folder, { deleted: 1999 })).deleted).toBe(1999);
    expect(await shown(folder)).toEqual(['data 3: 1a 2b', 'data 2: 3a- 4c', 'acts 1: 131z']);
  });

  it('is left where one of its segments is damaged, or an older file of a moment is there', async () => {
    const torn = await deletions();
    const [first = ''] = torn.files.keys();
    torn.files.set(first, new Uint8Array([1]));
    await fold(torn, { deleted: 2000 });
    expect([...torn.files.keys()].filter((name) => name.startsWith('data'))).toHaveLength(2);
    const early = await deletions();
    await put(early, 'new', 0, [tag(900, 'y')]);
    await put(early, 'data', 1, [body(1000, 'd')]);
    await fold(early, { deleted: 2000 });
    expect(await shown(early)).toEqual([
      'data 3: 1a 2b',
      'data 2: 3a- 4c',
      'acts 1: 131z',
      'new 0: 900y',
      'data 1: 1000d',
    ]);
  });
});

describe('copies in a folder', () => {
  it('are the latest of each row, of its own stream and of files of a moment', async () => {
    const folder = memoryFolder();
    await put(folder, 'acts', 1, [tag(1, 'a'), tag(2, 'b')]);
    await put(folder, 'data', 1, [body(3, 'a')]);
    await put(folder, 'new', 0, [tag(4, 'a', { id: 'a', n: 9 }), tag(5, 'b', null)]);
    const find = findCopiesIn(folder);
    const found = async (...keys: string[]) => Object.fromEntries(await find('tags', keys));
    expect(await found('a', 'b', 'x')).toEqual({ '"a"': { id: 'a', n: 9 } });
    expect(await found('a', 'b', 'x')).toEqual({ '"a"': { id: 'a', n: 9 } });
    expect(await found()).toEqual({});
    expect(Object.fromEntries(await find('bodies', ['a']))).toEqual({ '"a"': { captureId: 'a' } });
    expect([
      await hasEverCopied(folder, 'tags', 'b'),
      await hasEverCopied(folder, 'tags', 'x'),
      await hasEverCopied(folder, 'bodies', 'b'),
    ]).toEqual([true, false, false]);
  });

  it('are passed over in a segment that is damaged', async () => {
    const folder = memoryFolder();
    await put(folder, 'acts', 1, [tag(1, 'a')]);
    await put(folder, 'new', 0, [tag(2, 'a', { id: 'later' })]);
    const name = (await listCopySegments(folder))[1]?.name ?? '';
    folder.files.set(name, new Uint8Array([1]));
    expect(Object.fromEntries(await findCopiesIn(folder)('tags', ['a']))).toEqual({ '"a"': { id: 'a', n: 1 } });
  });

  it('are listed the oldest first', async () => {
    const folder = memoryFolder();
    await put(folder, 'data', 1, [body(2), body(9)]);
    await put(folder, 'acts', 1, [tag(5), tag(9)]);
    await put(folder, 'new', 0, [tag(1), tag(8)]);
    folder.files.set('x.seg', new Uint8Array());
    expect((await listCopySegments(folder)).map(({ from, to }) => [from, to])).toEqual([
      [1, 8],
      [2, 9],
      [5, 9],
    ]);
  });
});
