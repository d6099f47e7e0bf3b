import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../lib/clean-again/cleaning-changes.ts';
import { essayFields, essayShape } from '../../../lib/collection/shapes.ts';
import type { EssayFields, FieldName } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { sampleEssay } from '../../support/keepings.ts';
import { parsePage } from '../../support/parse-page.ts';
import { writtenText } from '../export/reading.ts';
import { sampleRecord } from '../export/sample-record.ts';

/*
 * What a field needs, field by field. A new name in `EssayFields` does not compile here until it is decided how it is read,
 * and where each format puts it; CONTRIBUTING.md tells the rest of the way.
 */
type PerField<T> = { readonly [Name in FieldName]: T };

/** A value of each field that no other holds, and that no format has by chance. */
const values: { readonly [Name in FieldName]: NonNullable<EssayFields[Name]> } = {
  title: '塘水记事',
  authors: ['周望川甲'],
  publishedOn: '2003-04-05',
  unit: '水利教研室乙',
  source: '塘报丙',
  issue: { title: '塘报丁', year: 2002, issue: '第九号', date: null, page: '77' },
  column: ['栏目戊'],
  institution: '中共青山市委党校己',
  hits: 8_765,
  editor: '编者庚',
  keywords: ['水权辛'],
  abstract: '提要壬。',
};
/** The words by which a value is known in a file. */
const words: PerField<string> = {
  title: '塘水记事',
  authors: '周望川甲',
  publishedOn: '2003-04-05',
  unit: '水利教研室乙',
  source: '塘报丙',
  issue: '塘报丁',
  column: '栏目戊',
  institution: '中共青山市委党校己',
  hits: '8765',
  editor: '编者庚',
  keywords: '水权辛',
  abstract: '提要壬',
};

/** Formats that hold every field, and for each field those of the others that have a place for it. */
const complete = ['csv', 'jsonl'] as const;
const partial: PerField<readonly string[]> = {
  title: ['text', 'markdown', 'html', 'tei', 'csl', 'bibtex', 'ris', 'gbt7714'],
  authors: ['text', 'markdown', 'html', 'tei', 'csl', 'bibtex', 'ris', 'gbt7714'],
  publishedOn: ['text', 'markdown', 'html', 'tei'],
  unit: ['text', 'markdown', 'html', 'csl', 'bibtex', 'ris'],
  // A reprint's source is its issue's title in TEI and in references.
  source: ['text', 'markdown', 'html'],
  issue: ['text', 'markdown', 'html', 'tei', 'csl', 'bibtex', 'ris', 'gbt7714'],
  column: ['text', 'markdown', 'html'],
  institution: ['text', 'markdown', 'html', 'tei', 'csl', 'bibtex', 'ris'],
  // A counter's number at one moment is for the corpus formats.
  hits: [],
  editor: ['text', 'markdown', 'html'],
  keywords: ['text', 'markdown', 'html', 'tei', 'csl', 'bibtex', 'ris'],
  abstract: ['text', 'markdown', 'html', 'csl', 'bibtex', 'ris'],
};

/** Credits above the text from which each field is read, and what it reads. */
const credits: { readonly [Name in FieldName]: { readonly line: string; readonly value: EssayFields[Name] } } = {
  title: { line: '', value: '祠堂夜校的灯油' },
  authors: { line: '作者：周望川', value: ['周望川'] },
  publishedOn: { line: '发布日期：2005-07-14', value: '2005-07-14' },
  unit: { line: '提供单位：党史教研室', value: '党史教研室' },
  source: { line: '来源：学习时报', value: '学习时报' },
  issue: {
    line: '来源：《理论学刊》2005年第3期',
    value: { title: '理论学刊', year: 2005, issue: '3', date: null, page: null },
  },
  column: { line: '您现在的位置：首页 > 理论园地 > 正文', value: ['理论园地'] },
  institution: { line: '版权所有：中共青山市委党校', value: '中共青山市委党校' },
  hits: { line: '浏览次数：697', value: 697 },
  editor: { line: '责任编辑：林志', value: '林志' },
  keywords: { line: '关键词：夜校；灯油', value: ['夜校', '灯油'] },
  abstract: { line: '摘要：夜校的灯油由各户轮着出。', value: '夜校的灯油由各户轮着出。' },
};
const names = Object.keys(values) as readonly FieldName[];

function pageWith(name: FieldName): string {
  const { line } = credits[name];
  const [above, credit, below] = [
    name === 'column',
    !['column', 'institution'].includes(name),
    name === 'institution',
  ].map((here) => (here ? `<div>${line}</div>` : ''));
  const prose =
    '县里的夜校办在祠堂里，头一年来的人坐不满三排长凳，第二年添了灯，第三年连门槛上也坐着人，散课的时候天都快亮了。';
  return `<html><head><title>祠堂夜校的灯油</title></head><body>${above}<h1>祠堂夜校的灯油</h1>${credit}
    <p>　　${prose}</p><p>　　后来${prose}</p><p>　　再后来${prose}</p>${below}</body></html>`;
}

describe('each field', () => {
  it.each(names)('%s is read from a page, with its words and place', (name) => {
    const url = 'http://www.qs.example/a/1';
    const read = readEssay({ document: parsePage(pageWith(name), url), url }, { any: true });
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value[name]).toEqual(credits[name].value);
    expect(read.value.provenance.fields[name]).toMatchObject({ value: credits[name].value });
  });

  it.each(names)('%s passes the check of what content scripts send, and of nothing else', (name) => {
    const essay = sampleEssay({ [name]: values[name] });
    expect(v.is(essayShape, essay)).toBe(true);
    expect(v.is(essayShape, { ...essay, [name]: { no: 'field' } })).toBe(false);
    expect(name in essayFields).toBe(true);
  });

  it.each(names)('%s is told when cleaning again changes it', (name) => {
    const before = sampleEssay();
    const after = sampleEssay({ [name]: values[name] });
    expect(changesBetween(before, after).changes).toEqual([{ field: name, before: before[name], after: values[name] }]);
  });

  it.each(names)('%s goes out in every format that has a place for it', async (name) => {
    const record = sampleRecord(values);
    for (const format of [...complete, ...partial[name]]) {
      const whole = await writtenText(format, [{ ...record, essay: { ...record.essay, html: '', text: '' } }], {
        count: 1,
      });
      // What provenance says of fields does not count.
      const text = whole.replace(/"provenance":.*/u, '');
      expect(text, format).toContain(words[name]);
    }
  });
});
