import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import { listBy, loadForm, referenceList } from '../../../lib/export/cite/references.ts';
import { citeStyles, type PlainStyle } from '../../../lib/export/cite/styles.ts';
import { formats } from '../../../lib/export/formats.ts';
import { sampleRecord } from './sample-record.ts';

const record = (id: string, facts: Partial<Essay>) => ({ ...sampleRecord(facts), id });
const records = [
  record('1', { title: '丙', authors: ['周望川'], publishedOn: '2006-03-01' }),
  record('2', { title: '丁', authors: [], publishedOn: '2004' }),
  record('3', { title: '乙', authors: ['周望川'], publishedOn: '2005-09-01' }),
  record('4', { title: '甲', authors: ['周望川'], publishedOn: '2005-07-14' }),
  record('5', { title: '戊', authors: ['陈一'], publishedOn: null }),
  record('6', { title: '己', authors: ['陈一'], publishedOn: null }),
];
const list = (style: PlainStyle) => referenceList(records.map(cslItem), style);
const starts = (style: PlainStyle) => list(style).references.map(({ text }) => text.split('[EB')[0]);

describe('a list of references', () => {
  it('is numbered in the order given', () => {
    expect(starts('gbt7714')).toEqual([
      '[1] 周望川. 丙',
      '[2] 丁',
      '[3] 周望川. 乙',
      '[4] 周望川. 甲',
      '[5] 陈一. 戊',
      '[6] 陈一. 己',
    ]);
  });

  it('by author and date goes by the sound of the names, then by year, with letters where both are the same', () => {
    expect(starts('gbt7714-author-date')).toEqual([
      '陈一, [出版年不详]. 己',
      '陈一, [出版年不详]. 戊',
      '佚名, 2004. 丁',
      '周望川, 2005a. 甲',
      '周望川, 2005b. 乙',
      '周望川, 2006. 丙',
    ]);
  });

  it('goes on with aa after z', () => {
    const many = Array.from({ length: 54 }, (_, n) =>
      cslItem(record(String(n), { title: `第${n}篇`, authors: ['周望川'], publishedOn: '2005-07-14' })),
    );
    const years = referenceList(many, 'gbt7714-author-date').references.map(({ text }) => /2005(\w+)/.exec(text)?.[1]);
    expect(years.slice(0, 2)).toEqual(['a', 'b']);
    expect(years.slice(24, 28)).toEqual(['y', 'z', 'aa', 'ab']);
    expect(years.slice(50)).toEqual(['ay', 'az', 'ba', 'bb']);
  });

  it.each(citeStyles)('%s is the text of its file', async (style) => {
    const decoder = new TextDecoder();
    let text = '';
    const write = formats.find(({ id }) => id === style)?.write(records) ?? [];
    for await (const bytes of write) text += decoder.decode(bytes, { stream: true });
    expect(text).not.toBe('');
    expect(listBy(await loadForm(style), records.map(cslItem)).text).toBe(text);
  });

  it('of one has no number, as text and as rich text', () => {
    const { text, html } = referenceList([cslItem(sampleRecord())], 'gbt7714');
    expect(text).toMatch(/^周望川, 林砚秋\. /);
    expect(html).toMatch(/^<p>周望川, 林砚秋\. /);
  });

  it('as rich text is for styles that people read, numbered alike and escaped', () => {
    const item = cslItem(sampleRecord({ title: '甲<img src=x>' }));
    const { html } = referenceList([item, item], 'gbt7714');
    expect(html).toContain('<p>[2] 周望川');
    expect(html).toContain('甲&lt;img src=x&gt;');
    expect(list('bibtex').html).toBeNull();
  });
});
