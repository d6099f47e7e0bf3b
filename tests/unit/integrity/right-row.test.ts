import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { EssayParts } from '../../../lib/collection/integrity/essay-parts.ts';
import { findingId, noteFindings } from '../../../lib/collection/integrity/findings.ts';
import { mendEssay, mendedInPassing } from '../../../lib/collection/integrity/judge-essay.ts';
import { originalsElsewhere } from '../../../lib/collection/integrity/originals-elsewhere.ts';
import { rightRow } from '../../../lib/collection/integrity/right-row.ts';
import { type BodyRow, type CaptureRow, type EssayRow, NO_DOC } from '../../../lib/collection/rows.ts';
import { STATE } from '../../../lib/collection/sync/sync-rows.ts';
import { stampedId } from '../../../lib/sync/model/stamped-row.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayParts } from '../../support/damage/parts-of-essay.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const id = '0123456789abcdef01234567';
const capture = (key: string, takenAt: string) =>
  ({ ...wholeRows.captures, id: key, essayId: id, takenAt }) as unknown as CaptureRow;
const body = (captureId: string, title = '论塘'): BodyRow =>
  ({ ...wholeRows.bodies, captureId, essayId: id, title }) as unknown as BodyRow;
/** The row that the body of c1 makes. */
const right: EssayRow = {
  ...(wholeRows.essays as unknown as EssayRow),
  id,
  length: 1,
  tags: ['t1'],
  shelves: ['s1'],
  note: '记',
  edited: {},
  doc: 4,
};

describe('the row of an essay as its versions tell it', () => {
  const [old, late] = [capture('c1', '2026-03-01'), capture('c2', '2026-03-02')];
  const shown = (row: EssayRow | null): string =>
    row === null ? 'none' : `${row.captureId} ${row.title} ${row.keptAt}`;
  const named = (captureId: string, facts: Partial<EssayRow> = {}): EssayRow => ({ ...right, captureId, ...facts });

  it.each<[string, EssayRow | undefined, readonly CaptureRow[], readonly BodyRow[], string]>([
    [
      'has the fields of the version that it names',
      named('c1'),
      [old, late],
      [body('c2', '乙'), body('c1', '甲')],
      'c1 甲',
    ],
    ['of which the text is lost: stays', named('c1'), [old, late], [body('c2', '乙')], 'c1 论塘'],
    ['of which all is lost: the newest', named('c9'), [late, old], [body('c1', '甲'), body('c2', '乙')], 'c2 乙'],
    ['the newest that has a text', named('c9'), [old, late], [body('c1', '甲')], 'c1 甲'],
    ['any text, where no record is left', named('c9'), [], [body('c1', '甲'), body('c2', '乙')], 'c1 甲'],
    ['nothing is left: stays', named('c9'), [], [], 'c9 论塘'],
  ])('%s', (_, before, captures, bodies, expected) => {
    expect(shown(rightRow(before, { captures, bodies }))).toBe(`${expected} ${right.keptAt}`);
  });

  it('is made anew where it is lost, kept when it was taken first', () => {
    const bodies = [body('c1', '甲')];
    const kept = (...captures: readonly CaptureRow[]) => shown(rightRow(undefined, { captures, bodies }));
    expect([kept(late, old), kept(old, late)]).toEqual(['c1 甲 2026-03-01', 'c1 甲 2026-03-01']);
    expect(kept(capture('c0', ''), late)).toBe('c1 甲 2026-03-02');
    expect(kept()).toBe('c1 甲 ');
    expect(shown(rightRow(undefined, { captures: [old], bodies: [] }))).toBe('none');
    const made = rightRow(undefined, { captures: [old], bodies });
    expect(made).toMatchObject({
      doc: NO_DOC,
      trashedAt: '',
      tags: [],
      shelves: [],
      note: '',
      edited: {},
      cluster: '',
    });
  });

  it('keeps what the reader made of it, and its time unless that is lost', () => {
    const before = named('c1', { trashedAt: '2026-03-03', edited: { title: '论堤' }, title: '论堤', hits: 9 });
    expect(rightRow(before, { captures: [old], bodies: [body('c1', '甲')] })).toEqual({ ...before, hits: 3 });
    const lost = { ...before, keptAt: '' };
    expect(rightRow(lost, { captures: [old], bodies: [body('c1')] })?.keptAt).toBe('2026-03-01');
    expect(rightRow(lost, { captures: [old], bodies: [] })?.keptAt).toBe('2026-03-01');
  });

  it('is not held against a body that is no measure', () => {
    const measure = { captures: [old], bodies: [body('c1', '甲')] };
    expect(rightRow(named('c1'), measure, () => false)).toEqual(named('c1'));
    expect(shown(rightRow(undefined, measure, () => false))).toBe('c1 甲 2026-03-01');
  });
});

describe('an essay is mended', () => {
  let collection: Collection;
  beforeEach(() => {
    collection = emptyCollection();
  });
  const parts = (row: unknown, facts: Partial<EssayParts> = {}): EssayParts =>
    essayParts([{ capture: capture('c1', '2026-03-01'), body: body('c1') }], { id, row, ...facts });
  const trusted = new Set(['c1']);
  const stored = async (row: unknown): Promise<unknown> => {
    await collection.table('essays').put(row);
    return row;
  };
  const finding = async () => collection.quarantine.get(findingId('essays', id));
  const mend = (given: EssayParts, wasMended = false, by: ReadonlySet<string> = trusted) =>
    mendEssay(collection, given, by, wasMended);

  it('not, where it is right', async () => {
    expect(await mend(parts(await stored(right)))).toBe(false);
    expect([await finding(), await collection.essays.get(id)]).toEqual([undefined, right]);
    // What others work out is theirs.
    expect(await mend(parts(await stored({ ...right, doc: 9, lacks: ['missing-pages'] })))).toBe(false);
  });

  it.each<[string, object, Partial<EssayRow>, readonly string[], boolean]>([
    ['a field', { hits: 9 }, { hits: 3 }, ['hits'], true],
    ['a damaged field', { unit: 7 }, { unit: null }, ['unit'], true],
    ['two fields', { hits: 9, editor: '张' }, { hits: 3, editor: null }, ['hits', 'editor'], true],
    ['the reader’s note, which nobody has', { note: {} }, { note: '' }, ['note'], false],
    ['tags, which nobody has', { tags: ['t1', 7] }, { tags: ['t1'] }, ['tags'], false],
    ['the trash', { trashedAt: 7 }, { trashedAt: '' }, ['trashedAt'], false],
    ['what it has besides and damaged', { doubts: 'a' }, {}, ['doubts'], true],
  ])('by its text: %s', async (_, damage, after, lost, settled) => {
    expect(await mend(parts(await stored({ ...right, ...damage })))).toBe(true);
    const { doc: _doc, ...now } = (await collection.essays.get(id)) ?? {};
    const { doc: _number, ...wanted } = { ...right, ...after };
    expect(now).toEqual(wanted);
    expect(await finding()).toMatchObject({ reason: 'mended', parts: lost, settled, title: '论塘', essayId: id });
  });

  it('by a text that is as it was stored alone, or that is not its own', async () => {
    const wrong = await stored({ ...right, hits: 9 });
    expect(await mend(parts(wrong), false, new Set())).toBe(false);
    const other = await stored({ ...right, captureId: 'c9', hits: 9 });
    expect(await mend(parts(other), false, new Set())).toBe(true);
    expect(await collection.essays.get(id)).toMatchObject({ captureId: 'c1', hits: 3 });
  });

  it('by no text of another essay', async () => {
    const wrong = await stored({ ...right, hits: 9 });
    expect(await mend(parts(wrong, { bodies: [{ ...body('c1'), essayId: 'other' }] }))).toBe(false);
  });

  it('where its row is lost, of which the reader’s own part is told', async () => {
    expect(await mend(parts(undefined))).toBe(true);
    expect(await collection.essays.get(id)).toMatchObject({ title: '论塘', keptAt: '2026-03-01', note: '' });
    expect(await finding()).toMatchObject({
      reason: 'rebuilt',
      parts: ['tags', 'shelves', 'note', 'edited', 'textEdits', 'trashedAt'],
      settled: false,
      row: null,
    });
    expect(await mend(parts(undefined, { id: 'f'.repeat(24), captures: [], bodies: [] }))).toBe(false);
  });

  it('not, where it was deleted or kept since it was looked at, or nothing can be read', async () => {
    expect(await mend(parts({ ...right, hits: 9 }))).toBe(false);
    expect(await collection.essays.count()).toBe(0);
    await stored(right);
    expect(await mend(parts(undefined))).toBe(false);
    const unreadable = await stored({ id, title: '论塘', textEdits: 7, tags: ['t'] });
    const after = await mend(parts(unreadable));
    expect([after, (await collection.essays.get(id))?.captureId]).toEqual([true, 'c1']);
  });

  it('in passing, which is settled once it is right', async () => {
    const told = { table: 'essays', key: id, reason: 'mended', row: right } as const;
    await noteFindings(collection, [{ ...told, parts: ['hits'] }]);
    expect([...(await mendedInPassing(collection, ['none', id]))]).toEqual([id]);
    expect(await mend(parts(await stored(right)))).toBe(false);
    expect((await finding())?.settled).toBe(false);
    expect(await mend(parts(right), true)).toBe(false);
    expect((await finding())?.settled).toBe(true);
    expect([...(await mendedInPassing(collection, [id]))]).toEqual([]);
  });

  it('of which the reader’s own is told until the reader says so', async () => {
    const told = { table: 'essays', key: id, reason: 'mended', row: right, parts: ['hits', 'note'] } as const;
    await noteFindings(collection, [told]);
    expect([...(await mendedInPassing(collection, [id]))]).toEqual([]);
    await mend(parts(await stored(right)), true);
    expect((await finding())?.settled).toBe(false);
  });
});

describe('original bytes are in another place', () => {
  const state = (wanted: unknown, device = 'b') => ({ key: STATE, value: { wanted, device } });
  const taken = (key: unknown, takenFrom?: object) => ({ id: key, ...(takenFrom && { takenFrom }) });
  const kept = (stamp: object) => ({ id: stampedId('essays', 'e1'), fields: { captureId: stamp } });

  it.each<[string, object | undefined, object | undefined, string]>([
    ['taken from a colleague', undefined, undefined, 'c2'],
    ['of all that is synced', state(['originals']), kept({ h: '000000000-0000-a' }), 'c2'],
    ['of texts alone, kept here', state(['bodies']), kept({ h: '000000000-0000-b' }), 'c2'],
    ['of texts alone, kept elsewhere', state(['bodies']), kept({ h: '000000000-0000-a' }), 'c1,c2'],
    ['of texts alone, kept by nobody knows whom', state(['bodies']), undefined, 'c2'],
    ['of texts alone, with a strange stamp', state(['bodies']), kept({}), 'c2'],
    ['of a damaged state', state('bodies'), kept({ h: '000000000-0000-a' }), 'c2'],
  ])('of versions %s', async (_, synced, stamp, expected) => {
    const collection = emptyCollection();
    if (synced !== undefined) await collection.table('sync').put(synced);
    if (stamp !== undefined) await collection.table('stamps').put(stamp);
    const found = await collection.transaction('r', [collection.sync, collection.stamps], async () => {
      const find = await originalsElsewhere(collection);
      return find('e1', [taken('c1'), taken('c2', { name: '王芳' }), taken(7, { name: '王芳' }), undefined]);
    });
    expect([...found].join()).toBe(expected);
  });
});
