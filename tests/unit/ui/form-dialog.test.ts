import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import FormDialog from '../../../lib/ui/dialogs/FormDialog.svelte';

/** As browsers do it: the event comes in a later turn, when other dialogs may have been asked for. */
function allowLateDialogs(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (value = '') {
    this.returnValue = value;
    this.open = false;
    setTimeout(() => this.dispatchEvent(new Event('close')));
  };
}

afterEach(cleanup);

const laterTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function shown() {
  allowLateDialogs();
  const [onyes, onclose] = [vi.fn(), vi.fn()];
  const { getByTestId, unmount } = render(FormDialog, { title: '标签', testid: 'ask', yes: '保存', onyes, onclose });
  return { dialog: getByTestId('ask') as HTMLDialogElement, yes: getByTestId('ask-yes'), unmount, onyes, onclose };
}

it('an answer is taken at once, and told once: what is asked next is not closed by it', async () => {
  const { dialog, yes, onyes, onclose } = shown();
  yes.click();
  expect([dialog.open, onyes.mock.calls.length, onclose.mock.calls.length]).toEqual([false, 1, 1]);
  await laterTurn();
  expect([onyes.mock.calls.length, onclose.mock.calls.length]).toEqual([1, 1]);
});

it('a dialog that has gone closes nothing any more', async () => {
  const { dialog, unmount, onclose } = shown();
  dialog.close('');
  unmount();
  await laterTurn();
  expect(onclose).not.toHaveBeenCalled();
});

it('Escape closes it without an answer', async () => {
  const { dialog, onyes, onclose } = shown();
  dialog.close('');
  await laterTurn();
  expect([onyes.mock.calls.length, onclose.mock.calls.length]).toEqual([0, 1]);
});
