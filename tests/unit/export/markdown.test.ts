import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { essayMarkdown } from '../../../lib/export/texts/markdown.ts';
import { sampleRecord } from './sample-record.ts';

const { document } = new JSDOM('').window;
const markdownOf = async (record: ExportRecord, alone = false) =>
  (await essayMarkdown(record, { document }, alone)).text;

/** The front matter's fields: each value is a JSON string or number, or a list of them. */
function readFrontMatter(markdown: string): Readonly<Record<string, unknown>> {
  const [, head = ''] = /^---\n(.*?)\n---\n/s.exec(markdown) ?? [];
  const fields: Record<string, unknown> = {};
  for (const [, name = '', value = '', list = ''] of head.matchAll(/^(\w+):(?: (.*)|((?:\n {2}- .*)+))$/gm)) {
    fields[name] =
      value === ''
        ? list
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line.trim().slice(2)))
        : JSON.parse(value);
  }
  return fields;
}

describe('Markdown', () => {
  it('has the fields in front, and the body', async () => {
    const markdown = await markdownOf({ ...sampleRecord({ title: '"甲": #乙\n---' }), tags: ['县 域'] });
    expect(readFrontMatter(markdown)).toMatchObject({
      title: '"甲": #乙\n---',
      authors: ['周望川', '林砚秋'],
      published: '2005-07-14',
      column: ['理论研究', '经济'],
      tags: ['县-域'],
      original_sha256: 'ab'.repeat(32),
    });
    expect(markdown).toContain('\n\n县域是城乡之间的纽带。\n\n转型要从产业做起。\n');
  });

  it('leaves out what is not there', async () => {
    expect(await markdownOf(sampleRecord({ unit: null, keywords: [] }))).not.toMatch(
      /^(?:unit|keywords|editor|archived_url)/m,
    );
  });

  it('ends with the note and the marked passages of the reader', async () => {
    expect(await markdownOf({ ...sampleRecord(), note: '值得再读' })).toMatch(/\n---\n\n值得再读\n$/);
    const highlights = async () => [
      { colour: 'blue' as const, words: '县域的\n转型', note: '可引' },
      { colour: 'pink' as const, words: '人', note: '' },
    ];
    expect(await markdownOf({ ...sampleRecord(), note: '值得再读', highlights })).toMatch(
      /\n---\n\n值得再读\n\n> 县域的\n> 转型\n\n可引\n\n> 人\n$/,
    );
  });

  it('writes tables of plain cells in pipes, and others as HTML', async () => {
    const cells = '<tr><th>年份</th><th>产值</th></tr><tr><td>2004</td><td>12|3</td></tr>';
    const plain = await markdownOf(sampleRecord({ html: `<table><tbody>${cells}</tbody></table>` }));
    expect(plain).toContain('\n\n| 年份 | 产值 |\n| --- | --- |\n| 2004 | 12\\|3 |\n');
    const joined = await markdownOf(sampleRecord({ html: `<table><tr><td colspan="2">共 &lt; 2</td></tr></table>` }));
    expect(joined).toContain('<table><tbody><tr><td colspan="2">共 &lt; 2</td></tr></tbody></table>');
  });

  it('keeps the small letters of notes, and nothing hostile', async () => {
    const html = '<p>见注<sup>1</sup><a href="javascript:alert(1)">甲</a><script>alert(1)</script></p>';
    expect(await markdownOf(sampleRecord({ html }))).toContain('\n\n见注<sup>1</sup>甲\n');
  });

  it('links images beside it, and where they were when it stands alone or has none', async () => {
    const [kept, gone] = ['http://a.example/%E5%9B%BE(1).png', 'http://a.example/2.png'];
    const record: ExportRecord = {
      ...sampleRecord({ html: `<p><img src="${kept}" alt="图一"><img src="${gone}"></p>` }),
      images: async () => [{ address: kept, type: 'image/png', takenAt: '2026', bytes: new Uint8Array([1, 2]) }],
    };
    const { text, files } = await essayMarkdown(record, { document }, false);
    // printf '\1\2' | sha256sum
    expect(files).toMatchObject([{ name: 'attachments/a12871fee210fb8619291eae.png', bytes: new Uint8Array([1, 2]) }]);
    expect(text).toContain(`![图一](attachments/a12871fee210fb8619291eae.png)![](${gone})`);
    expect(await markdownOf(record, true)).toContain('![图一](http://a.example/%E5%9B%BE%281%29.png)');
  });
});
