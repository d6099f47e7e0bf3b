import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Toast from '../../../lib/ui/Toast.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function toast() {
  const [run, onclose] = [vi.fn(), vi.fn()];
  render(Toast, { text: '已移到回收站', action: { name: '撤销', run }, onclose });
  return { run, onclose };
}

it('offers its action', async () => {
  const { run } = toast();
  await fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(run).toHaveBeenCalledOnce();
});

it('goes away by itself', () => {
  const { onclose } = toast();
  vi.advanceTimersByTime(60_000);
  expect(onclose).toHaveBeenCalledOnce();
});

it('stays while it holds the focus or the pointer', async () => {
  const { onclose } = toast();
  await fireEvent.focusIn(screen.getByRole('button', { name: '撤销' }));
  vi.advanceTimersByTime(60_000);
  expect(onclose).not.toHaveBeenCalled();
  await fireEvent.focusOut(screen.getByRole('button', { name: '撤销' }));
  vi.advanceTimersByTime(60_000);
  expect(onclose).toHaveBeenCalledOnce();
});

it('stands with the others of its page, one above another, and takes none of them along', () => {
  const { unmount } = render(Toast, { text: '已加标签', onclose: vi.fn() });
  render(Toast, { text: '已标注', onclose: vi.fn() });
  const all = screen.getAllByTestId('toast');
  expect(new Set(all.map(({ parentElement }) => parentElement)).size).toBe(1);
  unmount();
  expect(screen.getAllByTestId('toast').map(({ textContent }) => textContent?.trim())).toEqual(['已标注']);
});
