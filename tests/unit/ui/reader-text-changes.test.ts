import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import Provenance from '../../../entrypoints/reader/panels/Provenance.svelte';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { loadEssay } from '../../../lib/features/show-essay/load-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';

afterEach(cleanup);

/** The provenance panel of an essay that lost a passage, and its text as it is shown now. */
async function openPanel() {
  allowDialogs();
  const collection = emptyCollection();
  const essay = sampleEssay();
  const lost = { rule: 'tail', text: '产业要从土里长。', doubted: true, after: '县域是城乡之间的纽带。' } as const;
  const provenance = { ...essay.provenance, removals: [lost] };
  const kept = await keepEssay(collection, { ...sampleKeeping(), essay: { ...essay, provenance } });
  const { id } = expectValue(kept);
  const load = async () => {
    const loaded = await loadEssay(collection, id);
    if (loaded.is !== 'essay') throw new Error('no essay');
    return loaded.essay;
  };
  const view = render(Provenance, { collection, essay: await load(), onclose: () => undefined });
  const shown = async () => (await load()).text;
  return { shown, refresh: async () => view.rerender({ essay: await load() }) };
}

it('puts a removed passage back with one press, and takes that back', async () => {
  const { shown, refresh } = await openPanel();
  expect(screen.getByTestId('doubted')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('put-back'));
  await expect.poll(shown).toBe('县域是城乡之间的纽带。\n产业要从土里长。\n转型要从产业做起。');
  await refresh();
  expect(screen.queryByTestId('put-back')).toBeNull();
  await fireEvent.click(screen.getByTestId('drop-text-edit'));
  await expect.poll(shown).toBe('县域是城乡之间的纽带。\n转型要从产业做起。');
});

it('takes a paragraph out, and corrects one', async () => {
  const { shown, refresh } = await openPanel();
  const details = screen.getByTestId('text-blocks').closest('details');
  if (!details) throw new Error('no list of paragraphs');
  details.open = true;
  await fireEvent(details, new Event('toggle'));
  await fireEvent.click((await screen.findAllByTestId('take-out'))[0] ?? details);
  await expect.poll(shown).toBe('转型要从产业做起。');
  await refresh();
  await fireEvent.click((await screen.findAllByTestId('correct'))[0] ?? details);
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: '转型要从人做起。' } });
  await fireEvent.click(screen.getByTestId('save-correction'));
  await expect.poll(shown).toBe('转型要从人做起。');
});
