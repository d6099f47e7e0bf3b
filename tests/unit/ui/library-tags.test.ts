import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import TagsDialog from '../../../entrypoints/library/dialogs/TagsDialog.svelte';
import TagDialog from '../../../lib/features/filing/TagDialog.svelte';
import { allowDialogs } from '../../support/dialogs.ts';

const tags = ['合作社', '经济', '经典'].map((name) => ({ id: `id-${name}`, name, folded: name }));

beforeEach(allowDialogs);
afterEach(() => document.body.replaceChildren());

function tagDialog() {
  const [ontag, onclose] = [vi.fn(), vi.fn()];
  render(TagDialog, { count: 2, worn: ['id-合作社'], tags, ontag, onclose });
  const box = screen.getByTestId<HTMLInputElement>('tag-name');
  const type = (text: string) => fireEvent.input(box, { target: { value: text } });
  const save = () => screen.getByTestId<HTMLDialogElement>('tag-dialog').close('yes');
  return { ontag, onclose, box, type, save };
}

it('adds tags by name, existing or new, and takes worn ones off', async () => {
  const { ontag, onclose, box, type, save } = tagDialog();
  await fireEvent.click(screen.getByRole('button', { name: '去掉标签“合作社”' }));
  await type('经');
  await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  await fireEvent.keyDown(box, { key: 'ArrowDown' });
  await fireEvent.keyDown(box, { key: 'Enter' });
  await type('新的；');
  expect(box.value).toBe('');
  // A list that is pasted is one by one what it names.
  await type('党史、党建，');
  await type('还没按回车');
  save();
  expect(ontag.mock.calls).toEqual([[{ add: ['经济', '新的', '党史', '党建', '还没按回车'], remove: ['id-合作社'] }]]);
  expect(onclose).toHaveBeenCalledOnce();
});

it('leaves Enter to the input method while a word is composed', async () => {
  const { ontag, box, type, save } = tagDialog();
  await fireEvent.compositionStart(box);
  await type('jing');
  await fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
  expect(box.value).toBe('jing');
  box.value = '';
  await fireEvent.input(box);
  save();
  expect(ontag).not.toHaveBeenCalled();
});

it('changes nothing when nothing was changed, or when it is cancelled', async () => {
  const { ontag, type } = tagDialog();
  await type('新的');
  screen.getByTestId<HTMLDialogElement>('tag-dialog').close('');
  expect(ontag).not.toHaveBeenCalled();
});

it('renames a tag by Enter, and leaves it by Escape or when its name is emptied', async () => {
  const [onrename, ondelete] = [vi.fn(), vi.fn()];
  render(TagsDialog, { tags, onrename, ondelete, onclose: vi.fn() });
  const [first] = screen.getAllByTestId<HTMLInputElement>('tag-rename');
  if (first === undefined) throw new Error('no tag');
  first.value = ' 渔村 ';
  await fireEvent.keyDown(first, { key: 'Escape' });
  expect(first.value).toBe('合作社');
  first.value = '';
  await fireEvent.blur(first);
  expect([first.value, onrename.mock.calls.length]).toEqual(['合作社', 0]);
  first.value = ' 渔村 ';
  first.focus();
  await fireEvent.keyDown(first, { key: 'Enter' });
  expect(onrename.mock.calls).toEqual([[tags[0], '渔村']]);
  await fireEvent.click(screen.getByRole('button', { name: '删除标签“经济”' }));
  expect(ondelete.mock.calls).toEqual([[tags[1]]]);
});

it('begins in its box, and tells of a tag how many of the essays have it', async () => {
  const { ontag, box, save } = tagDialog();
  expect(box.autofocus).toBe(true);
  const share = screen.getByTestId('tag-all');
  expect(share.textContent?.trim()).toBe('1/2');
  await fireEvent.click(share);
  expect(screen.queryByTestId('tag-all')).toBeNull();
  save();
  expect(ontag.mock.calls).toEqual([[{ add: ['合作社'], remove: [] }]]);
});
