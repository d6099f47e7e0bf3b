import { expect, it, vi } from 'vitest';
import { moveByDrop, spotAt } from '../../../entrypoints/library/side/dragging.ts';
import type { ShelfTree } from '../../../lib/collection/actions/shelves.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { actAsOne } from '../../../lib/features/filing/act-as-one.ts';
import { flatten, movesOf } from '../../../lib/features/filing/placed-shelf.ts';

const shelf = (id: string, parent: string, order: number, shelves: ShelfTree[] = []): ShelfTree => ({
  id,
  name: id,
  parent,
  order,
  shelves,
});
const all = flatten([shelf('a', '', 0, [shelf('a1', 'a', 0), shelf('a2', 'a', 1)]), shelf('b', '', 1)]);
const movesFrom = (id: string) => {
  const one = all.find((placed) => placed.id === id);
  if (one === undefined) throw new Error(id);
  return movesOf(one, all);
};

it('lays a tree out from top to bottom with depths', () => {
  expect(all.map(({ id, depth, place }) => [id, depth, place])).toEqual([
    ['a', 0, 0],
    ['a1', 1, 0],
    ['a2', 1, 1],
    ['b', 0, 1],
  ]);
});

it('tells where a shelf can go by one step', () => {
  expect(movesFrom('a')).toEqual({ up: null, down: { parent: '', place: 1 }, in: null, out: null });
  expect(movesFrom('b')).toEqual({
    up: { parent: '', place: 0 },
    down: null,
    in: { parent: 'a', place: 2 },
    out: null,
  });
  expect(movesFrom('a2')).toEqual({
    up: { parent: 'a', place: 0 },
    down: null,
    in: { parent: 'a1', place: 0 },
    out: { parent: '', place: 1 },
  });
});

it('does acts as one, undone last first', async () => {
  const undone: string[] = [];
  const act = (name: string, count: number) => async () =>
    succeed({
      count,
      undo: async () => {
        undone.push(name);
        return succeed(count);
      },
    });
  const outcome = await actAsOne([act('one', 2), act('two', 1)]);
  if (!outcome.ok) throw new Error('failed');
  expect(outcome.value.count).toBe(2);
  await outcome.value.undo();
  expect(undone).toEqual(['two', 'one']);
});

it('takes back what was done before an act that failed', async () => {
  const undo = vi.fn(async () => succeed(1));
  const outcome = await actAsOne([async () => succeed({ count: 1, undo }), async () => fail('storage-failed')]);
  expect([outcome.ok, undo.mock.calls.length]).toEqual([false, 1]);
});

it('tells where a dragged collection goes, and that it cannot go into itself', () => {
  const drop = (id: string, target: string, spot: 'before' | 'into' | 'after') => {
    const placed = all.find((one) => one.id === target);
    if (placed === undefined) throw new Error(target);
    return moveByDrop(id, placed, spot, all);
  };
  expect(drop('b', 'a', 'before')).toEqual({ parent: '', place: 0 });
  expect(drop('b', 'a1', 'after')).toEqual({ parent: 'a', place: 1 });
  expect(drop('b', 'a', 'into')).toEqual({ parent: 'a', place: 2 });
  expect(drop('a1', 'a2', 'after')).toEqual({ parent: 'a', place: 1 });
  expect(drop('a', 'a1', 'into')).toBeNull();
  expect(drop('a', 'a', 'after')).toBeNull();
  expect([spotAt(12, { top: 10, height: 20 }), spotAt(20, { top: 10, height: 20 })]).toEqual(['before', 'into']);
});
