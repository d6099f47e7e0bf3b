import { describe, expect, it } from 'vitest';
import { findCopiesIn, hasEverCopied } from '../../../../lib/collection/copy/find-copies.ts';
import type { CopiedRow } from '../../../../lib/collection/copy/segment.ts';
import { listCopySegments, readSegment, writeCopySegment } from '../../../../lib/collection/copy/segments.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';

const row = (n: number, table: CopiedRow['table'], key: string, there = true): CopiedRow => ({
  n,
  table,
  key,
  row: there ? { id: key, n } : null,
});

/** A folder of four segments that tells which of them were read, by the stream of each. */
async function copied() {
  const folder = memoryFolder();
  await writeCopySegment(folder, 'acts', 1, [row(1, 'tags', 'a'), row(2, 'tags', 'b'), row(3, 'shelves', 'a')]);
  await writeCopySegment(folder, 'data', 1, [row(4, 'bodies', 'a')]);
  await writeCopySegment(folder, 'acts', 2, [row(5, 'tags', 'a'), row(6, 'tags', 'a'), row(7, 'tags', 'c', false)]);
  await writeCopySegment(folder, 'new', 0, [row(8, 'tags', 'b', false), row(9, 'bodies', 'b')]);
  const read: string[] = [];
  const telling = {
    ...folder,
    read: (name: string) => {
      read.push(name.split('-').slice(0, 2).join(' '));
      return folder.read(name);
    },
  };
  return { folder: telling, takeRead: () => read.splice(0) };
}

describe('copies of rows', () => {
  it('are the latest of each, and none of what was deleted', async () => {
    const { folder } = await copied();
    const found = await findCopiesIn(folder)('tags', ['a', 'b', 'c', 'x']);
    expect([...found]).toEqual([['"a"', { id: 'a', n: 6 }]]);
    expect([...(await findCopiesIn(folder)('shelves', ['a', 'b']))]).toEqual([['"a"', { id: 'a', n: 3 }]]);
  });

  it('are looked for from the newest file on, until all are found, in no file of the other stream', async () => {
    const { folder, takeRead } = await copied();
    const find = findCopiesIn(folder);
    await find('tags', ['b']);
    expect(takeRead()).toEqual(['new 0']);
    await find('tags', ['a']);
    expect(takeRead()).toEqual(['acts 2']);
    await find('bodies', ['a', 'b']);
    expect(takeRead()).toEqual(['new 0', 'data 1']);
    await find('tags', []);
    expect(takeRead()).toEqual([]);
  });

  it('are looked for in no file a second time that is known to have none of them', async () => {
    const { folder, takeRead } = await copied();
    const find = findCopiesIn(folder);
    await find('tags', ['x']);
    expect(takeRead()).toEqual(['new 0', 'acts 2', 'acts 1']);
    await find('tags', ['x', 'y']);
    expect(takeRead()).toEqual([]);
    expect([...(await find('tags', ['x', 'a']))]).toEqual([['"a"', { id: 'a', n: 6 }]]);
    expect(takeRead()).toEqual(['acts 2']);
  });

  it('were ever made where any file names the row, also as deleted', async () => {
    const { folder } = await copied();
    const ever = await Promise.all((['a', 'b', 'c', 'x'] as const).map((key) => hasEverCopied(folder, 'tags', key)));
    expect([...ever, await hasEverCopied(folder, 'bodies', 'c')]).toEqual([true, true, true, false, false]);
  });

  it('stand in no file that cannot be read', async () => {
    const { folder } = await copied();
    const torn = { ...folder, read: () => Promise.reject(new Error('torn')) };
    const [first] = await listCopySegments(folder);
    if (first === undefined) throw new Error('There are four.');
    expect([await readSegment(torn, first), await readSegment(memoryFolder(), first)]).toEqual([null, null]);
    expect([...(await findCopiesIn(torn)('tags', ['a'])), await hasEverCopied(torn, 'tags', 'a')]).toEqual([false]);
  });
});
