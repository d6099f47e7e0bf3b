import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { notebookDocx } from '../../../lib/export/notebook/docx.ts';
import type { NotebookLine, NotebookWords } from '../../../lib/export/notebook/notebook-line.ts';
import { notebookCsv, notebookHtml, notebookMarkdown } from '../../../lib/export/notebook/texts.ts';

const words: NotebookWords = {
  title: '笔记本',
  columns: {
    title: '题名',
    words: '原文',
    note: '笔记',
    colour: '颜色',
    tags: '标签',
    citation: '出处',
    address: '链接',
  },
};
const line = (more: Partial<NotebookLine>): NotebookLine => ({
  title: '论*农村*',
  words: '',
  note: '',
  colour: '',
  tags: [],
  citation: '王小明. 论农村[EB/OL].',
  address: null,
  ...more,
});
const lines = [
  line({
    words: '村民自治\n第二行',
    note: '可引',
    colour: '黄',
    tags: ['甲', '乙'],
    address: 'http://a.example/#:~:text=x',
  }),
  line({ note: '=SUM(A1) <b>', words: '' }),
  line({ title: '另一篇', citation: '另一条.', words: '"引"，话' }),
];

describe('the notebook is written out', () => {
  it('as Markdown, text never as markup', () => {
    expect(notebookMarkdown(lines, words)).toBe(
      [
        '# 笔记本',
        '## 论\\*农村\\*',
        '王小明. 论农村\\[EB/OL\\].',
        '> 村民自治\n>\n> 第二行 [↗](<http://a.example/#:~:text=x>)',
        '可引',
        '\\=SUM(A1) \\<b>',
        '## 另一篇',
        '另一条.',
        '> "引"，话\n',
      ].join('\n\n'),
    );
  });

  it('as a page that loads nothing, with what is typed as text', () => {
    const html = notebookHtml(lines, words, 'zh-CN');
    expect(html).toContain(
      '<blockquote><p>村民自治</p><p>第二行</p> <a href="http://a.example/#:~:text=x">↗</a></blockquote>',
    );
    expect(html).toContain('=SUM(A1) &lt;b&gt;');
    expect(html).not.toMatch(/<(script|link|img)/);
  });

  it('as a table of which no cell is a formula', () => {
    expect(notebookCsv(lines, words).split('\r\n')).toEqual([
      '\uFEFF题名,原文,笔记,颜色,标签,出处,链接',
      '论*农村*,"村民自治\n第二行",可引,黄,甲; 乙,王小明. 论农村[EB/OL].,http://a.example/#:~:text=x',
      "论*农村*,,'=SUM(A1) <b>,,,王小明. 论农村[EB/OL].,",
      '另一篇,"""引""，话",,,,另一条.,',
      '',
    ]);
  });

  it('as a Word document with headings, quotations and links', async () => {
    const files = unzipSync(await notebookDocx(lines, words));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    for (const text of ['笔记本', '论*农村*', '村民自治', '第二行', '可引', '另一条.']) expect(body).toContain(text);
    expect(body.match(/w:val="Heading2"/g)).toHaveLength(2);
    // Word puts the address together of both.
    expect(strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain(
      'Target="http://a.example/"',
    );
    expect(body).toContain('w:anchor=":~:text=x"');
  });

  it('as a Word document that opens, whatever characters were copied into it', async () => {
    const odd = 'a\u0001b\ufffec';
    const all = { title: odd, words: odd, note: odd, citation: odd, address: `http://a.example/${odd}` };
    const files = unzipSync(await notebookDocx([line(all)], words));
    for (const name of ['word/document.xml', 'word/_rels/document.xml.rels'])
      for (const sign of ['\u0001', '\ufffe']) expect(strFromU8(files[name] ?? new Uint8Array())).not.toContain(sign);
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array()).match(/abc/g)).toHaveLength(4);
  });
});
