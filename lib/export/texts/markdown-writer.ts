import TurndownService from 'turndown';
import { type SourceOf, xhtmlOf } from './xhtml.ts';

/** Writes Markdown as Obsidian and others read it. What Markdown has no form for stays as HTML, which all of them show. */
export function markdownWriter(sourceOf: SourceOf): TurndownService {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*' });
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

const encodeBracket = (bracket: string): string => (bracket === '(' ? '%28' : '%29');

/** A table of plain cells in pipes; one of joined cells, or of cells with paragraphs, as HTML. */
function tableOf(table: Element, turndown: TurndownService, sourceOf: SourceOf): string {
  if (table.querySelector('[colspan], [rowspan], table, ul, ol, img, p + p')) {
    return `<table>${xhtmlOf(table, sourceOf).replace(/\n+/g, ' ')}</table>`;
  }
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) =>
      turndown
        .turndown(cell as HTMLElement)
        .trim()
        .replace(/\s*\n\s*/g, '<br>')
        .replaceAll('|', '\\|'),
    ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, n) => cells[n] ?? '').join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...others.map(line)].join('\n');
}
