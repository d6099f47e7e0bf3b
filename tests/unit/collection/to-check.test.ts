import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { markChecked } from '../../../lib/collection/actions/mark-checked.ts';
import { checkRow } from '../../../lib/collection/checked/check-row.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { CHUNK } from '../../../lib/collection/ledger/chunk.ts';
import { emptyLedger, refreshLedger } from '../../../lib/collection/ledger/read-ledger.ts';
import { textColumns } from '../../../lib/collection/ledger/slot.ts';
import { isToCheck } from '../../../lib/collection/rows.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';

const doubted = { rule: 'tail', text: '这一段本该留在文章里，读者应当看一看。', doubted: true } as const;

/** The sample essay, with a passage that the second reader would have kept. */
function doubtfulKeeping() {
  const essay = sampleEssay();
  const provenance = { ...essay.provenance, removals: [doubted, ...essay.provenance.removals] };
  return { ...sampleKeeping(), essay: { ...essay, provenance, title: '存疑' } };
}

async function keptDoubtful() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, doubtfulKeeping()));
  const row = async () => collection.essays.get(id);
  const inLedger = async () => {
    const ledger = emptyLedger();
    await refreshLedger(collection, ledger);
    const { codes, texts } = ledger.columns.check;
    return Array.from({ length: ledger.size }, (_, doc) => texts[codes[doc] ?? 0]);
  };
  return { collection, id, row, inLedger };
}

describe('an essay of which the second reader would have kept more', () => {
  it('is to be checked, until the reader has looked, and again when that is taken back', async () => {
    const { collection, id, row, inLedger } = await keptDoubtful();
    expect(await row()).toMatchObject({ doubts: 1 });
    expect(await inLedger()).toEqual(['second-reader']);
    const done = expectValue(await markChecked(collection, [id]));
    expect(done.count).toBe(1);
    expect(await inLedger()).toEqual(['']);
    await done.undo();
    expect(await row()).not.toHaveProperty('checked');
    expect(await inLedger()).toEqual(['second-reader']);
  });

  it('is asked about anew when a newer capture has doubts of its own', async () => {
    const { collection, id, row } = await keptDoubtful();
    await markChecked(collection, [id]);
    await keepEssay(collection, { ...doubtfulKeeping(), original: new TextEncoder().encode('<p>new</p>') });
    const now = await row();
    expect(now?.checked).toBeDefined();
    expect(now && isToCheck(now)).toBe(true);
  });

  it('is a row that may be read, as one of before is', async () => {
    const { row } = await keptDoubtful();
    const { doubts: _, ...before } = (await row()) ?? {};
    expect(checkRow('essays', await row()).is).toBe('whole');
    expect(checkRow('essays', before).is).toBe('whole');
    expect(checkRow('essays', { ...before, doubts: 'many' })).toMatchObject({ is: 'mended', lost: ['doubts'] });
  });

  it('leaves a ledger readable that was written before there was the column', async () => {
    const { collection, inLedger } = await keptDoubtful();
    const chunk = await collection.ledger.get(0);
    if (!chunk) throw new Error('no chunk');
    const older = chunk.texts.slice(0, chunk.count * textColumns.indexOf('check'));
    const { sum: _sum, ...unsummed } = chunk;
    await collection.ledger.put({ ...unsummed, texts: older });
    expect(await inLedger()).toEqual(['']);
    expect(CHUNK).toBeGreaterThan(chunk.count);
  });
});
