import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import BatchDialog from '../../../entrypoints/library/dialogs/BatchDialog.svelte';
import { editFields } from '../../../lib/collection/actions/edit-fields.ts';
import { editMany } from '../../../lib/collection/actions/edit-many.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { numberedKeeping } from '../../support/keepings.ts';

beforeEach(allowDialogs);
afterEach(() => document.body.replaceChildren());

const rows = essayRows(['a', 'b', 'c']).map((row, at) => ({ ...row, source: at === 0 ? '学习时报' : '学习园地' }));

function dialog() {
  const onsave = vi.fn();
  render(BatchDialog, { rows, onsave, onclose: vi.fn() });
  const box = (name: string) => screen.getByTestId<HTMLInputElement>(`batch-${name}`);
  const preview = () => screen.getByTestId('batch-preview').textContent?.replace(/\s+/g, ' ') ?? '';
  const yes = () => screen.getByTestId<HTMLDialogElement>('batch-dialog').close('yes');
  return { onsave, box, preview, yes };
}

it('shows what they share, and says where they differ', () => {
  const { box, preview } = dialog();
  expect(box('unit').value).toBe('经济学教研部');
  expect([box('source').value, box('source').placeholder]).toEqual(['', '各篇不同']);
  expect(preview()).toContain('没有要改动的内容');
});

it('shows before what would change, and changes what is ticked alone', async () => {
  const { onsave, box, preview, yes } = dialog();
  await fireEvent.input(box('source'), { target: { value: '学习园地' } });
  expect(preview()).toContain('将改动 1 篇');
  expect(preview()).toContain('来源 学习时报 → 学习园地');
  await fireEvent.input(box('authors'), { target: { value: '周望川；林砚秋、沈克勤' } });
  expect(preview()).toContain('将改动 3 篇');
  await fireEvent.click(screen.getByTestId('batch-tick-authors'));
  expect(preview()).toContain('将改动 1 篇');
  yes();
  expect(onsave.mock.calls).toEqual([[{ source: '学习园地' }]]);
});

it('empties a field whose box is ticked and empty, and does nothing where nothing would change', async () => {
  const { onsave, box, preview, yes } = dialog();
  await fireEvent.input(box('unit'), { target: { value: '' } });
  expect(preview()).toContain('经济学教研部 → 无');
  yes();
  expect(onsave.mock.calls).toEqual([[{ unit: null }]]);
  document.body.replaceChildren();
  const none = dialog();
  await fireEvent.input(none.box('unit'), { target: { value: '经济学教研部' } });
  none.yes();
  expect(none.onsave).not.toHaveBeenCalled();
});

it('refuses what is no date', async () => {
  const { box } = dialog();
  await fireEvent.input(box('publishedOn'), { target: { value: '去年' } });
  expect(box('publishedOn').validity.customError).toBe(true);
  await fireEvent.input(box('publishedOn'), { target: { value: '2005年7月' } });
  expect(box('publishedOn').validity.customError).toBe(false);
});

it('is one act: those that differed are changed, and undoing gives each its own back', async () => {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
  const [first = '', second = ''] = ids;
  expectValue(await editFields(collection, first, { unit: '党史教研室', source: '手填' }));
  const done = expectValue(await editMany(collection, ids, { unit: '党史教研室' }));
  expect(done.count).toBe(2);
  const units = async () => (await collection.essays.bulkGet(ids)).map((row) => row?.unit);
  expect(await units()).toEqual(Array(3).fill('党史教研室'));
  expect((await collection.essays.get(second))?.edited).toEqual({ unit: '党史教研室' });
  expect(expectValue(await done.undo())).toBe(2);
  expect(await units()).toEqual(['党史教研室', '经济学教研部', '经济学教研部']);
  expect((await collection.essays.get(first))?.edited).toEqual({ unit: '党史教研室', source: '手填' });
  expect((await collection.essays.get(second))?.edited).toEqual({});
});
