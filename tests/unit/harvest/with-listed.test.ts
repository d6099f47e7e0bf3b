import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { listedOf, withListed } from '../../../lib/harvest/lists/with-listed.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const whole: Essay = numberedKeeping(1).essay;
const without = (fields: Partial<Essay>): Essay => ({ ...whole, ...fields });
const listed = { title: '论农村税费改革之后的乡村治理', date: '2005-07-14', column: '党建研究' } as const;

describe('what lists tell of an essay', () => {
  it('stands where its own page tells nothing, and says that it is from a list', () => {
    const bare = without({ title: '', publishedOn: null, column: [] });
    const filled = withListed(bare, listed);
    expect(filled).toMatchObject({ title: listed.title, publishedOn: listed.date, column: [listed.column] });
    const { title, publishedOn, column } = filled.provenance.fields;
    expect([title, publishedOn, column].map((field) => field?.place)).toEqual(['list', 'list', 'list']);
    expect(listedOf(filled.provenance)).toEqual(listed);
    expect(withListed(bare, listedOf(filled.provenance))).toEqual(filled);
  });

  it('never takes the place of what the page says', () => {
    const dated = without({ publishedOn: '2004-01-01', column: ['文史天地'] });
    expect(withListed(dated, listed)).toEqual(dated);
    expect(withListed(without({ publishedOn: null, column: [] }), { title: '', date: null })).toEqual(
      without({ publishedOn: null, column: [] }),
    );
    expect(listedOf(dated.provenance)).toEqual({ title: '', date: null, column: '' });
  });

  it('has the rest of a title that the page cut short', () => {
    const value = '论农村税费改革之后的…';
    const fields = { title: { value, raw: value, place: 'title-element', qualifier: 'truncated' } } as const;
    const cut = without({ title: value, provenance: { ...whole.provenance, fields } });
    expect(withListed(cut, listed).title).toBe(listed.title);
    expect(withListed(cut, { ...listed, title: '论别的事' }).title).toBe(value);
    expect(withListed(cut, { ...listed, title: '论农村税费改革之后的乡…' }).title).toBe(value);
  });
});
