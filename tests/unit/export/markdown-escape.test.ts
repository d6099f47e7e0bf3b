import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { essayMarkdown } from '../../../lib/export/texts/markdown.ts';
import { escapeXml } from '../../../lib/export/xml.ts';
import { markdownReaders, shownBy } from '../../../scripts/clients/markdown-readers.ts';
import { sampleRecord } from './sample-record.ts';

const { document } = new JSDOM('').window;

/** The essay's part of an export: below the front matter and the title. */
async function bodyOf(html: string): Promise<string> {
  const { text } = await essayMarkdown(sampleRecord({ html, title: '题' }), { document }, true);
  return text.replace(/^---\n.*?\n---\n\n# 题\n/s, '');
}

const texts = [
  '1978~1998年、1999~2008年两段',
  '的<资本论>里，P<C>D 与 <script>alert(1)</script>',
  '$300 到 $1000，A==B==C，%%注%%',
  '# 一号 #标签 与 C#',
  '> 引用',
  '- 一',
  '+ 二',
  '* 三 *',
  '1. 坚持',
  '2) 坚持',
  '(1) 坚持',
  'a. 坚持',
  '---',
  '===',
  '| 甲 | 乙 |',
  '|-|-|',
  ': 定义',
  '[甲](http://a.example/) ![乙](b.png) [[丙]] [^1]',
  '`代码` ``码`` ~~~ 码',
  '&lt;论&gt; &copy; A&B &#35;',
  'http://a.example/b 与 www.a.example，a@a.example',
  '@张三 :smile: 比 3:100:5',
  '_甲_ __乙__ **丙** *丁*',
  '{.类} x^2^ H~2~O',
  '\\ \\* \\\\',
  '行末反斜杠\\',
];
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['a paragraph', (text) => `<p>${text}</p>`],
  ['a line behind a break', (text) => `<p>首行<br>${text}</p>`],
  ['a heading', (text) => `<h2>${text}</h2>`],
  ['an item', (text) => `<ul><li>${text}</li><li>末</li></ul>`],
  ['bold text', (text) => `<p>前<strong>${text}</strong>后</p>`],
  ['a link', (text) => `<p><a href="http://a.example/c">${text}</a></p>`],
];
const table = (text: string) =>
  `<table><tbody><tr><th>甲</th><th>乙</th></tr><tr><td>${text}</td><td>末</td></tr></tbody></table>`;
const joined = (text: string) => `<table><tbody><tr><td colspan="2">${text}</td></tr></tbody></table>`;

describe.each(markdownReaders)('%s shows the words of Markdown as the essay has them', (name, read) => {
  it.each(forms)('in %s', async (_form, write) => {
    for (const text of texts) {
      const html = write(escapeXml(text));
      expect(shownBy(read(await bodyOf(html)))).toEqual(shownBy(html));
    }
  });

  it('in tables', async () => {
    for (const text of texts) {
      const kept = joined(escapeXml(text));
      expect(shownBy(read(await bodyOf(kept)))).toEqual(shownBy(kept));
      const piped = table(escapeXml(text));
      if (!name.includes('CommonMark')) expect(shownBy(read(await bodyOf(piped)))).toEqual(shownBy(piped));
    }
  });

  it('bold and italic beside any sign', async () => {
    const part = fc.constantFrom('代表', '。', '“', '”', '（', '）', ' ', '*', 'a', '—', '、', '\u3000', '$', '');
    const run = fc.tuple(fc.constantFrom('strong', 'em', ''), fc.array(part, { minLength: 1, maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 5 }), async (runs) => {
        const words = runs.map(([mark, parts]) => (mark ? `<${mark}>${parts.join('')}</${mark}>` : parts.join('')));
        const html = `<p>首${words.join('')}尾</p>`;
        const { strong, em, text } = shownBy(html);
        const shown = shownBy(read(await bodyOf(html)));
        expect({ text: shown['text'], strong: shown['strong'], em: shown['em'] }).toEqual({ text, strong, em });
      }),
      { numRuns: 400 },
    );
  });

  it('in any order', async () => {
    const sign = fc.constantFrom(...'\\`*_[]<>|~^$#{}@=%&:+-.()!123ai \u3000中文。"\'/;x');
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 24 }), async (signs) => {
        const html = `<p>${escapeXml(signs.join('').trim() || '空')}</p>`;
        expect(shownBy(read(await bodyOf(html)))).toEqual(shownBy(html));
      }),
      { numRuns: 600 },
    );
  });

  it('counts items as the essay does', async () => {
    const html = '<ol start="3"><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>';
    const written = read(await bodyOf(html));
    expect(written).toMatch(/<ol start="3">/);
    expect(shownBy(written)['items']).toEqual(['甲子', '子', '乙']);
  });
});

describe('what the reader wrote', () => {
  it('is text in titles, passages and notes', async () => {
    const highlights = async () => [{ colour: 'blue' as const, words: '<b>甲</b> $1$', note: '**乙** &copy;' }];
    const record = { ...sampleRecord({ title: '<i>读</i> #1 *' }), note: '<u>丙</u>', highlights };
    const { text } = await essayMarkdown(record, { document }, true);
    for (const [, read] of markdownReaders) {
      const shown = shownBy(read(text.replace(/^---\n.*?\n---\n/s, '')));
      expect(shown['headings']).toEqual(['<i>读</i>#1*']);
      for (const words of ['<b>甲</b>$1$', '**乙**&copy;', '<u>丙</u>']) expect(shown['text']).toContain(words);
    }
  });
});
