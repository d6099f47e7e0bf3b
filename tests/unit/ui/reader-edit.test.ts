import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import EditFields from '../../../entrypoints/reader/panels/EditFields.svelte';
import type { Collection } from '../../../lib/collection/collection.ts';
import { emptyCollection } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { essayRows } from '../../support/essay-rows.ts';

afterEach(cleanup);

async function withRow(): Promise<Collection> {
  allowDialogs();
  const collection = emptyCollection();
  await collection.essays.bulkAdd(essayRows(['one']));
  return collection;
}

const stored = async (collection: Collection) => collection.essays.get('one');

it('sets the fields that were changed and no others, and takes it back', async () => {
  const collection = await withRow();
  const row = await stored(collection);
  if (row === undefined) throw new Error('no row');
  render(EditFields, { collection, row });
  await fireEvent.click(screen.getByTestId('edit-fields'));
  await fireEvent.input(screen.getByTestId('edit-authors'), { target: { value: '张三、李四' } });
  const dialog = screen.getByTestId('edit-dialog') as HTMLDialogElement;
  dialog.close('yes');
  await expect.poll(async () => (await stored(collection))?.authors).toEqual(['张三', '李四']);
  expect((await stored(collection))?.edited).toEqual({ authors: ['张三', '李四'] });
  await fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
  await expect.poll(async () => (await stored(collection))?.authors).toEqual(row.authors);
  expect((await stored(collection))?.edited).toEqual({});
});

it('refuses what is no date', async () => {
  const collection = await withRow();
  const row = await stored(collection);
  if (row === undefined) throw new Error('no row');
  render(EditFields, { collection, row });
  await fireEvent.click(screen.getByTestId('edit-fields'));
  const date = screen.getByTestId('edit-publishedOn') as HTMLInputElement;
  await fireEvent.input(date, { target: { value: '去年' } });
  expect(date.validity.valid).toBe(false);
  await fireEvent.input(date, { target: { value: '2005年7月' } });
  expect(date.validity.valid).toBe(true);
});
