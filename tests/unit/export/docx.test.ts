import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { parseXml, written } from './reading.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const [picture, gone] = ['http://a.example/1.png', 'http://a.example/2.png'];
const html =
  `<h2>一、甲</h2><p>正文<strong>粗</strong>与<em>斜</em><sup>1</sup>\u0001<br>行 <a href="http://a.example/?a=1&amp;b=2">链</a><a href="javascript:a()">无</a></p>` +
  '<ol start="3"><li>三</li><li value="7">七<ul><li>内</li></ul></li></ol>' +
  `<p><img src="${picture}" alt="图一"><img src="${gone}" alt="图二"></p>` +
  '<table><tr><td colspan="2">甲</td></tr><tr><td rowspan="2">乙</td><td></td></tr></table>';
const records: readonly ExportRecord[] = [
  {
    ...sampleRecord({ title: '甲 & <乙>', html }),
    note: '再读\n两遍',
    highlights: async () => [{ colour: 'blue', words: '正文粗\n与斜', note: '可引' }],
    images: async () => [{ address: picture, type: 'image/png', takenAt: '2026', bytes: png }],
  },
  { ...sampleRecord(newspaper), id: 'fedcba9876543210fedcba98' },
];

async function open(given: readonly ExportRecord[] = records) {
  const bytes = await written('docx', given);
  const files = unzipSync(bytes);
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  const paragraphs = (name: string) =>
    [...parseXml(text(name)).getElementsByTagName('w:p')].map((paragraph) => paragraph.textContent ?? '');
  return { bytes, files, text, paragraphs };
}

describe('a document for Word', () => {
  it('has the text of each essay, its lists with the numbers of the page, and its tables', async () => {
    const { text, paragraphs } = await open();
    const lines = paragraphs('word/document.xml');
    for (const line of [
      '甲 & <乙>',
      '一、甲',
      '正文粗与斜1行 链无',
      '3.三',
      '7.七',
      '•内',
      '再读',
      '两遍',
      '“正文粗 与斜”',
      '可引',
    ])
      expect(lines).toContain(line);
    const document = text('word/document.xml');
    expect(document).toContain('<w:gridSpan w:val="2"/>');
    expect(document).toContain('<w:vMerge w:val="restart"/>');
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    expect(document).not.toContain('javascript');
  });

  it('cites each essay in a footnote to its title and to what was marked, and lists all references', async () => {
    const { paragraphs } = await open();
    const notes = paragraphs('word/footnotes.xml')
      .map((note) => note.trim())
      .filter((note) => note !== '');
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe(notes[1]);
    expect(notes[0]).toMatch(/^周望川, 林砚秋\. 甲 & <乙>\[EB\/OL\]\. \(2005-07-14\)/);
    expect(notes[2]).toContain('[N/OL]. 学习园地报, 2005-07-11(3)');
    const lines = paragraphs('word/document.xml');
    expect(lines.slice(lines.indexOf('参考文献') + 1).map((line) => line.slice(0, 3))).toEqual(['[1]', '[2]']);
  });

  it('holds its images; one that was not kept is a link with its words', async () => {
    const { files, text } = await open();
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(text('word/_rels/document.xml.rels')).toContain(`Target="${gone}"`);
  });

  it('gives the same bytes for the same essays, dated by the newest', async () => {
    const [one, other] = [await open(), await open()];
    expect(one.bytes).toEqual(other.bytes);
    expect(one.text('docProps/core.xml')).toContain('>2026-11-24T08:00:01Z</dcterms:modified>');
    const ids = [...one.text('word/_rels/document.xml.rels').matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of one.text('word/document.xml').matchAll(/r:(?:id|embed)="([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('of nothing is a document all the same', async () => {
    expect((await open([])).text('word/document.xml')).toContain('<w:body>');
  });
});
