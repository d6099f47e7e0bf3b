import { expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { createUndoStack } from '../../../lib/features/filing/undo-stack.svelte.ts';

const act = (undo = async () => succeed(2)) => ({ undo: vi.fn(undo) });
const words = (name: string) => (count: number) => `${name} ${count}`;

it('tells an act with its count, and undoes acts last first', async () => {
  const undoStack = createUndoStack();
  const [first, second] = [act(), act()];
  for (const [name, one] of [
    ['甲', first],
    ['乙', second],
  ] as const)
    expect(await undoStack.perform(async () => succeed({ count: 2, undo: one.undo }), words(name))).toBe(true);
  expect(undoStack.said).toEqual({ text: '乙 2', undoable: true });
  await undoStack.undo();
  expect([first.undo.mock.calls.length, second.undo.mock.calls.length]).toEqual([0, 1]);
  expect(undoStack.said).toEqual({ text: '已撤销：乙 2', undoable: false });
  await undoStack.undo();
  await undoStack.undo();
  expect([first.undo.mock.calls.length, second.undo.mock.calls.length]).toEqual([1, 1]);
});

it('tells what of an act could not be taken back', async () => {
  const acts = createUndoStack();
  for (const [undone, said] of [
    [0, '无法撤销：那些文章或内容后来已被永久删除，或在别的窗口里又改过了。'],
    [2, '撤销了一部分：有 1 项后来已被永久删除，或在别的窗口里又改过，未作改动。'],
    [3, '已撤销：丙 3'],
  ] as const) {
    await acts.perform(async () => succeed({ count: 3, undo: async () => succeed(undone) }), words('丙'));
    await acts.undo();
    expect(acts.said.text).toBe(said);
  }
});

it('tells a failure and keeps nothing of it to undo', async () => {
  const undoStack = createUndoStack();
  expect(await undoStack.perform(async () => fail('storage-failed'), words('甲'))).toBe(false);
  expect(undoStack.said).toEqual({ text: '操作失败，文库没有改动。请再试一次。', undoable: false });
  undoStack.clear();
  await undoStack.undo();
  expect(undoStack.said.text).toBe('');
});

it('forgets what cannot be undone any more', async () => {
  const undoStack = createUndoStack();
  const one = act();
  await undoStack.perform(async () => succeed({ count: 1, undo: one.undo }), words('甲'));
  undoStack.forget();
  await undoStack.undo();
  expect(one.undo).not.toHaveBeenCalled();
});
