import { expect, it, vi } from 'vitest';
import { createActs } from '../../../entrypoints/library/acts.svelte.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';

const act = (undo = async () => succeed(1)) => ({ undo: vi.fn(undo) });
const words = (name: string) => (count: number) => `${name} ${count}`;

it('tells an act with its count, and undoes acts last first', async () => {
  const acts = createActs();
  const [first, second] = [act(), act()];
  for (const [name, one] of [
    ['甲', first],
    ['乙', second],
  ] as const)
    expect(await acts.perform(async () => succeed({ count: 2, undo: one.undo }), words(name))).toBe(true);
  expect(acts.said).toEqual({ text: '乙 2', undoable: true });
  await acts.undo();
  expect([first.undo.mock.calls.length, second.undo.mock.calls.length]).toEqual([0, 1]);
  expect(acts.said).toEqual({ text: '已撤销：乙 2', undoable: false });
  await acts.undo();
  await acts.undo();
  expect([first.undo.mock.calls.length, second.undo.mock.calls.length]).toEqual([1, 1]);
});

it('tells a failure and keeps nothing of it to undo', async () => {
  const acts = createActs();
  expect(await acts.perform(async () => fail('storage-failed'), words('甲'))).toBe(false);
  expect(acts.said).toEqual({ text: '没有做成，文库没有改动。请再试一次。', undoable: false });
  acts.hush();
  await acts.undo();
  expect(acts.said.text).toBe('');
});

it('forgets what cannot be undone any more', async () => {
  const acts = createActs();
  const one = act();
  await acts.perform(async () => succeed({ count: 1, undo: one.undo }), words('甲'));
  acts.forget();
  await acts.undo();
  expect(one.undo).not.toHaveBeenCalled();
});
