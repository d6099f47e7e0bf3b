import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keysOfMark } from '../../../lib/collection/copy/keys-of-mark.ts';
import { marksOf } from '../../../lib/collection/copy/mark-changes.ts';
import { keepSoon } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const named = (marks: readonly unknown[]): readonly string[] =>
  marks.flatMap(keysOfMark).map(({ table, key }) => `${table} ${String(key)}`);

it('a keep has one mark, which names all its rows', async () => {
  const collection = emptyCollection();
  const { id, captureId } = expectValue(await keepSoon(collection, { ...numberedKeeping(1), wantsImages: true }));
  const marks = await collection.uncopied.toArray();
  expect(marks).toHaveLength(1);
  expect(named(marks).toSorted()).toEqual([
    `bodies ${captureId}`,
    `captures ${captureId}`,
    `essays ${id}`,
    `originals ${captureId}`,
  ]);
});

it('what is written after an answer has a mark of its own, behind the first, and what is given up has none', async () => {
  const collection = emptyCollection();
  const { tags, searches, uncopied } = collection;
  const tag = (id: string) => ({ id, name: id, folded: id });
  await collection.transaction('rw', [tags, searches], async () => {
    await Promise.all([tags.put(tag('b')), searches.put({ id: 'q', name: '', query: '', madeAt: '' })]);
    await tags.put(tag('a'));
  });
  await collection
    .transaction('rw', [tags], async () => {
      await tags.put(tag('c'));
      throw new Error('given up');
    })
    .catch(() => undefined);
  expect((await uncopied.toArray()).map((mark) => named([mark]))).toEqual([['tags b', 'searches q'], ['tags a']]);
});

it('a mark names fifty rows at most', () => {
  const keys = Array.from({ length: 70 }, (_, at) => `k${at}`);
  const marks = marksOf([
    { table: 'tags', keys: keys.slice(0, 30) },
    { table: 'sent', keys: [] },
    { table: 'essays', keys },
    { table: 'shelves', keys: ['s'] },
  ]);
  expect(marks.map((mark) => keysOfMark(mark).length)).toEqual([50, 50, 1]);
  expect(named(marks)).toEqual([
    ...keys.slice(0, 30).map((key) => `tags ${key}`),
    ...keys.map((key) => `essays ${key}`),
    'shelves s',
  ]);
  expect(marksOf([])).toEqual([]);
  expect(marksOf([{ table: 'tags', keys: [] }])).toEqual([]);
});

it.each([
  [{ n: 1, table: 'essays', keys: ['a', null, 'b'] }, ['essays a', 'essays b']],
  [{ n: 1, table: 'ledger', keys: [1], beside: [{ table: 'tags', keys: ['t'] }] }, ['tags t']],
  [{ table: 'tags', keys: ['t'], beside: 'broken' }, ['tags t']],
  [
    { table: 'tags', keys: ['t'], beside: [null, 5, { keys: ['x'] }, { table: 'sent', keys: ['s'] }] },
    ['tags t', 'sent s'],
  ],
  [null, []],
  ['mark', []],
] as const)('of the mark %j what can be told is named', (mark, names) => {
  expect(named([mark])).toEqual(names);
});
