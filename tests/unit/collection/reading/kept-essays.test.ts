import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/collection/collection.ts';
import {
  findByUrls,
  getBody,
  getCapture,
  getCheckedBody,
  getCheckedEssay,
  getEssay,
  getOriginal,
  getOriginalRow,
  listCaptures,
} from '../../../../lib/collection/get-essay.ts';
import {
  countEssays,
  type ListPart,
  listEssays,
  listTrash,
  type PageKey,
} from '../../../../lib/collection/list-essays.ts';
import { NEWEST, newestAfter } from '../../../../lib/collection/newest-rows.ts';
import type { EssayRow } from '../../../../lib/collection/rows.ts';
import { listVersions, makeCurrent } from '../../../../lib/collection/versions.ts';
import { essayId } from '../../../../lib/essay/identity.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { wholeVersion } from '../../../support/damage/parts-of-essay.ts';
import { wholeRows } from '../../../support/whole-rows.ts';

const url = 'http://dx.example/1.htm';
const id = await essayId(url);
const row = { ...(wholeRows.essays as unknown as EssayRow), id };
const { capture, body, original } = await wholeVersion();

describe('kept essays', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const put = (table: string, ...rows: readonly object[]) => collection.table(table).bulkPut([...rows]);

  it('are read by id, as far as they can be', async () => {
    await put('essays', row, { ...row, id: 'e2', title: 7 }, { id: 'e3', tags: 7, hits: 'a' });
    expect([expectValue(await getEssay(collection, id)), expectValue(await getEssay(collection, 'none'))]).toEqual([
      row,
      null,
    ]);
    expect(expectValue(await getEssay(collection, 'e2'))?.title).toBe('7');
    const checked = async (key: string) => expectValue(await getCheckedEssay(collection, key))?.is ?? null;
    expect([await checked(id), await checked('e2'), await checked('none')]).toEqual(['whole', 'mended', null]);
  });

  it('are found by any form of their address, the trash apart', async () => {
    await put('essays', row, { ...row, id: await essayId('http://dx.example/2.htm'), trashedAt: '2026-03-01' });
    const found = await findByUrls(collection, [
      'http://dx.example/2.htm',
      url,
      'https://web.archive.org/web/2007/http://dx.example/1.htm',
      'http://dx.example/3.htm',
    ]);
    expect(expectValue(found).map((one) => one?.id ?? null)).toEqual([null, id, id, null]);
  });

  it('have bodies, of which is told whether they are as they were stored', async () => {
    await put('bodies', body, { ...body, captureId: 'c2', text: '堤' }, { ...wholeRows.bodies, captureId: 'c3' });
    await put('bodies', { ...body, captureId: 'c4', authors: 7 });
    const checked = async (key: string) => {
      const one = expectValue(await getCheckedBody(collection, key));
      return one === null ? 'none' : `${one.is} ${one.changed}`;
    };
    expect([
      await checked('c1'),
      await checked('c2'),
      await checked('c3'),
      await checked('c4'),
      await checked('c5'),
    ]).toEqual(['whole false', 'whole true', 'whole false', 'mended false', 'none']);
    expect([expectValue(await getBody(collection, 'c1')), expectValue(await getBody(collection, 'c5'))]).toEqual([
      body,
      null,
    ]);
  });

  it('have captures, the newest first', async () => {
    const at = (key: string, takenAt: string, essay = 'e1') => ({ ...capture, id: key, takenAt, essayId: essay });
    await put(
      'captures',
      at('c1', '2026-03-01'),
      at('c2', '2026-03-03'),
      at('c3', '2026-03-02'),
      at('c4', '2026-03-04', 'e2'),
    );
    await put('captures', { ...at('c5', '2026-03-05'), rulesVersion: 'a' });
    const listed = expectValue(await listCaptures(collection, 'e1'));
    expect(listed.map((one) => one.id)).toEqual(['c5', 'c2', 'c3', 'c1']);
    expect([
      expectValue(await getCapture(collection, 'c3'))?.id,
      expectValue(await getCapture(collection, 'x')),
    ]).toEqual(['c3', null]);
  });

  it('have versions with their texts, of which an older one can be shown', async () => {
    const at = (key: string, takenAt: string) => ({ ...capture, id: key, takenAt, essayId: id });
    const text = (key: string, title: string) => ({ ...body, captureId: key, essayId: id, title });
    await put('essays', { ...row, captureId: 'c2', doc: 0, edited: {} });
    await put('captures', at('c1', '2026-03-01'), at('c2', '2026-03-03'), at('c3', '2026-03-02'));
    await put('bodies', text('c1', '甲'), text('c2', '乙'), { ...text('c9', '丙'), essayId: 'other' });
    const shown = async () =>
      expectValue(await listVersions(collection, id))
        .map((one) => `${one.title}${one.current ? '!' : ''}`)
        .join();
    expect(await shown()).toBe('乙!,甲');
    const counts: number[] = [];
    for (const key of ['c2', 'c9', 'none', 'c1'])
      counts.push(expectValue(await makeCurrent(collection, id, key)).count);
    expect([counts, await shown(), (await collection.essays.get(id))?.title]).toEqual([[0, 0, 0, 1], '乙,甲!', '甲']);
    expect((await collection.essays.get(id))?.note).toBe('记');
  });

  it('have original bytes, their own or those that they were cleaned from', async () => {
    await put(
      'captures',
      capture,
      { ...capture, id: 'c2', cleanedFrom: 'c1' },
      { ...capture, id: 'c3', cleanedFrom: 'c9' },
    );
    await put('captures', { ...capture, id: 'c4', cleanedFrom: 'c1', essayId: 'e2' }, { ...capture, id: 'c5' });
    await put('originals', original);
    const of = async (key: string) => expectValue(await getOriginalRow(collection, key))?.captureId ?? null;
    expect([await of('c1'), await of('c2'), await of('c3'), await of('c4'), await of('c5'), await of('none')]).toEqual([
      'c1',
      'c1',
      null,
      null,
      null,
      null,
    ]);
  });

  it('have bytes that are those of their digest, or are told to be damaged', async () => {
    await put('captures', capture, { ...capture, id: 'c2', sha256: 'b'.repeat(64) }, { ...capture, id: 'c3' });
    await put(
      'originals',
      original,
      { ...original, captureId: 'c2' },
      { ...original, captureId: 'c3', gzip: new Uint8Array([1]) },
    );
    await put('originals', { ...original, captureId: 'c4' });
    const bytes = async (key: string) => {
      const found = await getOriginal(collection, key);
      return found.ok ? found.value && new TextDecoder().decode(found.value) : found.problem.code;
    };
    expect([await bytes('c1'), await bytes('c2'), await bytes('c3'), await bytes('c4'), await bytes('none')]).toEqual([
      '塘',
      'damaged',
      'damaged',
      '塘',
      null,
    ]);
    expect(await getOriginal(collection, 'c2')).toMatchObject({ problem: { detail: 'b'.repeat(64) } });
  });

  it('are listed page by page, and the unreadable counted', async () => {
    const kept = (n: number, facts: object = {}) => ({
      ...row,
      id: `e${n}`,
      keptAt: `2026-03-0${n}`,
      trashedAt: '',
      ...facts,
    });
    await put('essays', kept(1), kept(2), kept(3, { authors: { length: 1 }, tags: 7 }), kept(4), kept(5));
    await put('essays', kept(6, { originalUrl: 7, id: 'x'.repeat(2001) }), kept(7, { trashedAt: '2026-03-08' }));
    await put('essays', kept(8, { trashedAt: '2026-03-09' }));
    const pages = async (list: typeof listEssays, limit: number) => {
      const told: string[] = [];
      for (let before: PageKey | null = null; ; ) {
        const part: ListPart = expectValue(await list(collection, { limit, before }));
        told.push(`${part.rows.map((one) => one.id).join()}${part.unreadable > 0 ? ` +${part.unreadable}` : ''}`);
        before = part.next;
        if (before === null) return told;
      }
    };
    expect([await pages(listEssays, 2), await pages(listEssays, 5), await pages(listEssays, 9)]).toEqual([
      ['e5,e4 +1', 'e3,e2', 'e1'],
      ['e5,e4,e3,e2,e1 +1'],
      ['e5,e4,e3,e2,e1 +1'],
    ]);
    expect([await pages(listTrash, 1), await pages(listTrash, 2)]).toEqual([['e8', 'e7'], ['e8,e7']]);
    expect(expectValue(await countEssays(collection))).toBe(0);
    await put('meta', { key: 'ledger-version', value: { version: 1, next: 0, chunks: [] } });
    expect(expectValue(await countEssays(collection))).toBe(6);
    await put('meta', { key: 'ledger-version', value: { version: 1, next: 0, chunks: [], kept: 3 } });
    expect(expectValue(await countEssays(collection))).toBe(3);
  });
});

describe('the record of the newest rows', () => {
  const one = (n: number, facts: Partial<EssayRow> = {}): EssayRow => ({
    ...row,
    id: `e${String(n).padStart(2, '0')}`,
    keptAt: `2026-03-${String(n).padStart(2, '0')}`,
    trashedAt: '',
    ...facts,
  });
  const some = (from: number, count: number) => Array.from({ length: count }, (_, at) => one(from - at));
  const after = (recorded: unknown, changes: readonly (readonly [EssayRow | undefined, EssayRow | undefined])[]) => {
    const next = newestAfter(
      recorded === undefined ? undefined : { key: 'newest-rows', value: recorded },
      changes.map(([was, is]) => ({ before: was, after: is })),
      changes.flatMap(([, is]) => is ?? []),
    );
    return next === null || next === 'lost'
      ? next
      : (next.value as EssayRow[]).map((each) => Number(each.id.slice(1))).join();
  };
  const full = some(20, NEWEST);

  it.each<[string, unknown, readonly (readonly [EssayRow | undefined, EssayRow | undefined])[], string | null]>([
    ['has what is kept, the newest first', [one(3), one(1)], [[undefined, one(2)]], '3,2,1'],
    ['has what is kept at once by its id', [one(3)], [[undefined, one(4, { keptAt: '2026-03-03' })]], '4,3'],
    ['has what is changed', [one(3), one(1)], [[one(1), one(1, { title: '新' })]], '3,1'],
    ['has nothing of the trash', [one(3), one(1)], [[one(3), one(3, { trashedAt: '2026-04-01' })]], '1'],
    ['has nothing that is deleted', [one(3), one(1)], [[one(1), undefined]], '3'],
    ['stays where nothing of it is touched', [one(3)], [[one(9, { trashedAt: 'x' }), undefined]], null],
    ['is lost where there is none', undefined, [[undefined, one(2)]], 'lost'],
    ['is lost where it is damaged', [{ ...one(3), title: 7 }], [[undefined, one(2)]], 'lost'],
    [
      'that is full lets the oldest go',
      full,
      [[undefined, one(21)]],
      [21, ...Array.from({ length: 15 }, (_, at) => 20 - at)].join(),
    ],
    ['that is full stays where an older one comes', full, [[undefined, one(4)]], null],
    ['that is full is lost where one goes', full, [[one(20), undefined]], 'lost'],
    [
      'that is full has its own last one changed',
      full,
      [[one(5), one(5, { title: '新' })]],
      Array.from({ length: 16 }, (_, at) => 20 - at).join(),
    ],
    [
      'that is nearly full has an older one',
      full.slice(1),
      [[undefined, one(4)]],
      [...Array.from({ length: 15 }, (_, at) => 19 - at), 4].join(),
    ],
  ])('%s', (_, recorded, changes, expected) => {
    expect(after(recorded, changes)).toBe(expected);
  });

  it('holds no changes of texts', () => {
    const textEdits = [{ id: 'x' }] as unknown as NonNullable<EssayRow['textEdits']>;
    const next = newestAfter(
      { key: 'newest-rows', value: [] },
      [{ before: undefined, after: row }],
      [{ ...row, trashedAt: '', textEdits }],
    );
    expect(next).toEqual({ key: 'newest-rows', value: [{ ...row, trashedAt: '' }] });
  });
});
