import TurndownService from 'turndown';
import { canFlank } from './markdown-emphasis.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { type SourceOf, xhtmlAddress, xhtmlOf } from './xhtml.ts';

/** Writes Markdown as Obsidian and others read it. What Markdown has no form for stays as HTML, which all of them show. */
export function markdownWriter(sourceOf: SourceOf): TurndownService {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*' });
  turndown.escape = escapeMarkdown;
  turndown.addRule('emphasis', {
    filter: ['strong', 'em'],
    replacement: (content, node) => {
      if (content.trim() === '') return content;
      const name = node.nodeName.toLowerCase();
      if (!canFlank(node as Element)) return `<${name}>${content}</${name}>`;
      const mark = name === 'strong' ? '**' : '*';
      return `${mark}${content}${mark}`;
    },
  });
  turndown.addRule('item', {
    filter: 'li',
    replacement: (content, node, { bulletListMarker = '-' }) => {
      const item = node as Element;
      const ordered = item.parentElement?.localName === 'ol';
      const mark = ordered ? `${numberOf(item)}.` : bulletListMarker;
      const indent = ' '.repeat(mark.length + 1);
      return `${mark} ${content.trim().replaceAll('\n', `\n${indent}`)}${item.nextElementSibling ? '\n' : ''}`;
    },
  });
  turndown.addRule('list within an item', {
    filter: (node) => node.nodeName === 'OL' && node.parentElement?.localName === 'li' && firstNumber(node) !== 1,
    // Only a list that begins with 1 ends a paragraph (CommonMark 0.31, 5.2): any other stands apart.
    replacement: (content) => `\n\n${content}\n`,
  });
  turndown.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.getAttribute('href') !== null,
    replacement: (content, node) => {
      const href = xhtmlAddress((node as Element).getAttribute('href'));
      return href === null || content.trim() === '' ? content : `[${content}](${href.replace(/[()]/g, encodeBracket)})`;
    },
  });
  turndown.addRule('image', {
    filter: 'img',
    replacement: (_content, node) => {
      const image = node as Element;
      const words = turndown.escape(image.getAttribute('alt') ?? '').replace(/\s+/g, ' ');
      const source = sourceOf(image.getAttribute('src') ?? '');
      return source === null ? words : `![${words}](${source.replace(/[()]/g, encodeBracket)})`;
    },
  });
  turndown.addRule('small letters', {
    filter: ['sup', 'sub'],
    replacement: (content, node) =>
      content === '' ? '' : `<${node.nodeName.toLowerCase()}>${content}</${node.nodeName.toLowerCase()}>`,
  });
  turndown.addRule('table', {
    filter: 'table',
    replacement: (_content, node) => `\n\n${tableOf(node as Element, turndown, sourceOf)}\n\n`,
  });
  return turndown;
}

/** The number of an item: its own, or one more than that of the item before. CommonMark counts on from the first. */
function numberOf(item: Element): number {
  const own = Number(item.getAttribute('value') ?? Number.NaN);
  if (Number.isInteger(own)) return own;
  const before = item.previousElementSibling;
  if (before !== null) return numberOf(before) + 1;
  const start = Number(item.parentElement?.getAttribute('start') ?? 1);
  return Number.isInteger(start) ? start : 1;
}

const firstNumber = (list: Element): number => {
  const item = list.querySelector(':scope > li');
  return item === null ? 1 : numberOf(item);
};

const encodeBracket = (bracket: string): string => (bracket === '(' ? '%28' : '%29');

/** A table of plain cells in pipes; one of joined cells, or of cells with paragraphs, as HTML. */
function tableOf(table: Element, turndown: TurndownService, sourceOf: SourceOf): string {
  if (table.querySelector('[colspan], [rowspan], table, ul, ol, img, p + p')) {
    return escapeInHtml(`<table>${xhtmlOf(table, sourceOf).replace(/\n+/g, ' ')}</table>`);
  }
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) =>
      turndown
        .turndown(cell as HTMLElement)
        .trim()
        .replace(/\s*\n\s*/g, '<br>'),
    ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, n) => cells[n] ?? '').join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...others.map(line)].join('\n');
}

/** Signs of Markdown in the words of HTML, as references: pandoc reads emphasis and mathematics between its tags. */
const escapeInHtml = (html: string): string =>
  html.replace(
    /(<[^>]*>|&#?\w+;)|[\\`*_[\]~^$#{}@|=%]/g,
    (sign, tag: string | undefined) => tag ?? `&#${sign.charCodeAt(0)};`,
  );
