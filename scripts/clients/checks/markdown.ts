import { JSDOM } from 'jsdom';
import { essayMarkdown } from '../../../lib/export/texts/markdown.ts';
import { type Check, outcomeOf } from '../check.ts';
import { markdownReaders, shownBy } from '../markdown-readers.ts';
import { readByRemark } from '../read-by-remark.ts';
import { runProgram } from '../run-program.ts';

const { document } = new JSDOM('').window;
const parts = ['text', 'strong', 'em', 'headings'] as const;
const shown = (html: string): string => {
  const all = shownBy(html);
  return JSON.stringify(parts.map((part) => all[part]));
};

/** Compares what a reader shows of all essays' Markdown with the essays; notes and the title aside. */
const readsAll = (
  client: string,
  programs: readonly string[],
  read: (texts: readonly string[]) => readonly string[],
): Check => ({
  client,
  format: 'markdown',
  asks: 'text, bold, italic and headings are those of the essay',
  programs,
  run: async ({ records }) => {
    const texts: string[] = [];
    for (const record of records) {
      const { text } = await essayMarkdown({ ...record, note: '' }, { document }, true);
      texts.push(text.replace(/^---\n.*?\n---\n\n# .*?\n/s, ''));
    }
    const pages = read(texts);
    const wrong = new Set(records.filter(({ essay }, n) => shown(pages[n] ?? '') !== shown(essay.html)));
    return outcomeOf(
      records,
      ({ essay }) => essay.title,
      (record) => !wrong.has(record),
    );
  },
});

const reads = (client: string, programs: readonly string[], read: (markdown: string) => string): Check =>
  readsAll(client, programs, (texts) => texts.map(read));

const pandoc = (form: string): Check =>
  reads(
    `pandoc, ${form}`,
    ['pandoc'],
    (markdown) => runProgram('pandoc', ['-f', form, '-t', 'html', '--wrap=none', '--mathjax'], { input: markdown }).out,
  );

/** Readers of Markdown. */
export const markdownChecks: readonly Check[] = [
  ...markdownReaders.filter(([name]) => !name.includes('CommonMark')).map(([name, read]) => reads(name, [], read)),
  readsAll('remark, GitHub and mathematics', ['npm'], readByRemark),
  pandoc('gfm'),
  // Pandoc shows the words of an image that stands alone as its caption.
  pandoc('markdown-smart-implicit_figures'),
];
