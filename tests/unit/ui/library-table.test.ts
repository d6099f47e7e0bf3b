import { describe, expect, it } from 'vitest';
import { columnName, columnsOf, directionOf, tracksOf } from '../../../entrypoints/library/list/shape/table-columns.ts';
import { sorts } from '../../../lib/search/contract.ts';
import { tableColumns } from '../../../lib/settings/list-looks.ts';

const all = columnsOf(tableColumns);
const named = (name: string) => all.find((column) => column.name === name) ?? expect.unreachable(name);

describe('the columns of a table', () => {
  it('begin with the title and stand in one order, in whichever they were chosen', () => {
    expect(columnsOf(['tags', 'authors']).map(({ name }) => name)).toEqual(['title', 'authors', 'tags']);
    expect(columnsOf([]).map(({ name }) => name)).toEqual(['title']);
    expect(all).toHaveLength(tableColumns.length + 1);
  });

  it('have each a name and a way to be sorted but for tags, of which an essay has many', () => {
    expect(all.filter(({ sort }) => sort === null).map(({ name }) => name)).toEqual(['tags']);
    expect(all.every(({ sort }) => sort === null || sorts.includes(sort))).toBe(true);
    expect(new Set(all.map(({ name }) => columnName(name, 'kept'))).size).toBe(all.length);
    expect(columnName('kept', 'trash')).not.toBe(columnName('kept', 'kept'));
  });

  it('that are there at first fit beside the filters in a window of 1280 pixels', () => {
    // The window less its margins, the filters and the gap beside them.
    const room = 1280 - 15 - 2 * 20 - 14 * 16 - 24;
    const least = tracksOf(columnsOf(['authors', 'publishedOn', 'institution', 'length'])).least;
    expect(Number.parseFloat(least) * 16).toBeLessThanOrEqual(room);
  });

  it('say which way they are sorted: dates and lengths from the greatest, names from the first', () => {
    const by = (sort: (typeof sorts)[number], reversed: boolean) => ({ sort, reversed });
    expect(directionOf(named('publishedOn'), by('published', false))).toBe('descending');
    expect(directionOf(named('publishedOn'), by('published', true))).toBe('ascending');
    expect(directionOf(named('authors'), by('author', false))).toBe('ascending');
    expect(directionOf(named('authors'), by('author', true))).toBe('descending');
    expect(directionOf(named('authors'), by('published', true))).toBe('none');
    expect(directionOf(named('tags'), by('kept', false))).toBe('none');
  });
});
