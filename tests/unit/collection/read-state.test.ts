import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readOn, setReadState } from '../../../lib/collection/actions/read-state.ts';
import { mergeEssay } from '../../../lib/collection/backup/merging/merge-essay.ts';
import { checkRow } from '../../../lib/collection/checked/check-row.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { textColumns } from '../../../lib/collection/ledger/slot.ts';
import { type EssayRow, readStateOf } from '../../../lib/collection/rows.ts';
import { openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';

async function oneKept() {
  const collection = emptyCollection();
  const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
  const row = async (): Promise<EssayRow> => {
    const found = await collection.essays.get(id);
    if (!found) throw new Error('no row');
    return found;
  };
  return { collection, id, row };
}

describe('how far an essay is read', () => {
  it('is said for several at once, and can be taken back', async () => {
    const { collection, id, row } = await oneKept();
    expect(readStateOf(await row())).toBe('unread');
    const done = expectValue(await setReadState(collection, [id, id], 'read'));
    expect([done.count, readStateOf(await row())]).toEqual([1, 'read']);
    expect(expectValue(await setReadState(collection, [id], 'read')).count).toBe(0);
    await done.undo();
    expect(await row()).not.toHaveProperty('readState');
  });

  it('goes forward by reading, and back by the reader alone', async () => {
    const { collection, id, row } = await oneKept();
    await readOn(collection, id, 'reading');
    expect(readStateOf(await row())).toBe('reading');
    await readOn(collection, id, 'read');
    await readOn(collection, id, 'reading');
    expect(readStateOf(await row())).toBe('read');
    await setReadState(collection, [id], 'unread');
    expect(await row()).not.toHaveProperty('readState');
  });

  it('outlives a newer capture, and leaves the searchable text where it is', async () => {
    const { collection, id, row } = await oneKept();
    const { doc } = await row();
    await setReadState(collection, [id], 'reading');
    expect((await row()).doc).toBe(doc);
    await keepEssay(collection, { ...sampleKeeping(), original: new TextEncoder().encode('<p>new</p>') });
    expect(readStateOf(await row())).toBe('reading');
  });

  it('is the further of the two where a backup is merged', async () => {
    const { row } = await oneKept();
    const { readState: _, ...unread } = await row();
    const merged = (here: EssayRow['readState'], there: EssayRow['readState']) => {
      const dated = (readState: EssayRow['readState']) => ({
        row: { ...unread, ...(readState && { readState }) },
        takenAt: '2026-01-01T00:00:00Z',
        standing: 1,
      });
      return readStateOf(mergeEssay(dated(here), dated(there)));
    };
    expect([merged('reading', 'read'), merged('read', undefined), merged(undefined, 'reading')]).toEqual([
      'read',
      'read',
      'reading',
    ]);
    expect(merged(undefined, undefined)).toBe('unread');
  });

  it('is mended where it is none', async () => {
    const { row } = await oneKept();
    expect(checkRow('essays', { ...(await row()), readState: 'skimmed' })).toMatchObject({ lost: ['readState'] });
  });
});

describe('the facet of reading', () => {
  const find = { query: '', place: 'kept', sort: 'kept' } as const;

  it('counts and finds what is unread, also in a ledger of before', async () => {
    const { collection, id } = await oneKept();
    const chunk = await collection.ledger.get(0);
    if (!chunk) throw new Error('no chunk');
    const { sum: _sum, ...unsummed } = chunk;
    const texts = chunk.texts.slice(0, chunk.count * textColumns.indexOf('reading'));
    await collection.ledger.put({ ...unsummed, texts });
    const engine = openEngine(collection);
    const unread = await engine.find({ ...find, chosen: { reading: ['unread'] } });
    expect(unread.total).toBe(1);
    expect((await engine.counts(unread.result)).facets.reading).toEqual([{ value: 'unread', count: 1 }]);
    await setReadState(collection, [id], 'read');
    expect((await engine.find({ ...find, chosen: { reading: ['unread'] } })).total).toBe(0);
    expect((await engine.find({ ...find, chosen: { reading: ['read'] } })).total).toBe(1);
  });
});
