import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { copiedTables } from '../../../../lib/collection/copy/copied-tables.ts';
import { readCopyState } from '../../../../lib/collection/copy/copy-state.ts';
import { rebuildFromCopy } from '../../../../lib/collection/copy/rebuild-from-copy.ts';
import type { CopiedRow } from '../../../../lib/collection/copy/segment.ts';
import { writeCopySegment } from '../../../../lib/collection/copy/segments.ts';
import { essayRowOf } from '../../../../lib/collection/keep/essay-row.ts';
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

const idOf = (n: number): string => n.toString(16).padStart(24, '0');
const tag = (n: number, name = `名${n}`) => ({ id: `t${n}`, name, folded: name });
const put = (table: string, ...rows: readonly object[]): PromiseLike<unknown> =>
  ours()
    .table(table)
    .bulkPut([...rows]);
type Memory = ReturnType<typeof memoryFolder>;

describe('a collection is rebuilt', () => {
  const body = (n: number, facts: object = {}) => ({
    ...wholeRows.bodies,
    captureId: `c${n}`,
    essayId: idOf(n),
    ...facts,
  });
  const essay = (n: number) => ({ ...essayRowOf(body(n) as never, '2026-03-01T09:30:00.000Z', ''), doc: 3 });
  const copied = (n: number, table: CopiedRow['table'], key: CopiedRow['key'], row: object): CopiedRow => ({
    n,
    table,
    key,
    row: row as CopiedRow['row'],
  });
  async function copyOf(...facts: readonly CopiedRow[]): Promise<Memory> {
    const folder = memoryFolder();
    await writeCopySegment(
      folder,
      'acts',
      1,
      facts.filter(({ table }) => table !== 'bodies' && table !== 'captures'),
    );
    await writeCopySegment(
      folder,
      'data',
      1,
      facts.filter(({ table }) => table === 'bodies' || table === 'captures'),
    );
    return folder;
  }
  const rebuild = async (folder: Memory) => {
    const told: number[] = [];
    return [await rebuildFromCopy(ours(), folder, (rows) => told.push(rows)), told] as const;
  };

  it('of what it lacks: what is there stays, and what was changed since waits for its copy', async () => {
    const folder = await copyOf(
      copied(11, 'essays', idOf(1), essay(1)),
      copied(12, 'tags', 't1', tag(1, '旧')),
      copied(13, 'tags', 't2', tag(2)),
      copied(14, 'tags', 't3', tag(3)),
      copied(15, 'bodies', 'c1', body(1)),
      copied(16, 'bodies', 'c9', body(9)),
    );
    await put('tags', tag(1, '今'), tag(3));
    await ours().tags.delete('t3');
    const [rebuilt, told] = await rebuild(folder);
    expect(rebuilt).toEqual({ essays: 1, rows: 3, damaged: 0 });
    expect(told).toEqual([1, 2, 3]);
    expect([await ours().tags.toArray(), await ours().bodies.toCollection().primaryKeys()]).toEqual([
      [tag(1, '今'), tag(2)],
      ['c1'],
    ]);
    expect(await ours().essays.get(idOf(1))).toMatchObject({ title: '论塘', doc: 0 });
    expect(await readCopyState(ours())).toMatchObject({ filled: [...copiedTables], after: null });
    // What is not copied yet has numbers beyond all of the copy's.
    expect((await ours().uncopied.toArray()).map(({ n, table, keys }) => [n, table, keys])).toEqual([
      [18, 'tags', ['t1', 't3']],
      [19, 'tags', ['t3']],
    ]);
    expect((await rebuild(folder))[0]).toEqual({ essays: 0, rows: 0, damaged: 0 });
    expect((await ours().uncopied.toArray()).map(({ n }) => n)).toEqual([18, 19]);
    await put('tags', tag(7));
    expect((await ours().uncopied.toArray()).at(-1)?.n).toBeGreaterThan(19);
  });

  it('with what belongs to essays whose list is torn, and rows for those of which the text alone is left', async () => {
    const capture = (n: number, id: string, takenAt: string) => ({
      ...wholeRows.captures,
      id,
      essayId: idOf(n),
      takenAt,
    });
    const folder = await copyOf(
      copied(1, 'essays', idOf(1), essay(1)),
      copied(2, 'captures', 'c1', capture(1, 'c1', '2026-01-01T00:00:00.000Z')),
      copied(3, 'captures', 'late', capture(1, 'late', '2026-02-02T00:00:00.000Z')),
      copied(4, 'captures', 'c0', capture(1, 'c0', '2025-01-01T00:00:00.000Z')),
      copied(5, 'bodies', 'c1', body(1, { text: '旧' })),
      copied(6, 'bodies', 'late', body(1, { captureId: 'late', text: '新塘' })),
      copied(7, 'captures', 'c2', capture(2, 'c2', '2026-01-01T00:00:00.000Z')),
    );
    const list = [...folder.files.keys()].find((name) => name.startsWith('acts')) ?? '';
    folder.files.set(list, new Uint8Array([1]));
    const [rebuilt] = await rebuild(folder);
    expect(rebuilt).toEqual({ essays: 1, rows: 6, damaged: 1 });
    expect(
      (await ours().essays.toArray()).map(({ id, captureId, keptAt, length }) => [id, captureId, keptAt, length]),
    ).toEqual([[idOf(1), 'late', '2026-02-02T00:00:00.000Z', 2]]);
    expect((await rebuild(folder))[0]).toMatchObject({ essays: 0, rows: 0, damaged: 1 });
  });

  it('some hundred rows at a time, without a word to who asks for none', async () => {
    const folder = await copyOf(...Array.from({ length: 201 }, (_, n) => copied(n + 1, 'tags', `t${n}`, tag(n))));
    const [rebuilt, told] = await rebuild(folder);
    expect([rebuilt.rows, told]).toEqual([201, [200, 201]]);
    expect(await rebuildFromCopy(emptyCollection(), folder)).toMatchObject({ rows: 201 });
  });

  it('with numbers of what is still to be copied beyond the last of the copy', async () => {
    await put('tags', tag(5));
    const [{ n = 0 } = {}] = await ours().uncopied.toArray();
    const numbered = async (last: number): Promise<readonly unknown[]> => {
      await rebuildFromCopy(ours(), await copyOf(copied(last, 'tags', 't5', tag(5))));
      return (await ours().uncopied.toArray()).map((mark) => mark.n);
    };
    expect(await numbered(n - 1)).toEqual([n]);
    expect(await numbered(n)).toEqual([n + 2]);
  });
});
