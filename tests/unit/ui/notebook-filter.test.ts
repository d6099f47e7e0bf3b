import { expect, it } from 'vitest';
import { entryAddress, filterNotebook, wholeNotebook } from '../../../entrypoints/library/notebook/notebook-filter.ts';
import type { NotebookEntry } from '../../../lib/collection/actions/list-notebook.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';

const essay = (id: string, more: Partial<EssayRow>) =>
  ({ id, title: `题${id}`, authors: [], tags: [], shelves: [], keptAt: '2026-01-01', ...more }) as unknown as EssayRow;
const [a, b] = [essay('a', { tags: ['t'], title: '農村' }), essay('b', { shelves: ['s'] })];
const entry = (id: string, of: EssayRow, more: Partial<NotebookEntry>): NotebookEntry => ({
  id,
  essay: of,
  words: '',
  note: '',
  colour: 'yellow',
  at: 0,
  madeAt: '2026-02-01',
  ...more,
});
const all = [
  entry('1', a, { at: 50, words: '村民自治' }),
  entry('2', a, { at: 5, colour: 'blue', note: '反证' }),
  entry('3', b, { words: '黨校', madeAt: '2026-03-01' }),
  entry('b', b, { colour: null, note: '整篇', at: -1, madeAt: '' }),
];
const found = (more: Partial<typeof wholeNotebook>) =>
  filterNotebook(all, { ...wholeNotebook, ...more }).map(({ id }) => id);

it('stands essay by essay, the one marked last first, and in the order of the text', () => {
  expect(found({})).toEqual(['b', '3', '2', '1']);
});

it.each([
  [{ words: '党校' }, ['3']],
  [{ words: '农村 反证' }, ['2']],
  [{ colour: 'blue' }, ['2']],
  [{ colour: 'note' }, ['b']],
  [{ tag: 't' }, ['2', '1']],
  [{ shelf: 's', words: '整篇' }, ['b']],
  [{ essay: 'a', colour: 'yellow' }, ['1']],
  [{ words: '没有' }, []],
] as const)('%j lets through %j', (filter, ids) => expect(found(filter)).toEqual(ids));

it('opens a passage where it stands, and a note at its essay', () => {
  expect(all.map(entryAddress)).toEqual([
    '/reader.html?id=a&list=notebook#mark-1',
    '/reader.html?id=a&list=notebook#mark-2',
    '/reader.html?id=b&list=notebook#mark-3',
    '/reader.html?id=b&list=notebook',
  ]);
});
