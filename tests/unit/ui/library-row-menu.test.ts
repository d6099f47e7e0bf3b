import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import RowMenu from '../../../entrypoints/library/list/menu/RowMenu.svelte';
import { rowActs } from '../../../entrypoints/library/list/menu/row-acts.ts';
import type { Shortcut } from '../../../lib/ui/keys/shortcuts.ts';

/** The platform of the tests measures nothing. */
class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', NoResizes);
// Nor has it a top layer: what is shown there is shown in its place.
HTMLElement.prototype.showPopover = function () {
  this.removeAttribute('popover');
};

afterEach(() => document.body.replaceChildren());

const table = () => {
  const run = vi.fn((event: KeyboardEvent) => event.key !== '');
  const keys: readonly Shortcut[] = [
    { keys: ['/'], name: '检索', run },
    { keys: ['t'], name: '标签', aboutRow: true, run },
    { keys: ['Delete'], name: '删除', aboutRow: true, run },
  ];
  return { run, keys };
};

it('has what the keys do to a row, and does it by them, with the focus on the row', () => {
  const { run, keys } = table();
  const focus = vi.fn(() => expect(run).not.toHaveBeenCalled());
  const acts = rowActs(keys, focus, '/reader.html?id=a');
  expect(acts.map(({ name, key }) => [name, key])).toEqual([
    ['在新标签页打开', ''],
    ['标签', 't'],
    ['删除', 'Delete'],
  ]);
  acts[1]?.run();
  expect(focus).toHaveBeenCalledOnce();
  expect(run.mock.calls.map(([{ key }]) => key)).toEqual(['t']);
});

it('opens the essay in a tab of its own', () => {
  const opened = vi.spyOn(globalThis, 'open').mockReturnValue(null);
  rowActs([], vi.fn(), '/reader.html?id=a')[0]?.run();
  expect(opened).toHaveBeenCalledExactlyOnceWith('/reader.html?id=a', '_blank', 'noopener');
  opened.mockRestore();
});

it('goes by arrows from act to act, keeps its keys from the page, and tells what was chosen', async () => {
  const { keys } = table();
  const acts = rowActs(keys, vi.fn(), '/');
  const onclose = vi.fn();
  const page = vi.fn();
  document.addEventListener('keydown', page);
  render(RowMenu, { name: '题名', acts, x: 10, y: 10, onclose });
  const items = screen.getAllByTestId('row-act');
  expect(document.activeElement).toBe(items[0]);
  await fireEvent.keyDown(items[0] as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(items[1]);
  await fireEvent.keyDown(items[1] as Element, { key: 'End' });
  expect(document.activeElement).toBe(items[2]);
  await fireEvent.click(items[2] as Element);
  expect(onclose).toHaveBeenCalledExactlyOnceWith(acts[2]);
  expect(page).not.toHaveBeenCalled();
  document.removeEventListener('keydown', page);
});
