import { type Block, escapeAttribute, escapeText, runsHtml } from '../../blocks.ts';

type Special = Exclude<Block, { type: 'paragraph' }>;

/** An address on the page's own site as the page writes it: from the root. */
const fromRoot = (address: string): string => address.replace(/^https?:\/\/[^/]+/u, '');

/** Links on the page's own site lose their host, as editors wrote them. */
export const inlineHtml = (runs: Parameters<typeof runsHtml>[0]): string =>
  runsHtml(runs.map((run) => (run.href === undefined ? run : { ...run, href: fromRoot(run.href) })));

/** Blocks that every markup writes alike: tables, images, lists, headings, verse and boilerplate. */
export function specialHtml(block: Special): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeText(block.text)}</h${block.level}>`;
    case 'verse':
      return `<p align="center">${block.lines.map(escapeText).join('<br>\n')}</p>`;
    case 'table':
      return dataTable(block.rows, block.header);
    case 'image':
      return `<p align="center"><img src="${escapeAttribute(fromRoot(block.src))}" border="0" width="400" alt="${escapeAttribute(block.alt)}"></p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${escapeText(item)}`).join('\n')}\n</${tag}>`;
    }
    case 'boilerplate':
      return `<p align="${block.place === 'centre' ? 'center' : block.place}">${escapeText(block.text)}</p>`;
  }
}

function dataTable(rows: readonly (readonly string[])[], header: boolean): string {
  const lines = rows.map((row, at) => {
    const tag = header && at === 0 ? 'th' : 'td';
    return `<tr>${row.map((cell) => `<${tag} align="center" height="22">${escapeText(cell)}</${tag}>`).join('')}</tr>`;
  });
  return `<table width="90%" border="1" align="center" cellpadding="2" cellspacing="0" bordercolor="#999999">\n${lines.join('\n')}\n</table>`;
}
