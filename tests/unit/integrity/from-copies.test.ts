import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { FindCopies } from '../../../lib/collection/copy/find-copies.ts';
import { applyChanges, type Change } from '../../../lib/collection/integrity/change.ts';
import { findingId } from '../../../lib/collection/integrity/findings.ts';
import { changesOf, fromCopies } from '../../../lib/collection/integrity/from-copies.ts';
import { judgeRows } from '../../../lib/collection/integrity/judge-rows.ts';
import { findingOf, rowsToWrite, takeOutStrange } from '../../../lib/collection/integrity/put-aside.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayParts, wholeVersion } from '../../support/damage/parts-of-essay.ts';
import { wholeRows } from '../../support/whole-rows.ts';

const version = await wholeVersion();
const tag = wholeRows.tags;

/** The change of a damaged row of a table. */
const damagedTag = (judgeRows('tags', [{ ...tag, name: 7 }])[0] ?? null) as Change;
const image = { ...wholeRows.images, digest: 'a'.repeat(64) };
const finding = (table: string, key: string) => ({ table, key, reason: 'changed' }) as const;
const change = (table: Change['table'], key: Change['key'], told = true): Change => ({
  table,
  key,
  before: { is: 'before' },
  after: { is: 'mended' },
  finding: told ? finding(table, String(key)) : null,
});
/** Copies by table and key; asks are written down. */
function copiesOf(rows: Readonly<Record<string, object>>, asked: string[] = []): FindCopies {
  return async (table, keys) => {
    asked.push(`${table} ${JSON.stringify(keys)}`);
    const found = keys.map((key) => [JSON.stringify(key), rows[`${table} ${String(key)}`]] as const);
    return new Map(found.filter(([, row]) => row !== undefined)) as never;
  };
}

describe('what is damaged and stands in the second copy', () => {
  it('comes from there, which settles it', async () => {
    const copied = await fromCopies([damagedTag], copiesOf({ 'tags t1': tag }));
    const settled = { ...damagedTag.finding, reason: 'rebuilt', settled: true };
    expect(copied).toEqual([{ ...damagedTag, after: tag, finding: settled }]);
  });

  it.each<[string, Change['table'], Change['key'], object, boolean]>([
    ['a tag', 'tags', 't1', tag, true],
    ['a damaged tag', 'tags', 't1', { id: 't1' }, false],
    ['a text with its digest', 'bodies', 'c1', version.body, true],
    ['a text without one', 'bodies', 'c1', wholeRows.bodies, true],
    ['a text with another’s', 'bodies', 'c1', { ...version.body, text: '堤' }, false],
    ['a damaged text', 'bodies', 'c1', { ...version.body, text: 7 }, false],
    ['an image without a digest', 'images', ['e1', 'a'], wholeRows.images, true],
    ['an image with another’s', 'images', ['e1', 'a'], image, false],
    ['a damaged image', 'images', ['e1', 'a'], { ...wholeRows.images, type: 7 }, false],
  ])('%s: %s %j', async (_, table, key, copy, isGood) => {
    const given = change(table, key);
    const [made] = await fromCopies([given], copiesOf({ [`${table} ${String(key)}`]: copy }));
    if (isGood) expect(made).toMatchObject({ before: given.before, after: copy, finding: { reason: 'rebuilt' } });
    else expect(made).toBe(given);
  });

  it('is asked for by table, and what nobody hears of or no copy holds is not', async () => {
    const asked: string[] = [];
    const changes = [
      change('tags', 't1'),
      change('images', ['e1', 'a']),
      change('tags', 't2'),
      change('tags', 't3', false),
      change('fingerprints', 'e1'),
    ];
    const copies = copiesOf({ 'tags t1': tag, 'tags t3': tag, 'fingerprints e1': wholeRows.fingerprints }, asked);
    const made = await fromCopies(changes, copies);
    expect(asked).toEqual(['tags ["t1","t2"]', 'images [["e1","a"]]']);
    expect(made.map(({ after }) => after === tag)).toEqual([true, false, false, false, false]);
    expect(made.slice(1)).toEqual(changes.slice(1));
  });

  it('stays as it is where there is no copy, or it cannot be read', async () => {
    const changes = [change('tags', 't1'), change('fingerprints', 'e1')];
    const asked: string[] = [];
    expect(await fromCopies(changes, undefined)).toBe(changes);
    const others = changes.slice(1);
    expect(await fromCopies(others, copiesOf({}, asked))).toBe(others);
    expect(asked).toEqual([]);
    expect(await fromCopies(changes, () => Promise.reject(new Error('no disk')))).toEqual(changes);
  });

  it('is asked for what is missing or changed, of checked tables alone', () => {
    const there = { is: 'there' };
    const found = [finding('bodies', 'c1'), finding('originals', 'c1'), finding('stamps', 's1'), finding('index', '')];
    expect(changesOf(found, ({ table }) => (table === 'bodies' ? there : undefined))).toEqual([
      { table: 'bodies', key: 'c1', before: there, after: there, finding: found[0] },
      { table: 'originals', key: 'c1', before: undefined, after: null, finding: found[1] },
    ]);
  });
});

describe('changes are made', () => {
  const tagIn = (collection: Collection) => collection.tags.get('t1');
  const of = (before: unknown, after: object | null, told = true): Change => ({
    table: 'tags',
    key: 't1',
    before,
    after,
    finding: told ? finding('tags', 't1') : null,
  });

  it.each<[string, object | undefined, Change, unknown, number]>([
    ['as long as the row is the same', tag, of(tag, { ...tag, name: '堤' }), { ...tag, name: '堤' }, 1],
    ['unless it is another by now', tag, of({ ...tag, name: '旧' }, { ...tag, name: '堤' }), tag, 0],
    ['where there was none', undefined, of(undefined, tag), tag, 1],
    ['unless there is one by now', tag, of(undefined, { ...tag, name: '堤' }), tag, 0],
    ['to nothing', tag, of(tag, null), undefined, 1],
    ['to nothing, of nothing', undefined, of(undefined, null), undefined, 1],
    [
      'and are silent where nobody needs to hear',
      tag,
      of(tag, { ...tag, name: '堤' }, false),
      { ...tag, name: '堤' },
      1,
    ],
  ])('%s', async (_, there, given, after, made) => {
    const collection = emptyCollection();
    if (there !== undefined) await collection.table('tags').put(there);
    expect(await applyChanges(collection, [given])).toBe(made);
    expect(await tagIn(collection)).toEqual(after);
    const isTold = made > 0 && given.finding !== null;
    expect(await collection.quarantine.count()).toBe(isTold ? 1 : 0);
  });

  it('in several tables, and each by itself', async () => {
    const collection = emptyCollection();
    await collection.table('tags').put(tag);
    const shelf = { table: 'shelves', key: 's1', before: undefined, after: wholeRows.shelves } as const;
    const all = [of({ is: 'another' }, null), { ...shelf, finding: null }, of(tag, tag)];
    expect(await applyChanges(collection, all)).toBe(2);
    expect([await tagIn(collection), await collection.shelves.get('s1')]).toEqual([tag, wholeRows.shelves]);
    expect(await applyChanges(collection, [])).toBe(0);
  });
});

describe('a damaged row of an essay', () => {
  const essay = wholeRows.essays;

  it('is told as what can be read of it', () => {
    const told = { key: 'k', parts: ['title'], reason: 'mended' };
    const title = { title: '论塘' };
    expect(findingOf('essays', 'k', title, ['title'], 'mended')).toEqual({
      table: 'essays',
      ...told,
      essayId: 'k',
      ...title,
      row: title,
    });
    const mark = { essayId: 'e1', title: 7 };
    expect(findingOf('highlights', 'k', mark, ['title'], 'mended')).toMatchObject({
      essayId: 'e1',
      title: '',
      row: mark,
    });
    for (const raw of [null, 7, { essayId: 7 }])
      expect(findingOf('highlights', 'k', raw, [], 'unreadable')).toMatchObject({ essayId: '', title: '', row: raw });
  });

  it('is put aside before it is written, and read as far as it can be', async () => {
    const collection = emptyCollection();
    await collection.table('essays').bulkPut([essay, { ...essay, id: 'e2', title: 7 }]);
    expect(await rowsToWrite(collection, ['e1', 'e2', 'none'])).toEqual([
      essay,
      { ...essay, id: 'e2', title: '7' },
      undefined,
    ]);
    const [found] = await collection.quarantine.toArray();
    expect(found).toMatchObject({ id: findingId('essays', 'e2'), reason: 'mended', parts: ['title'], settled: false });
    expect(found?.row).toEqual({ ...essay, id: 'e2', title: 7 });
    expect([await rowsToWrite(collection, []), await collection.quarantine.count()]).toEqual([[], 1]);
  });

  it.each<[string, ReturnType<typeof essayParts> | undefined, boolean]>([
    ['alone', undefined, false],
    ['of which nothing is', essayParts([], { sent: [1], fingerprint: 1 }), false],
    ['of which a version is', essayParts([{ capture: 1 }]), true],
    ['of which a text is', essayParts([{ body: 1 }]), true],
    ['of which bytes are', essayParts([{ original: 1 }]), true],
    ['of which an image is', essayParts([], { images: [1] }), true],
    ['of which a mark is', essayParts([], { highlights: [1] }), true],
  ])('whose key no essay has is taken out, %s: %s', async (_, parts, stays) => {
    const collection = emptyCollection();
    const row = { ...essay, id: 7 };
    await collection.table('essays').put(row);
    await takeOutStrange(collection, 7, row, parts);
    expect(await collection.essays.count()).toBe(stays ? 1 : 0);
    expect(await collection.quarantine.toArray()).toMatchObject([
      { id: findingId('essays', '7'), reason: 'unreadable', parts: ['id'], row },
    ]);
  });
});
