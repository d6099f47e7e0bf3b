import { type Block, escapeAttribute, escapeText, runsHtml } from './blocks.ts';

const tableHtml = (rows: readonly (readonly string[])[], header: boolean): string =>
  `<table><tbody>${rows
    .map((row, at) => {
      const tag = header && at === 0 ? 'th' : 'td';
      return `<tr>${row.map((cell) => `<${tag}>${escapeText(cell)}</${tag}>`).join('')}</tr>`;
    })
    .join('')}</tbody></table>`;

/** The clean HTML of a block, on one line; empty for boilerplate. */
function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'heading':
      return `<h${block.level}>${escapeText(block.text)}</h${block.level}>`;
    case 'verse':
      return `<p>${block.lines.map(escapeText).join('<br>')}</p>`;
    case 'table':
      return tableHtml(block.rows, block.header);
    case 'image':
      return `<p><img src="${escapeAttribute(block.src)}" alt="${escapeAttribute(block.alt)}"></p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</${tag}>`;
    }
    case 'boilerplate':
      return '';
  }
}

/** The text of a block: a line for each paragraph, line of verse, item of a list and row of a table (cells parted by a tab). */
function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
    case 'heading':
      return [block.text];
    case 'verse':
      return block.lines;
    case 'table':
      return block.rows.map((row) => row.join('\t'));
    case 'list':
      return block.items;
    case 'image':
    case 'boilerplate':
      return [];
  }
}

/** The clean HTML that a composed body must become: a block a line. */
export const goldHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).filter(Boolean).join('\n');

/** The plain text that it must become. */
export const goldText = (blocks: readonly Block[]): string => blocks.flatMap(blockLines).join('\n');
