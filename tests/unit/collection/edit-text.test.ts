import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dropTextEdit, editText } from '../../../lib/collection/actions/edit-text.ts';
import { mergeEssay } from '../../../lib/collection/backup/merging/merge-essay.ts';
import { checkRow } from '../../../lib/collection/checked/check-row.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import { editsInOrder } from '../../../lib/essay/text-edits/edits-in-order.ts';
import { jsonLine } from '../../../lib/export/corpus/jsonl.ts';
import { recordOfRows } from '../../../lib/export/record.ts';
import { loadEssay } from '../../../lib/features/show-essay/load-essay.ts';
import { textOfEssay } from '../../../lib/search/text/document.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';

const paragraphs = ['第一段说明来由。', '第二段说明经过。', '第三段说明结果。'];
const essay = {
  ...sampleEssay(),
  text: paragraphs.join('\n'),
  html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
};
const lost = { kind: 'put-back', found: '落下的一段。', text: '落下的一段。', after: '第一段说明来由。' } as const;

async function kept() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, { ...sampleKeeping(), essay }));
  const row = async (): Promise<EssayRow> => {
    const found = await collection.essays.get(id);
    if (!found) throw new Error('no row');
    return found;
  };
  const body = async () => {
    const found = await collection.bodies.get((await row()).captureId);
    if (!found) throw new Error('no body');
    return found;
  };
  const shown = async () => {
    const loaded = await loadEssay(collection, id);
    return loaded.is === 'essay' ? loaded.essay.text : '';
  };
  return { collection, id, row, body, shown };
}

describe('a change of the text by the reader’s hand', () => {
  it('stands after those that were there, also where the clock is behind the one of the device that made them', async () => {
    const { collection, id, row } = await kept();
    expectValue(await editText(collection, id, lost));
    await collection.essays.update(id, ({ textEdits }) => {
      Object.assign(textEdits?.[0] ?? {}, { madeAt: '2999-01-01T00:00:00.000Z' });
    });
    expectValue(
      await editText(collection, id, { kind: 'corrected', found: lost.text, text: '找回的一段。', after: null }),
    );
    const { textEdits = [] } = await row();
    expect(editsInOrder(textEdits.toReversed())).toEqual(textEdits);
    expect(textEdits.map(({ kind }) => kind)).toEqual(['put-back', 'corrected']);
  });

  it('is shown, searched and exported, and stands beside what was found', async () => {
    const { collection, id, row, body, shown } = await kept();
    const found = await body();
    const { doc, length } = await row();
    expectValue(await editText(collection, id, lost));
    expect(await shown()).toBe('第一段说明来由。\n落下的一段。\n第二段说明经过。\n第三段说明结果。');
    expect(await body()).toEqual(found);
    expect(textOfEssay(await row(), found)?.text).toContain('落下的一段。');
    // The search index takes it in anew.
    expect((await row()).doc).not.toBe(doc);
    expect((await row()).length).toBe(length + 6);
    const capture = await collection.captures.get(found.captureId);
    if (!capture) throw new Error('no capture');
    const line = JSON.parse(await jsonLine(recordOfRows(await row(), found, capture, [])));
    expect(line.text).toContain('落下的一段。');
    expect(line.textEdits).toMatchObject([{ kind: 'put-back', found: '落下的一段。' }]);
  });

  it('survives a newer reading, and finds its place there again', async () => {
    const { collection, id, row, shown } = await kept();
    await editText(collection, id, { kind: 'taken-out', found: '第二段说明经过。', text: '', after: null });
    const newer = { ...essay, text: `题记。\n${essay.text}`, html: `<p>题记。</p>\n${essay.html}` };
    await keepEssay(collection, { ...sampleKeeping(), essay: newer, original: new TextEncoder().encode('<p>2</p>') });
    expect((await row()).textEdits).toHaveLength(1);
    expect(await shown()).toBe('题记。\n第一段说明来由。\n第三段说明结果。');
  });

  it('can be undone, one by one, and leaves no trace', async () => {
    const { collection, id, row, shown } = await kept();
    const before = await row();
    const first = expectValue(await editText(collection, id, lost));
    const second = { kind: 'corrected', found: '第三段说明结果。', text: '第三段说明后果。', after: null } as const;
    expectValue(await editText(collection, id, second));
    expect(await first.undo()).toEqual({ ok: true, value: 1 });
    expect(await shown()).toBe('第一段说明来由。\n第二段说明经过。\n第三段说明后果。');
    const [left] = (await row()).textEdits ?? [];
    await dropTextEdit(collection, id, left?.id ?? '');
    expect(await shown()).toBe(essay.text);
    expect({ ...(await row()), doc: 0 }).toEqual({ ...before, doc: 0 });
  });

  it('settles the doubt about what was put back', async () => {
    const collection = emptyCollection();
    const removals = [{ rule: 'tail', text: lost.found, doubted: true } as const];
    const doubtful = { ...essay, provenance: { ...essay.provenance, removals } };
    const { id } = expectValue(await keepEssay(collection, { ...sampleKeeping(), essay: doubtful }));
    expect((await collection.essays.get(id))?.doubts).toBe(1);
    await editText(collection, id, lost);
    expect(await collection.essays.get(id)).not.toHaveProperty('doubts');
  });

  it('is united with those of a backup, each once, and is checked as all parts of a row', async () => {
    const { collection, id, row } = await kept();
    await editText(collection, id, lost);
    const here = await row();
    await editText(collection, id, { ...lost, found: '又一段。', text: '又一段。' });
    const restored = await row();
    const dated = (one: EssayRow) => ({ row: one, takenAt: '2026-01-01T00:00:00.000Z', standing: 0 });
    expect(mergeEssay(dated(here), dated(restored)).textEdits).toEqual(restored.textEdits);
    expect(checkRow('essays', restored).is).toBe('whole');
    const damaged = { ...restored, textEdits: [...(restored.textEdits ?? []), { kind: 'burnt' }] };
    expect(checkRow('essays', damaged)).toMatchObject({ is: 'mended', row: { textEdits: restored.textEdits } });
  });
});
