import { escapeHtml } from '../../essay/escape-html.ts';
import { escapeMarkdown } from '../texts/markdown-escape.ts';
import { byEssay, type NotebookLine, type NotebookWords } from './notebook-line.ts';

/** One line of it: Markdown ends a quotation at an empty one. */
const paragraphs = (text: string): readonly string[] => text.split(/\s*\n\s*/u).filter((line) => line !== '');

/** The notebook as Markdown: essays as headings, passages as quotations that lead to their words. */
export function notebookMarkdown(lines: readonly NotebookLine[], { title }: NotebookWords): string {
  const essays = byEssay(lines).map((group) => {
    const [first] = group;
    const entries = group.map(({ words, note, address }) => {
      const link = address === null ? '' : ` [↗](<${address.replaceAll('>', '%3E')}>)`;
      const quoted = paragraphs(words).map((line, at, all) => {
        const end = at === all.length - 1 ? link : '';
        return `> ${escapeMarkdown(line)}${end}`;
      });
      return [quoted.join('\n>\n'), ...paragraphs(note).map(escapeMarkdown)].filter(Boolean).join('\n\n');
    });
    const head = [`## ${escapeMarkdown(first?.title ?? '')}`, escapeMarkdown(first?.citation ?? '')];
    return [...head, ...entries].join('\n\n');
  });
  return `${[`# ${escapeMarkdown(title)}`, ...essays].join('\n\n')}\n`;
}

const STYLE =
  'body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.8 serif}blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #b9a98c}small{color:#5a5247}';

/** The notebook as one page of HTML that loads nothing. */
export function notebookHtml(lines: readonly NotebookLine[], { title }: NotebookWords, language: string): string {
  const block = (text: string): string =>
    paragraphs(text)
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('');
  const essays = byEssay(lines).map((group) => {
    const [first] = group;
    const entries = group.map(({ words, note, address }) => {
      const link = address === null ? '' : ` <a href="${escapeHtml(address)}">↗</a>`;
      const quoted = words === '' ? '' : `<blockquote>${block(words)}${link}</blockquote>`;
      return `${quoted}${block(note)}`;
    });
    const head = `<h2>${escapeHtml(first?.title ?? '')}</h2><p><small>${escapeHtml(first?.citation ?? '')}</small></p>`;
    return `<section>${head}${entries.join('')}</section>`;
  });
  const name = escapeHtml(title);
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head><body><h1>${name}</h1>\n${essays.join('\n')}\n</body></html>\n`;
}

/** A cell by RFC 4180. Signs that a spreadsheet takes for a formula are led by an apostrophe (OWASP, CSV injection). */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The notebook as a table, a row an entry; with a byte order mark, so that Excel reads it as UTF-8. */
export function notebookCsv(lines: readonly NotebookLine[], { columns }: NotebookWords): string {
  const names = Object.keys(columns) as (keyof NotebookWords['columns'])[];
  const rows = lines.map((line) =>
    names.map((name) => {
      const value = line[name];
      return cell(typeof value === 'string' ? value : (value ?? []).join('; '));
    }),
  );
  return `\uFEFF${[names.map((name) => cell(columns[name])), ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
