import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../../lib/export/cite/bibtex.ts';
import { type CslItem, cslItem, cslJson } from '../../../lib/export/cite/csl.ts';
import { risRecord } from '../../../lib/export/cite/ris.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const facts = { title: '论 100% 的 {县域} & 经济_转型', originalUrl: 'http://a.example-school.cn/s_a.asp?id=1&b=%B5' };
const forms: readonly (readonly [string, (item: CslItem) => string])[] = [
  ['BibTeX', bibtexEntry],
  ['RIS', risRecord],
];
const readBack = (text: string) => {
  const [item, ...others] = new Cite(text).data;
  expect(others).toEqual([]);
  return item ?? {};
};

describe.each(forms)('%s', (_form, write) => {
  it('is read back whole for a web page', () => {
    const item = cslItem(sampleRecord(facts));
    const back = readBack(write(item));
    // @citation-js encodes the address of a BibTeX entry once more when it reads it.
    expect([facts.originalUrl, encodeURI(facts.originalUrl)]).toContain(back['URL']);
    expect(back).toMatchObject({
      title: item.title,
      author: [{ family: '周望川' }, { family: '林砚秋' }],
      issued: { 'date-parts': [[2005, 7, 14]] },
      note: expect.stringContaining('信息来源：学习园地'),
    });
  });

  it('is read back for a newspaper, with the date of the newspaper', () => {
    const text = write(cslItem(sampleRecord(newspaper)));
    // Of a newspaper's RIS record @citation-js reads the year alone.
    expect(text).toMatch(/^(?: {2}date = \{2005-07-11\},|DA {2}- 2005\/07\/11\/)\r?$/m);
    expect(readBack(text)).toMatchObject({
      'container-title': '学习园地报',
      issued: { 'date-parts': [expect.arrayContaining([2005])] },
      page: '3',
      note: expect.stringContaining('网站发布日期：2005-07-14'),
    });
  });

  it('is read back for a year alone and no author', () => {
    const back = readBack(write(cslItem(sampleRecord({ publishedOn: '2005', authors: [] }))));
    expect(back).toMatchObject({ issued: { 'date-parts': [[2005]] } });
    expect(back['author']).toBeUndefined();
  });

  it('holds a record where a value has line breaks', () => {
    expect(readBack(write(cslItem(sampleRecord({ abstract: '一\nER  - \n二' }))))['abstract']).toBe('一 ER - 二');
  });
});

describe('CSL-JSON', () => {
  it('keeps both addresses and dates apart', () => {
    const archivedCopy = { archive: 'wayback' as const, url: 'https://web.archive.org/web/2007/x', capturedAt: '2007' };
    expect(cslItem(sampleRecord({ ...newspaper, archivedCopy }))).toMatchObject({
      type: 'article-newspaper',
      issued: { 'date-parts': [[2005, 7, 11]] },
      accessed: { 'date-parts': [[2026, 11, 24]] },
      note: expect.stringContaining(`存档：${archivedCopy.url}`),
    });
  });

  it('holds nothing that the styles print in place of the day, nor what Zotero drops', () => {
    const archivedCopy = { archive: 'wayback' as const, url: 'https://web.archive.org/web/2007/x', capturedAt: '2007' };
    const written = JSON.parse(cslJson(cslItem(sampleRecord({ archivedCopy }))));
    for (const name of ['publisher', 'archive', 'archive_location', 'archivedUrl'])
      expect(written).not.toHaveProperty(name);
    expect(written.note).toContain(archivedCopy.url);
  });

  it('keeps tags of a title text', () => {
    const { title } = JSON.parse(cslJson(cslItem(sampleRecord({ title: '<b>甲</b>与<资本论>' }))));
    expect(title).toBe('<\u2060b>甲<\u2060/b>与<资本论>');
  });

  it('gives addresses that are none as programs take them', () => {
    const item = cslItem(sampleRecord({ originalUrl: 'http://a.example/s.asp?t=中文 {1}&p=5%' }));
    const address = 'http://a.example/s.asp?t=中文%20%7B1%7D&p=5%25';
    expect(JSON.parse(cslJson(item)).URL).toBe(address);
    expect(bibtexEntry(item)).toContain(`url = {${address}}`);
    expect(risRecord(item)).toContain(`UR  - ${address}\r\n`);
  });

  it('has no date of citing for what nobody took', () => {
    expect(cslItem({ ...sampleRecord(), capture: null })).not.toHaveProperty('accessed');
  });
});

describe('BibTeX', () => {
  it.each([
    ['online', {}],
    ['article', newspaper],
  ])('writes @%s', (type, facts) => {
    const entry = bibtexEntry(cslItem(sampleRecord(facts)));
    expect(entry.startsWith(`@${type}{`)).toBe(true);
    expect(entry.includes('entrysubtype = {newspaper}')).toBe(type === 'article');
    expect(entry).toContain('language = {zh-CN}');
  });

  it('keeps two bodies apart', () => {
    const entry = bibtexEntry(cslItem(sampleRecord({ authors: ['中共中央', '国务院 and 其他'] })));
    expect(entry).toContain('author = {{中共中央} and {国务院 and 其他}}');
  });
});
