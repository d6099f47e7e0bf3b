import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { listMarks, listNotes } from '../../../lib/collection/actions/list-notebook.ts';
import { addRow, changeRow } from '../../../lib/collection/actions/simple-rows.ts';
import { readArchiveKeys, writeArchiveKeys } from '../../../lib/collection/archives/archive-keys.ts';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { findByUrl, getBody, getCheckedBody, getCheckedEssay, getEssay } from '../../../lib/collection/get-essay.ts';
import { forgetOutcomes, listOutcomes, putOutcome } from '../../../lib/collection/outcomes.ts';
import {
  digestOfFields,
  isPublished,
  publishedEssay,
  publishedMark,
} from '../../../lib/collection/publishing/published-fields.ts';
import type { EssayRow, HighlightRow } from '../../../lib/collection/rows.ts';
import { getSent, listSent, putSent } from '../../../lib/collection/sent/sent.ts';
import { readZoteroKey, writeZoteroKey } from '../../../lib/collection/sent/zotero-keys.ts';
import { countTry, doneWanting, isWanted, listWanted } from '../../../lib/collection/wanted.ts';
import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { wholeRows } from '../../support/whole-rows.ts';

describe('essays whose images are wanted', () => {
  it('are listed by how long they wait, and their tries counted', async () => {
    const collection = emptyCollection();
    await collection.wanted.bulkPut([
      { essayId: 'a', since: '2026-03-02', tries: 0 },
      { essayId: 'b', since: '2026-03-01', tries: -1 },
      { essayId: 'c', since: '2026-03-03', tries: 1.5 },
    ]);
    expect(expectValue(await listWanted(collection)).map(({ essayId }) => essayId)).toEqual(['b', 'a', 'c']);
    expect(await isWanted(collection, 'a')).toBe(true);
    expect(await isWanted(collection, 'x')).toBe(false);
    expect(expectValue(await countTry(collection, 'a'))).toBe(1);
    expect(expectValue(await countTry(collection, 'a'))).toBe(2);
    expect(expectValue(await countTry(collection, 'b'))).toBe(4);
    expect(expectValue(await countTry(collection, 'c'))).toBe(4);
    expect(expectValue(await countTry(collection, 'x'))).toBe(0);
    await doneWanting(collection, 'a');
    expect(await isWanted(collection, 'a')).toBe(false);
    collection.close();
  });
});

describe('what became of keeps', () => {
  it('is told newest first, damaged or not, until it was seen', async () => {
    const collection = emptyCollection();
    const row = { by: 'menu', askedAt: 'a', url: 'b', title: 'c', essayId: 'd', problem: 'e' } as const;
    await putOutcome(collection, { ...row, id: '1', endedAt: '2026-03-01' });
    await putOutcome(collection, { ...row, id: '2', endedAt: '2026-03-02' });
    await putOutcome(collection, { id: '3', by: 'x', endedAt: 7 } as never);
    const blank = { askedAt: '', endedAt: '', url: '', title: '', essayId: '', problem: '' };
    expect(expectValue(await listOutcomes(collection))).toEqual([
      { ...row, id: '2', endedAt: '2026-03-02' },
      { ...row, id: '1', endedAt: '2026-03-01' },
      { ...blank, id: '3', by: 'key' },
    ]);
    await forgetOutcomes(collection, ['1', '3']);
    expect(expectValue(await listOutcomes(collection)).map(({ id }) => id)).toEqual(['2']);
    collection.close();
  });
});

describe('keys of others', () => {
  it('of archive.org are stored whole, or not at all', async () => {
    const store = openArchiveStore(`test-${crypto.randomUUID()}`);
    expect(await readArchiveKeys(store)).toBeNull();
    await writeArchiveKeys(store, ' a ', ' b ');
    expect(await readArchiveKeys(store)).toEqual({ access: 'a', secret: 'b' });
    await writeArchiveKeys(store, 'a', ' ');
    expect(await readArchiveKeys(store)).toBeNull();
    await store.facts.put({ key: 'archive.org', value: { access: 'a' } });
    expect(await readArchiveKeys(store)).toBeNull();
    store.close();
    expect(await readArchiveKeys({ facts: { get: () => Promise.reject(new Error('gone')) } } as never)).toBeNull();
  });

  it('of each Zotero are apart', async () => {
    const collection = emptyCollection();
    expect(await readZoteroKey(collection, 'a')).toBe('');
    await writeZoteroKey(collection, 'a', '1');
    await writeZoteroKey(collection, 'b', '2');
    expect([await readZoteroKey(collection, 'a'), await readZoteroKey(collection, 'b')]).toEqual(['1', '2']);
    await collection.meta.put({ key: 'zotero-keys', value: { a: 7 } });
    expect(await readZoteroKey(collection, 'a')).toBe('');
    await collection.meta.put({ key: 'zotero-keys', value: 'a' });
    expect(await readZoteroKey(collection, '0')).toBe('');
    collection.close();
  });

  it('of what was sent are of an essay and a library', async () => {
    const collection = emptyCollection();
    const { id: _, ...sent } = wholeRows.sent as never as Parameters<typeof putSent>[1] & { readonly id: string };
    const row = expectValue(await putSent(collection, sent));
    expect(row.id).toBe('e1 users/1');
    expect(expectValue(await getSent(collection, 'e1', 'users/1'))).toEqual(row);
    expect(expectValue(await getSent(collection, 'e1', 'users/2'))).toBeNull();
    expect(expectValue(await listSent(collection, ['e1', 'e2']))).toEqual([row]);
    expect(expectValue(await listSent(collection, ['e2']))).toEqual([]);
    collection.close();
  });
});

describe('rows that stand for themselves', () => {
  it('are added, changed, removed, and each of these undone', async () => {
    const collection = emptyCollection();
    const { searches } = collection;
    const row = { id: 'q1', name: '塘', query: 'q=塘', madeAt: '2026-03-01' };
    const added = expectValue(await addRow(searches, row));
    expect([added.id, added.count]).toEqual(['q1', 1]);
    const changed = expectValue(await changeRow(searches, 'q1', (one) => ({ ...one, name: '堤' })));
    expect([changed.count, (await searches.get('q1'))?.name]).toEqual([1, '堤']);
    expect(expectValue(await changed.undo())).toBe(1);
    expect(await searches.get('q1')).toEqual(row);
    const removed = expectValue(await changeRow(searches, 'q1', () => null));
    expect([removed.count, await searches.count()]).toEqual([1, 0]);
    expect(expectValue(await removed.undo())).toBe(1);
    expect(expectValue(await removed.undo())).toBe(0);
    expect(expectValue(await added.undo())).toBe(1);
    expect(await searches.count()).toBe(0);
    const none = expectValue(await changeRow(searches, 'q1', () => null));
    expect([none.count, expectValue(await none.undo())]).toEqual([0, 0]);
    collection.close();
  });
});

describe('essays and their parts', () => {
  it('are given as far as they can be read', async () => {
    const collection = emptyCollection();
    const essay = wholeRows.essays as unknown as EssayRow;
    await collection.essays.bulkPut([
      essay,
      { ...essay, id: 'e2', doc: 5, note: '再看', keptAt: 'x' },
      { ...essay, id: 'e3', doc: 6, trashedAt: '2026-03-02T00:00:00.000Z', note: '弃' },
      { ...essay, id: 'e4', doc: 7, note: '' },
    ]);
    await collection.bodies.put(wholeRows.bodies as never);
    const mark = wholeRows.highlights as unknown as HighlightRow;
    await collection.highlights.bulkPut([
      mark,
      { ...mark, id: 'h2', essayId: 'e3' },
      { ...mark, id: 'h3', essayId: 'e9' },
    ]);

    expect(expectValue(await getEssay(collection, 'e1'))).toEqual(essay);
    expect(expectValue(await getEssay(collection, 'e9'))).toBeNull();
    expect(expectValue(await getCheckedEssay(collection, 'e1'))).toEqual({ is: 'whole', row: essay });
    expect(expectValue(await getCheckedEssay(collection, 'e2'))).toMatchObject({ is: 'mended', lost: ['keptAt'] });
    expect(expectValue(await getCheckedEssay(collection, 'e9'))).toBeNull();
    expect(expectValue(await getBody(collection, 'c1'))).toEqual(wholeRows.bodies);
    expect(expectValue(await getBody(collection, 'c9'))).toBeNull();
    expect(expectValue(await getCheckedBody(collection, 'c1'))).toMatchObject({ is: 'whole', changed: false });
    expect(expectValue(await getCheckedBody(collection, 'c9'))).toBeNull();
    expect(expectValue(await findByUrl(collection, 'http://nowhere.example/'))).toBeNull();
    expect(expectValue(await listMarks(collection))).toEqual([
      { id: 'h1', essay, words: '塘', note: '引', colour: 'green', at: 0, madeAt: '2026-03-01T09:30:00.000Z' },
    ]);
    expect(
      expectValue(await listNotes(collection)).map(({ id, words, note, colour, at, madeAt }) => [
        id,
        words,
        note,
        colour,
        at,
        madeAt,
      ]),
    ).toEqual([
      ['e1', '', '记', null, -1, ''],
      ['e2', '', '再看', null, -1, ''],
    ]);
    collection.close();
  });
});

describe('what colleagues may read', () => {
  const row = { ...wholeRows.essays } as PlainRow;
  const wish = { shelf: '', notes: false, marks: false, wanted: [] };

  it.each<[object, object, boolean]>([
    [{}, {}, true],
    [{}, { shelf: 's1' }, true],
    [{}, { shelf: 's2' }, false],
    [{ shelves: 's1' }, { shelf: 's1' }, false],
    [{ trashedAt: '2026' }, {}, false],
  ])('an essay with %j, for %j: %s', (parts, wished, isShown) => {
    expect(isPublished({ ...row, ...parts }, { ...wish, ...wished })).toBe(isShown);
  });

  it('is no tag, no collection, and a note only where it is wished', async () => {
    const names = (parts: object, notes: boolean): string[] =>
      Object.keys(publishedEssay({ ...row, ...parts }, { ...wish, notes })).toSorted();
    expect(names({}, false)).toEqual(['captureId', 'edited/title', 'keptAt', 'trashedAt']);
    expect(names({}, true)).toEqual(['captureId', 'edited/title', 'keptAt', 'note', 'trashedAt']);
    expect(names({ note: '' }, true)).toEqual(['captureId', 'edited/title', 'keptAt', 'trashedAt']);
    const mark = wholeRows.highlights as PlainRow;
    expect(publishedMark(mark, wish)['note']).toBe('');
    expect(publishedMark(mark, { ...wish, notes: true })['note']).toBe('引');
    expect(await digestOfFields({ a: 1, b: 2 })).toBe(await digestOfFields({ b: 2, a: 1 }));
    expect(await digestOfFields({ a: 1, b: 2 })).not.toBe(await digestOfFields({ a: 2, b: 1 }));
  });
});
