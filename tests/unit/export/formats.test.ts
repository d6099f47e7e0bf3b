import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type FileForm, formOf } from '../../../lib/export/format.ts';
import { formats } from '../../../lib/export/formats.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { sampleRecord } from './sample-record.ts';

const records: readonly ExportRecord[] = [
  sampleRecord(),
  {
    ...sampleRecord({ title: '甲 & <乙>\u0001', text: '一 < 二\n三', html: '<p>一 &lt; 二</p><p>三</p>' }),
    id: 'fedcba9876543210fedcba98',
  },
];

const { document } = new JSDOM('').window;

async function read(form: FileForm, given: readonly ExportRecord[]): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of form.write(given, { document })) text += decoder.decode(bytes, { stream: true });
  return text;
}

const textOf = (id: string, given = records): Promise<string> =>
  read(formats.find((format) => format.id === id) as FileForm, given);

describe('files of many essays', () => {
  it.each(['csl', 'bibtex', 'ris'])('%s holds all of them', async (id) => {
    const { data } = new Cite(await textOf(id));
    expect(data.map((item) => item['id'])).toEqual(records.map((record) => `wencun-${record.id}`));
  });

  it('CSL of none is an empty list', async () => {
    expect(JSON.parse(await textOf('csl', []))).toEqual([]);
  });

  it('numbers references', async () => {
    expect(
      (await textOf('gbt7714'))
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 4)),
    ).toEqual(['[1] ', '[2] ']);
  });

  it('JSONL tells everything, with digests', async () => {
    const [first, second] = (await textOf('jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { essay, capture } = sampleRecord();
    expect(first).toMatchObject({ ...essay, capture, tags: ['县域'], originalSha256: capture?.sha256 });
    // printf '一 < 二\n三' | sha256sum
    expect(second.textSha256).toBe('dfd6da7399ba52a202f37fab0d30647f65aa3e8999abd9cf2eba136af3eeff40');
  });

  it('TEI is well-formed and holds text, dates and digests', async () => {
    const { document } = new JSDOM(await textOf('tei'), { contentType: 'application/xml' }).window;
    expect([...document.querySelectorAll('TEI titleStmt > title')].map((title) => title.textContent)).toEqual([
      '论县域经济的转型',
      '甲 & <乙>',
    ]);
    expect([...document.querySelectorAll('TEI:last-of-type body p')].map((p) => p.textContent)).toEqual([
      '一 < 二',
      '三',
    ]);
    expect(document.querySelector('date[type=published]')?.getAttribute('when')).toBe('2005-07-14');
    expect(document.querySelector('idno[type=original-SHA-256]')?.textContent).toBe('ab'.repeat(32));
  });

  it('TEI keeps headings with what follows them, lists, tables, verse and links', async () => {
    const html =
      '<p>引子</p><h2>一、问题</h2><p>甲<sup>1</sup><br>乙</p><h3>（一）</h3><ul><li>丙</li></ul>' +
      '<h2>二</h2><table><tr><th>年</th><td colspan="2">数</td></tr></table>' +
      '<p><a href="http://a.cn/1">原文</a><img src="http://a.cn/1.gif" alt="图"></p>';
    const body = (await textOf('tei', [sampleRecord({ html })])).replace(/^[\s\S]*<body>\n|<\/body>[\s\S]*$/g, '');
    expect(body.replaceAll('\n', '')).toBe(
      '<p>引子</p><div><head>一、问题</head><p>甲<hi rend="superscript">1</hi><lb/>乙</p>' +
        '<div><head>（一）</head><list rend="bulleted"><item>丙</item></list></div></div>' +
        '<div><head>二</head><table><row><cell role="label">年</cell><cell cols="2">数</cell></row></table>' +
        '<p><ref target="http://a.cn/1">原文</ref><figure><graphic url="http://a.cn/1.gif"/><figDesc>图</figDesc></figure></p></div>',
    );
  });

  it('a single essay has a file of its own kind', async () => {
    const kinds = formats
      .filter(({ each }) => each)
      .map((format) => [1, 2].map((count) => formOf(format, count).extension));
    expect(kinds).toEqual([
      ['txt', 'zip'],
      ['html', 'zip'],
      ['md', 'zip'],
    ]);
    const text = formats.find(({ id }) => id === 'text');
    expect(text && (await read(formOf(text, 1), [sampleRecord()]))).toContain(
      '论县域经济的转型\n\n作者：周望川、林砚秋\n',
    );
  });

  it('TEI has what its schema asks of every document', async () => {
    const archivedCopy = { archive: 'wayback' as const, url: 'http://a.example/', capturedAt: '2007-07-02T20:53Z' };
    const bare = sampleRecord({ title: '', authors: [], institution: null, archivedCopy });
    const { document } = new JSDOM(await textOf('tei', [bare, ...records.slice(1)]), { contentType: 'application/xml' })
      .window;
    const names = (element: Element | null | undefined) =>
      [...(element?.children ?? [])].map(({ localName }) => localName);
    expect(document.documentElement.namespaceURI).toBe('http://www.tei-c.org/ns/1.0');
    expect(names(document.documentElement)).toEqual(['teiHeader', 'TEI', 'TEI']);
    for (const header of document.querySelectorAll('teiHeader')) {
      const [file] = header.children;
      expect(names(file)).toEqual(['titleStmt', 'publicationStmt', 'sourceDesc']);
      expect(names(file?.children[0])[0]).toBe('title');
      for (const part of file?.children ?? []) expect(part.textContent?.trim()).not.toBe('');
    }
    for (const text of document.querySelectorAll('TEI')) expect(names(text)).toEqual(['teiHeader', 'text']);
    const ids = [...document.querySelectorAll('TEI')].map((text) => text.getAttribute('xml:id'));
    expect(new Set(ids).size).toBe(2);
    // As XML Schema writes dates, months, years and moments.
    for (const date of document.querySelectorAll('date'))
      expect(date.getAttribute('when')).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?)?)?$/);
    expect(document.querySelectorAll('body:not(:has(> p))')).toHaveLength(0);
  });

  it.each(formats.map(({ id }) => id))('%s is the same twice', async (id) => {
    expect(await textOf(id)).toBe(await textOf(id));
  });
});
