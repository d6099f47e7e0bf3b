import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CleaningPreview } from '../../../lib/clean-again/clean-again.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import CleanAgainDialog from '../../../lib/features/clean-again/CleanAgainDialog.svelte';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});
afterEach(() => document.body.replaceChildren());

const preview = (id: string, more: Partial<CleaningPreview> = {}): CleaningPreview => ({
  id,
  title: `题${id}`,
  changes: [{ field: 'authors', before: [], after: ['方禾生', '林砚秋'] }],
  text: { removed: 12, added: 3 },
  markupOnly: false,
  same: false,
  ...more,
});
const seen: Readonly<Record<string, CleaningPreview>> = {
  a: preview('a'),
  b: preview('b', { changes: [], text: null, markupOnly: true }),
  c: preview('c', { changes: [], text: null, same: true }),
};

function show(ids: readonly string[], before: readonly string[] = []) {
  const undo = vi.fn(async () => succeed({ count: 1 }));
  const earlier = async () =>
    before.length === 0
      ? null
      : { at: '2026-03-01T08:00:00.000Z', undos: new Map(before.map((id) => [id, undo] as const)) };
  const apply = vi.fn(async (id: string) => (id === 'b' ? fail('storage-full') : succeed({ undo })));
  const onclose = vi.fn();
  const lost = new AbortController();
  const look = async () => lost.signal.aborted;
  const running = { anew: lost.signal, look, note: vi.fn(), stored: vi.fn(), end: vi.fn(), leave: vi.fn() };
  const begin = vi.fn(async (_kind: string, _of: number) => running);
  const shown = render(CleanAgainDialog, {
    ids,
    preview: async (id: string) => (seen[id] ? succeed(seen[id]) : fail('no-original')),
    apply,
    begin,
    earlier,
    onclose,
  });
  return { apply, undo, begin, running, lost, onclose, unmount: shown.unmount };
}

it('shows what would change, what stays and what cannot be', async () => {
  show(['a', 'b', 'c', 'd']);
  expect((await screen.findByTestId('clean-again-sum')).textContent).toMatch(/2 篇会有变化。\s*1 篇没有变化。/);
  const changes = screen.getAllByTestId('clean-again-change').map((item) => item.textContent?.replace(/\s+/g, ' '));
  expect(changes[0]).toContain('题a');
  expect(changes[0]).toContain('作者 未见 → 方禾生、林砚秋');
  expect(changes[0]).toContain('删去 12 字，增加 3 字');
  expect(changes[1]).toContain('文字不变');
  expect(screen.getByRole('alert').textContent).toMatch(/1 篇不能重新清理：\s*没有存下原网页/);
});

it('cleans those that are chosen and tells how it went', async () => {
  const { apply } = show(['a', 'b', 'c']);
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  expect((await screen.findByText('已重新清理 1 篇。')).dataset['testid']).toBe('clean-again-sum');
  expect(apply.mock.calls).toEqual([['a'], ['b']]);
  expect(screen.getByRole('alert').textContent).toContain('1 篇不能重新清理');
});

it('takes it back', async () => {
  const { undo } = show(['a', 'b']);
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  await fireEvent.click(await screen.findByTestId('clean-again-undo'));
  await screen.findByText('1 篇已回到原来的版本。');
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByTestId('clean-again-undo')).toBeNull();
});

it('leaves what is not chosen as it is', async () => {
  const { apply } = show(['a', 'b']);
  await screen.findByTestId('clean-again-yes');
  await fireEvent.click(screen.getByLabelText('题b'));
  await fireEvent.click(screen.getByTestId('clean-again-yes'));
  await screen.findByText('已重新清理 1 篇。');
  expect(apply.mock.calls).toEqual([['a']]);
});

it('offers nothing to do where nothing would change', async () => {
  show(['c']);
  await screen.findByText(/没有可改之处/);
  expect(screen.queryByTestId('clean-again-yes')).toBeNull();
});

it('is written down with how far it is while it works, and ended once its reader is told', async () => {
  const { begin, running } = show(['a', 'b']);
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  await screen.findByText('已重新清理 1 篇。');
  expect(begin.mock.calls).toEqual([['clean', 2]]);
  expect(running.note.mock.calls).toEqual([[1]]);
  await vi.waitFor(() => expect(running.end).toHaveBeenCalledOnce());
  await fireEvent.click(await screen.findByTestId('clean-again-undo'));
  await screen.findByText('1 篇已回到原来的版本。');
  expect(begin.mock.calls[1]).toEqual(['take-back', 1]);
  await vi.waitFor(() => expect(running.end).toHaveBeenCalledTimes(2));
  expect(running.leave).not.toHaveBeenCalled();
});

/** A cleaning that waits inside its first essay; gives what lets it go on. */
async function heldUp() {
  const shown = show(['a', 'b']);
  const held: { goOn: () => void } = { goOn: () => undefined };
  shown.apply.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => Object.assign(held, { goOn: resolve }));
    return succeed({ undo: shown.undo });
  });
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  await vi.waitFor(() => expect(shown.apply).toHaveBeenCalledOnce());
  return { ...shown, goOn: () => held.goOn() };
}

it('is stopped by Escape, and tells how many it did not come to', async () => {
  const { goOn, onclose } = await heldUp();
  const pressed = new Event('cancel', { cancelable: true });
  screen.getByTestId('clean-again').dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(true);
  goOn();
  expect((await screen.findByTestId('clean-again-sum')).textContent).toMatch(
    /已重新清理 1 篇。\s*已停止，还有 1 篇没有处理。/,
  );
  expect(onclose).not.toHaveBeenCalled();
  const again = new Event('cancel', { cancelable: true });
  screen.getByTestId('clean-again').dispatchEvent(again);
  expect(again.defaultPrevented).toBe(false);
});

it('is left to be told elsewhere where its dialog went before it was done', async () => {
  const { goOn, running, unmount } = await heldUp();
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  unmount();
  goOn();
  await vi.waitFor(() => expect(running.leave).toHaveBeenCalledOnce());
  expect(running.end).not.toHaveBeenCalled();
});

it('stops where the library is made anew, and tells nothing as done that may be gone', async () => {
  const { goOn, lost, apply } = await heldUp();
  lost.abort();
  goOn();
  expect((await screen.findByText(/文库在途中丢失/)).textContent).not.toContain('已重新清理');
  expect(apply).toHaveBeenCalledOnce();
  expect(screen.queryByTestId('clean-again-undo')).toBeNull();
});

it('offers to take the cleaning before back, of all that it was of', async () => {
  const { undo, begin, apply } = show(['c'], ['c', 'x', 'y']);
  const told = await screen.findByTestId('clean-again-earlier');
  expect(told.textContent?.replace(/\s+/g, ' ')).toMatch(/2026年3月1日.*重新清理过 3 篇。/);
  await fireEvent.click(screen.getByTestId('clean-again-undo-earlier'));
  await screen.findByText('3 篇已回到原来的版本。');
  expect(undo).toHaveBeenCalledTimes(3);
  expect(begin.mock.calls).toEqual([['take-back', 3]]);
  expect(apply).not.toHaveBeenCalled();
});

it('tells at its end how many it cleaned', async () => {
  const { onclose } = show(['a', 'b']);
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  await screen.findByText('已重新清理 1 篇。');
  screen.getByTestId('clean-again').dispatchEvent(new Event('close'));
  expect(onclose.mock.calls).toEqual([[1]]);
});

it('tells none of those that were taken back at its end', async () => {
  const { onclose } = show(['a', 'b']);
  await fireEvent.click(await screen.findByTestId('clean-again-yes'));
  await fireEvent.click(await screen.findByTestId('clean-again-undo'));
  await screen.findByText('1 篇已回到原来的版本。');
  screen.getByTestId('clean-again').dispatchEvent(new Event('close'));
  expect(onclose.mock.calls).toEqual([[0]]);
});
